/** Kind of page that a query is generated for. */
export type QueryKind = 'story' | 'claim' | 'entity' | 'source' | 'data' | 'use' | 'compare' | 'network'

/**
 * Returns the GraphQL query for the content of a page, formatted for reading and changing.
 *
 * @param slug slugs joined by commas for `compare`
 * @param asOf an ISO instant; null for the current revision
 */
export function graphqlQuery(kind: QueryKind, slug: string, language: string, asOf: string | null): string {
  const time = asOf === null ? '' : `, asOf: ${quoted(asOf)}`
  const claim = CLAIM.replaceAll('LANGUAGE', quoted(language))
  if (kind === 'claim') return `{\n  claim(slug: ${quoted(slug)}${time}) {${indented(claim, 4)}\n  }\n}\n`
  const slugs = slug.split(',')
  const requested =
    kind === 'compare'
      ? slugs.map((one, i) => ({ name: `of${i + 1}: claims`, by: FILTERS[kind], one }))
      : [
          { name: 'claims', by: FILTERS[kind], one: slug },
          ...(kind === 'entity' ? [{ name: 'said: claims', by: 'claimant', one: slug }] : []),
        ]
  const first = requested.length > 2 ? FEW_CLAIMS : MANY_CLAIMS
  const lists = requested.map(({ name, by, one }) => {
    const filter = `filter: {${by}: ${quoted(one)}}`
    return `  ${name}(${filter}, first: ${first}${time}) {\n    nodes {${indented(claim, 6)}\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n`
  })
  return `{\n${lists.join('')}}\n`
}

/** Claims of each list of one or two. Keeps the query within the cost limit (graphql/limits/cost.ts). */
const MANY_CLAIMS = 50
/** Claims of each list of three or more. */
const FEW_CLAIMS = 20

const FILTERS = {
  story: 'story',
  entity: 'party',
  network: 'party',
  compare: 'subject',
  source: 'source',
  data: 'dataCategory',
  use: 'use',
} as const

const CLAIM = `
slug
sentence(language: LANGUAGE) {
  value
}
status {
  value
  polarity
}
assertions {
  stance
  polarity
  certainty
  tense
  assertedAt
  claimant {
    slug
  }
  source {
    slug
    url
    attribution
  }
  quote {
    exact
    language
  }
}`

/** Every JSON string is a GraphQL string. */
const quoted = (text: string): string => JSON.stringify(text)
const indented = (text: string, by: number): string => text.replaceAll('\n', `\n${' '.repeat(by)}`)
