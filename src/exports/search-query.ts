/**
 * Returns the GraphQL query for the results of a search, formatted for reading and changing.
 *
 * @param asOf an ISO instant; null for the current revision
 */
export function searchQuery(text: string, language: string, asOf: string | null): string {
  const quoted = (value: string): string => JSON.stringify(value)
  const time = asOf === null ? '' : `, asOf: ${quoted(asOf)}`
  return `{
  search(text: ${quoted(text)}, language: ${quoted(language)}, first: ${FIRST}${time}) {
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
