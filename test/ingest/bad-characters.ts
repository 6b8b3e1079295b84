import { ACT, type Bad, beside, changed, inClaims, inThings } from './bad-seed-cases.ts'

const COMMENT =
  'is a comment right after an unquoted text: put the text in quotes if this is part of it, or the comment on a line of its own'
const SECOND_COLON = 'has a second “: ” within an unquoted text: put the text in quotes'
const NAME = 'entities[0].names[0].value'

/** Seeds with invisible texts, texts that are equal to others, and YAML that would lose words. */
export const BAD_CHARACTERS: readonly Bad[] = [
  {
    what: 'a comment right after an unquoted text',
    files: beside('entities:\n  - id: acme\n    description:\n      en: Acme #1 of the shops\n'),
    problem: ['NOT_YAML', 'beside.yaml', 4, 16, ''],
    message: COMMENT,
  },
  {
    what: 'a comment right after an unquoted text of a list in brackets',
    files: beside('claims: [a, b #1\n  ]\n'),
    problem: ['NOT_YAML', 'beside.yaml', 1, 15, ''],
    message: COMMENT,
  },
  {
    what: 'a comment right after an unquoted text that begins with a digit',
    files: beside('entities:\n  - id: acme\n    description:\n      en: 3D #1\n'),
    problem: ['NOT_YAML', 'beside.yaml', 4, 14, ''],
    message: COMMENT,
  },
  {
    what: 'a carriage return alone, after which an editor shows a new line',
    files: beside('# a note\rclaims: []\n'),
    problem: ['NOT_YAML', 'beside.yaml', 1, 9, ''],
    message: 'has a carriage return without a line feed: save the file with line feeds',
  },
  {
    what: 'an unquoted text with a colon',
    files: changed('story.yaml', '{ en: A story }', '\n    en: X: a story'),
    problem: ['NOT_YAML', 'story.yaml', 5, 9, ''],
    message: SECOND_COLON,
  },
  {
    what: 'an unquoted text with a colon, in braces',
    files: changed('story.yaml', '{ en: A story }', '{ en: X: a story }'),
    problem: ['NOT_YAML', 'story.yaml', 4, 16, ''],
    message: SECOND_COLON,
  },
  {
    what: 'a tag before an unquoted text',
    files: changed('story.yaml', 'A story', '!important story'),
    problem: ['NOT_YAML', 'story.yaml', 4, 16, ''],
    message: 'has a tag (!…), which is no part of a text: put the text in quotes',
  },
  {
    what: 'an anchor before a text, which no alias uses',
    files: changed('story.yaml', 'A story', '&c story'),
    problem: ['NOT_YAML', 'story.yaml', 4, 19, ''],
    message: 'has an anchor (&…) before it, which no alias uses: put the text in quotes if this is part of it',
  },
  {
    what: 'a merge key',
    files: changed('story.yaml', '{ en: A story }', '{ <<: { id: Kisah }, en: A story }'),
    problem: ['NOT_YAML', 'story.yaml', 4, 12, ''],
    message: 'has a merge key (<<), which would copy nothing: write the keys out',
  },
  {
    what: 'a name of zero-width characters',
    files: inThings('value: X', 'value: "\\u200b\\u2060"'),
    problem: ['INVALID', 'things.yaml', 4, 22, NAME],
    message: 'contains nothing that a reader sees: write some words',
  },
  {
    what: 'a name with a control character',
    files: inThings('value: X', 'value: "X\\a"'),
    problem: ['INVALID', 'things.yaml', 4, 22, NAME],
    message: 'contains the control character U+0007: write it on one line',
  },
  {
    what: 'half of a surrogate pair in a URL',
    files: inThings('    kind: POLICY', '    kind: POLICY\n    url: "https://x.com/\\ud800"'),
    problem: ['INVALID', 'things.yaml', 11, 10, 'sources[0].url'],
    message: 'contains half of a surrogate pair: write complete characters',
  },
  {
    what: 'half of a surrogate pair in a quote',
    files: inClaims('exact: may collect', 'exact: "may \\udc00"'),
    problem: ['INVALID', 'claims.yaml', 14, 25, `${ACT}.quote.exact`],
    message: 'contains half of a surrogate pair: write complete characters',
  },
  {
    what: 'a direction control in an identifier',
    files: inThings('kind: Service', 'kind: Service\n    externalIds: [{ scheme: wikidata, value: "Q9\\u202e18" }]'),
    problem: ['INVALID', 'things.yaml', 4, 46, 'entities[0].externalIds[0].value'],
    message: 'contains the invisible character U+202E: leave it out',
  },
  {
    what: 'a direction control in an id',
    files: inThings('id: biometric', 'id: "biometric\\u202e"'),
    problem: ['INVALID', 'things.yaml', 6, 9, 'dataCategories[0].id'],
    message: 'is no id: write a-z, 0-9 and single hyphens',
  },
  {
    what: 'a language twice, in two spellings',
    files: changed('story.yaml', '{ en: A story }', '{ pt-br: Uma história, pt-BR: Uma história }'),
    problem: ['INVALID', 'story.yaml', 4, 40, 'story.title.pt-BR'],
    message: 'names a language that is there already: keep one',
  },
  {
    what: 'a name twice, in two normalisation forms',
    files: inThings(
      'kind: PREFERRED }]\ndata',
      'kind: PREFERRED }, { value: "\\u00e9", language: fr, kind: ALIAS }, { value: " e\\u0301 ", language: FR, kind: ALIAS }]\ndata',
    ),
    problem: ['RULE_BROKEN', 'things.yaml', 4, 106, 'entities[0].names[2]'],
    message: 'é is there twice as ALIAS in fr: keep one',
  },
  {
    what: 'an identifier of two entities, in two spellings of its scheme',
    files: inThings(
      'dataCategories:',
      '    externalIds: [{ scheme: Wikidata, value: " Q1" }]\n  - id: y\n    kind: Person\n    names: [{ value: Y, language: en, kind: PREFERRED }]\n    externalIds: [{ scheme: wikidata, value: Q1 }]\ndataCategories:',
    ),
    problem: ['DUPLICATE_ID', 'things.yaml', 9, 19, 'entities[1].externalIds[0]'],
    message: /^wikidata:Q1 is that of x in /,
  },
  {
    what: 'two claims with one condition, in two normalisation forms',
    files: {
      ...inClaims('data: [biometric]', 'data: [biometric]\n    condition: { FR: " donn\\u00e9es" }'),
      'beside.yaml':
        'claims:\n  - id: again\n    subject: x\n    predicate: COLLECTS\n    data: [biometric]\n    condition: { fr: "donne\\u0301es" }\n    assertions: []\n',
    },
    problem: ['RULE_BROKEN', 'claims.yaml', 2, 9, 'claims[0].id'],
    message: /^claims the same as again /,
  },
  {
    what: 'an instant at hour 24',
    files: changed('story.yaml', '2026-08-01T00:00:00Z', '2026-07-31T24:00:00Z'),
    problem: ['INVALID', 'story.yaml', 3, 15, 'story.recordedAt'],
    message: "is no instant: write one such as '2026-08-01T00:00:00Z', in quotes",
  },
  {
    what: 'an instant of the year 0',
    files: changed('story.yaml', '2026-08-01T00:00:00Z', '0000-08-01T00:00:00Z'),
    problem: ['INVALID', 'story.yaml', 3, 15, 'story.recordedAt'],
    message: "is no instant: write one such as '2026-08-01T00:00:00Z', in quotes",
  },
  {
    what: 'a publication in the future',
    files: inThings('    kind: POLICY', "    kind: POLICY\n    publishedAt: '2026-11-03'"),
    problem: ['RULE_BROKEN', 'things.yaml', 11, 18, 'sources[0].publishedAt'],
    message: '2026-11-03 is in the future: write when it was published, or leave it out',
  },
  {
    what: 'a capture in the future, by some minutes',
    files: inThings('kind: CHANGE', "kind: CHANGE, capturedAt: '2026-11-01T00:06:00Z'"),
    problem: ['RULE_BROKEN', 'things.yaml', 12, 58, 'sources[0].versions[0].capturedAt'],
    message: '2026-11-01T00:06:00Z is in the future: write when it was captured, or leave it out',
  },
]

/** Seeds that are equal to the good one but for the spelling of their texts. */
export const SAME_AS_GOOD: readonly Pick<Bad, 'what' | 'files'>[] = [
  { what: 'white space around a name', files: inThings('value: X', 'value: "\\u00a0X\\n"') },
  { what: 'the case of a language tag', files: inThings('language: en', 'language: EN') },
  { what: 'the case of the language of a text', files: changed('story.yaml', '{ en: A story }', '{ EN: A story }') },
  {
    what: 'the final line break of a block scalar',
    files: inClaims(
      '{ exact: may collect, language: en, start: 10, end: 21, version: policy-1 }',
      '\n          exact: |\n            may collect\n          language: en\n          start: 10\n          end: 21\n          version: policy-1',
    ),
  },
  {
    what: 'a comment after a number',
    files: inClaims(
      '        quote: { exact: may collect, language: en, start: 10, end: 21, version: policy-1 }',
      '        quote:\n          exact: may collect\n          language: en\n          start: 10 # counted by hand\n          end: 21\n          version: policy-1',
    ),
  },
]

/** Seeds with dates in the future, in keys that allow it. */
export const GOOD_FUTURES: readonly Pick<Bad, 'what' | 'files'>[] = [
  {
    what: 'a policy that takes effect later',
    files: inThings('kind: CHANGE', "kind: CHANGE, effectiveFrom: '2027-01'"),
  },
  {
    what: 'a claim that is valid later',
    files: inClaims('data: [biometric]', "data: [biometric]\n    validFrom: '2027'\n    validTo: '2030-01-01'"),
  },
  {
    what: 'words that are valid later',
    files: inClaims('source: policy', "source: policy\n        heldFrom: '2026-12-01'\n        heldUntil: '2028'"),
  },
  {
    what: 'a capture some minutes ahead',
    files: inThings('kind: CHANGE', "kind: CHANGE, capturedAt: '2026-11-01T00:04:00Z'"),
  },
  {
    what: 'a publication today, further east',
    files: inThings('    kind: POLICY', "    kind: POLICY\n    publishedAt: '2026-11-01'"),
  },
]
