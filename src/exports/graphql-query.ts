/** What a question may be about. */
export type QueryKind = 'story' | 'claim' | 'entity' | 'source' | 'data' | 'use' | 'compare' | 'network'

/** The question for the API that gives what a page shows, formatted to be read and changed. */
export function graphqlQuery(kind: QueryKind, slug: string, language: string, asOf: string | null): string {
  const time = asOf === null ? '' : `, asOf: ${quoted(asOf)}`
  const claim = CLAIM.replaceAll('LANGUAGE', quoted(language))
  if (kind === 'claim') return `{\n  claim(slug: ${quoted(slug)}${time}) {${indented(claim, 4)}\n  }\n}\n`
  const slugs = slug.split(',')
  const asked =
    kind === 'compare'
      ? slugs.map((one, i) => ({ name: `of${i + 1}: claims`, by: FILTERS[kind], one }))
      : [
          { name: 'claims', by: FILTERS[kind], one: slug },
          ...(kind === 'entity' ? [{ name: 'said: claims', by: 'claimant', one: slug }] : []),
        ]
  const first = asked.length > 2 ? FEW_CLAIMS : MANY_CLAIMS
  const lists = asked.map(({ name, by, one }) => {
    const filter = `filter: {${by}: ${quoted(one)}}`
    return `  ${name}(${filter}, first: ${first}${time}) {\n    nodes {${indented(claim, 6)}\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n`
  })
  return `{\n${lists.join('')}}\n`
}

/** Of each list, so that the API takes the question however many it asks for (graphql/limits/cost.ts). */
const MANY_CLAIMS = 50
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
  status
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

/** Strings of JSON are strings of GraphQL. */
const quoted = (text: string): string => JSON.stringify(text)
const indented = (text: string, by: number): string => text.replaceAll('\n', `\n${' '.repeat(by)}`)
