import { list } from './hostile/request.ts'

const WHOLE_CLAIM = `slug data { slug names { value } } uses { slug names { value } } sentence { value } headline { proposition by }
  assertions { slug via { __typename } claimant { names { value } } quote { exact foundIn } source { slug versions { slug } } }
  status { value decidedBy { slug } caveats { slug } representatives { parties { slug } } } relations { kind from { slug } to { slug } }`
const aliases = (count: number, field: (i: number) => string): string =>
  `{ ${list(count, (i) => `a${i}: ${field(i)}`).join(' ')} }`

/** Queries near the cost limit, each expensive for another reason. A server may still reject some of them. */
export const HEAVY_QUESTIONS: Readonly<Record<string, string>> = {
  'five comparisons':
    '{ comparison(entities: ["x", "xai", "linkedin", "x", "xai"]) { cells { useSlug dataCategorySlug counts { status count } } } }',
  'two comparisons of two': aliases(
    2,
    () => 'comparison(entities: ["x", "xai"]) { cells { useSlug counts { count } } }',
  ),
  'claims whole': `{ claims(first: 20, orderBy: MOST_CONTESTED) { nodes { ${WHOLE_CLAIM} } } }`,
  'claims whole, as of a day': `{ claims(first: 15, filter: { validOn: "2024-01-01" }, orderBy: MOST_CONTESTED) { nodes { ${WHOLE_CLAIM} } } }`,
  'sentences of 2,000 claims': aliases(
    20,
    (i) => `claims(first: 100, orderBy: ${i % 2 ? 'SLUG' : 'MOST_CONTESTED'}) { nodes { sentence { value } } }`,
  ),
  'statuses of a day': aliases(
    10,
    (i) => `claims(first: 100, filter: { validOn: "20${10 + i}-01-01" }) { nodes { status { value } } }`,
  ),
  'twenty searches': aliases(20, (i) => `search(text: "${'abcdefghijklmnoprstuvw'[i]}", first: 5) { nodes { slug } }`),
  'twenty texts of claims': aliases(
    20,
    (i) => `claims(filter: { text: "${'abcdefghijklmnoprstuvw'[i]}" }, first: 5) { nodes { slug } }`,
  ),
  'ten counts': aliases(10, (i) => `claims(filter: { validOn: "20${10 + i}" }, first: 1) { totalCount }`),
  'eight paths': aliases(
    8,
    () => 'paths(from: "Entity:x", to: "Entity:xai", maxLength: 6, limit: 10) { complete paths { length } }',
  ),
  'eight paths through everything': aliases(
    8,
    () =>
      'paths(from: "Entity:x", to: "Entity:linkedin", maxLength: 6, limit: 10, through: [SUBJECT, OBJECT, USE, DATA, CLAIMANT, RELATION]) { complete paths { length } }',
  ),
  'graphs four deep': aliases(
    5,
    () => 'graph(roots: ["Entity:x"], depth: 4, limit: 190) { complete nodes { id } edges { from to } }',
  ),
  timelines: aliases(
    4,
    () => 'timeline(entity: "x", clocks: [SAID, HOLDS, RECORDED], first: 100) { nodes { date kind } }',
  ),
  'ten statistics': aliases(10, () => 'stats { byKind { count } byStatus { count } }'),
  'entities with their claims':
    '{ entities(first: 100) { nodes { slug names { value } claims(first: 10) { nodes { slug status { value } } } } } }',
  'a story whole': `{ story(slug: "x-privacy-2023") { claims(first: 20) { nodes { ${WHOLE_CLAIM} } } } }`,
}
