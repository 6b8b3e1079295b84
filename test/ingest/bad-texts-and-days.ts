import { ACT, type Bad, changed, type Files, inClaims, inThings } from './bad-seed-cases.ts'

const saidOn = (day: string, besides = ''): Files =>
  inClaims('source: policy', `source: policy\n        assertedAt: '${day}'${besides}`)
const SAID: Bad['problem'] = ['RULE_BROKEN', 'claims.yaml', 14, 21, `${ACT}.assertedAt`]
const BLANK = 'is blank: write some words'

/** Seeds with empty texts, unsafe URLs, impossible days and places. */
export const BAD_TEXTS_AND_DAYS: readonly Bad[] = [
  {
    what: 'an assertion in the future',
    files: saidOn('2999'),
    problem: SAID,
    message: '2999 is in the future: write when it was said',
  },
  {
    what: 'an assertion after its recording by the story',
    files: saidOn('2026-08-03'),
    problem: SAID,
    message:
      '2026-08-03 is after the instant at which the database learnt it (2026-08-01T00:00:00Z): correct it, or write a recordedAt of its own',
  },
  {
    what: 'an assertion after its own recordedAt',
    files: saidOn('2026-03', "\n        recordedAt: '2026-02-01T00:00:00Z'"),
    problem: SAID,
    message: /^2026-03 is after the instant at which the database learnt it \(2026-02-01T00:00:00Z\): /,
  },
  {
    what: 'a blank name',
    files: inThings('value: X', "value: '  '"),
    problem: ['INVALID', 'things.yaml', 4, 22, 'entities[0].names[0].value'],
    message: BLANK,
  },
  {
    what: 'an empty name',
    files: inThings('value: X', "value: ''"),
    problem: ['INVALID', 'things.yaml', 4, 22, 'entities[0].names[0].value'],
    message: BLANK,
  },
  {
    what: 'a blank quote',
    files: inClaims('exact: may collect', 'exact: "\\u00a0 \\n"'),
    problem: ['INVALID', 'claims.yaml', 14, 25, `${ACT}.quote.exact`],
    message: BLANK,
  },
  {
    what: 'a blank text in one of its languages',
    files: changed('story.yaml', 'summary: { en: In short', "summary: { en: In short, id: ' '"),
    problem: ['INVALID', 'story.yaml', 5, 32, 'story.summary.id'],
    message: BLANK,
  },
  {
    what: 'a condition without words',
    files: inClaims('data: [biometric]', 'data: [biometric]\n    condition: {}'),
    problem: ['INVALID', 'claims.yaml', 6, 16, 'claims[0].condition'],
    message: 'says nothing in any language: write { en: …, id: … }, or leave it out',
  },
  {
    what: 'an entity without a preferred name',
    files: inThings('kind: PREFERRED', 'kind: ALIAS'),
    problem: ['RULE_BROKEN', 'things.yaml', 4, 12, 'entities[0].names'],
    message: 'x has no PREFERRED name: make one of these the name that sentences use',
  },
  {
    what: 'a concept without a preferred name',
    files: inThings('biometric data, language: en, kind: PREFERRED', 'biometric data, language: en, kind: FORMER'),
    problem: ['RULE_BROKEN', 'things.yaml', 7, 12, 'dataCategories[0].names'],
    message: /^biometric has no PREFERRED name: /,
  },
  {
    what: 'a URL with a javascript scheme',
    files: inThings('kind: POLICY', "kind: POLICY\n    url: 'javascript:alert(1)'"),
    problem: ['INVALID', 'things.yaml', 11, 10, 'sources[0].url'],
    message: 'is no URL: write https://…',
  },
  {
    what: 'an archive URL with a file scheme',
    files: inThings('kind: POLICY', "kind: POLICY\n    archive: { name: Here, url: 'file:///etc/passwd' }"),
    problem: ['INVALID', 'things.yaml', 11, 33, 'sources[0].archive.url'],
    message: 'is no URL: write https://…',
  },
  {
    what: 'quote offsets without a version',
    files: inClaims(', version: policy-1', ''),
    problem: ['RULE_BROKEN', 'claims.yaml', 14, 59, `${ACT}.quote.start`],
    message: 'counts from the beginning of a version: name that in version, or leave start and end out',
  },
]

/** Valid days at the edge of the rules. */
export const GOOD_DAYS: readonly (readonly [string, Files])[] = [
  ['made in the year in which it was recorded', saidOn('2026')],
  ['made in the month in which it was recorded', saidOn('2026-08')],
  ['made on the day on which it was recorded', saidOn('2026-08-01')],
  [
    'made where that day had begun when it was recorded',
    saidOn('2026-08-01', "\n        recordedAt: '2026-07-31T10:30:00Z'"),
  ],
  ['made before it was recorded of itself', saidOn('2026-09', "\n        recordedAt: '2026-10-01T00:00:00Z'")],
  ['quoted with spaces around it', inClaims('exact: may collect', "exact: may collect, prefix: ' '")],
]
