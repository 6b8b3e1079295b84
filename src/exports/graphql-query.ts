import { STANDINGS, type Standing, type StandingName, standingName } from '../domain/standing.ts'

/** Kind of page that a query is generated for. */
export type QueryKind = 'story' | 'claim' | 'entity' | 'source' | 'data' | 'use' | 'compare' | 'network'

/**
 * Returns the GraphQL query for the content of a page, formatted for reading and changing.
 *
 * @param slug slugs joined by commas for `compare`
 * @param asOf an ISO instant; null for the current revision
 * @param standings filter of the page; empty for all. Those that no single filter selects have a list each
 */
export function graphqlQuery(
  kind: QueryKind,
  slug: string,
  language: string,
  asOf: string | null,
  standings: readonly StandingName[] = [],
): string {
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
  const conditions = standings.length === 0 ? [''] : conditionsOf(standings).map((condition) => `, ${condition}`)
  const all = requested.flatMap(({ name, by, one }) =>
    conditions.map((condition, i) => ({ name: i === 0 ? name : `also${i}: claims`, by, one, condition })),
  )
  const first = all.length > 2 ? FEW_CLAIMS : MANY_CLAIMS
  const lists = all.map(({ name, by, one, condition }) => {
    const filter = `filter: {${by}: ${quoted(one)}${condition}}`
    return `  ${name}(${filter}, first: ${first}${time}) {\n    nodes {${indented(claim, 6)}\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n`
  })
  return `{\n${lists.join('')}}\n`
}

/**
 * Returns the filters that together select some standings, and no claim twice. A standing of a page is a status on one side
 * or on both; the API filters by status and polarity.
 */
function conditionsOf(names: readonly StandingName[]): readonly string[] {
  const chosen = STANDINGS.filter((one) => names.includes(standingName(one)))
  const isWhole = ({ status }: Standing): boolean =>
    STANDINGS.every((one) => one.status !== status || chosen.includes(one))
  const [whole, halves] = [chosen.filter(isWhole), chosen.filter((one) => !isWhole(one))]
  const listOf = (some: readonly Standing[]): string =>
    `statuses: [${[...new Set(some.map(({ status }) => status))].join(', ')}]`
  const sides = new Set(halves.map(({ polarity }) => polarity))
  return [
    ...(whole.length > 0 ? [listOf(whole)] : []),
    ...[...sides].map((side) => {
      const own = halves.filter(({ polarity }) => polarity === side)
      return `${listOf(own)}, polarity: ${side ?? 'UNKNOWN'}`
    }),
  ]
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
