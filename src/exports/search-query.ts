import type { ThingKind } from '../domain/thing-kind.ts'

/**
 * Returns the GraphQL query for the results of a search, formatted for reading and changing.
 *
 * @param asOf an ISO instant; null for the current revision
 * @param kind kind of the results; null for all kinds
 */
export function searchQuery(text: string, language: string, asOf: string | null, kind: ThingKind | null): string {
  const quoted = (value: string): string => JSON.stringify(value)
  const time = asOf === null ? '' : `, asOf: ${quoted(asOf)}`
  const kinds = kind === null ? '' : `, kinds: [${kind}]`
  return `{
  search(text: ${quoted(text)}, language: ${quoted(language)}, first: ${FIRST}${kinds}${time}) {
    totalCount
    revision
    recordedAt
    nodes {
      kind
      slug
      headline(language: ${quoted(language)}) {
        proposition
        status
        by
      }
      match {
        value
        language
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`
}

/** Results of one page. Keeps the query within the cost limit (graphql/limits/cost.ts). */
const FIRST = 50
