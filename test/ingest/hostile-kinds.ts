/** Texts of seeds by kind; `n` is about how many keys, values and marks of punctuation they hold. */
export type Kind = (n: number) => string

const times = (n: number, text: (i: number) => string): string =>
  Array.from({ length: Math.ceil(n) }, (_, i) => text(i)).join('')
const NAMES = 'names: [{ value: A, language: en, kind: PREFERRED }]'
const assertions = (n: number, one: (i: number) => string): string =>
  `claims:\n${times(n / 50, (i) => `  - id: c${i}\n    subject: x\n    predicate: COLLECTS\n    data: [d]\n    assertions:\n${one(i)}`)}`
const ASSERTION = 'stance: STATES, polarity: AFFIRMS, certainty: CERTAIN, evidentiality: PRIMARY_DOCUMENT, source: s'

/** Syntax of the YAML file. */
export const YAML_KINDS: Readonly<Record<string, Kind>> = {
  'empty items': (n) => `claims:\n${'  -\n'.repeat(n)}`,
  'empty maps': (n) => `claims: [${'{},'.repeat(n / 3)}]`,
  'empty maps within an item': (n) => `claims: [{ assertions: [${'{},'.repeat(n / 3)}] }]`,
  'unknown keys': (n) => times(n / 3, (i) => `k${i}: 1\n`),
  'unknown keys of an item': (n) => `claims:\n  - id: a\n${times(n / 3, (i) => `    k${i}: 1\n`)}`,
  'keys of a union': (n) => `claims: [{ object: { ${times(n / 4, (i) => `k${i}: 1, `)} } }]`,
  'keys that are no languages': (n) => `story: { title: { ${times(n / 4, (i) => `k${i}: x, `)} } }`,
  'one key again and again': (n) => 'claims: []\n'.repeat(n / 4),
  'keys that are lists': (n) => `{ ${'[a]: b, '.repeat(n / 7)} }`,
  anchors: (n) => `claims:\n${times(n / 2, (i) => `  - &a${i} x\n`)}`,
  aliases: (n) => `claims:\n  - &a x\n${'  - *a\n'.repeat(n / 2)}`,
  'aliases of aliases': (n) => times(n / 22, (i) => `k${i}: &k${i} [${`*k${i - 1}, `.repeat(i === 0 ? 0 : 9)}x]\n`),
  'merged maps': (n) =>
    `%YAML 1.1\n---\n${times(n / 12, (i) => `k${i}: &k${i} { <<: [${`*k${i - 1}, `.repeat(i === 0 ? 0 : 2)}] }\n`)}`,
  'nested lists': (n) => '['.repeat(n),
  'nested lists in lines': (n) => '- '.repeat(n),
  'nested maps': (n) => '{ a: '.repeat(n / 3),
  'nested keys': (n) => '? '.repeat(n),
  'nested values': (n) => times(Math.min(n, 1000), (i) => `${' '.repeat(i)}a:\n`),
  documents: (n) => '--- a\n'.repeat(n / 2),
  directives: (n) => '%A b\n'.repeat(n),
  'directives of tags': (n) => `${times(n, (i) => `%TAG !a${i}! !b\n`)}--- a\n`,
  tags: (n) => `claims:\n${times(n / 3, (i) => `  - !t${i} x\n`)}`,
  'tags of sets': (n) => `!!set\n${times(n / 2, (i) => `? k${i}\n`)}`,
  comments: (n) => '# c\n'.repeat(n),
  'empty lines': (n) => `uses: []${'\n'.repeat(n)}claims: []`,
  commas: (n) => `claims: [${','.repeat(n)}]`,
  'wrong brackets': (n) => '] '.repeat(n),
  'wrong characters': (n) => 'a: @\n'.repeat(n / 3),
  'wrong indentation': (n) => times(n / 3, (i) => (i % 2 ? '  a: b\n' : ' c: d\n')),
  'a long text': (n) => `story: { title: { en: "${'x\\n'.repeat(n * 10)}" } }`,
  'a long key': (n) => `{ "${'k'.repeat(n * 20)}": 1 }`,
  'a long language': (n) => `story: { title: { en${times(n / 3, (i) => `-a${String(i).padStart(5, '0')}`)}: x } }`,
  'a long number': (n) => `uses: ${'9'.repeat(n * 20)}`,
  'a long anchor': (n) => `uses: &${'a'.repeat(n * 20)} []`,
}

/** Content of a seed in valid YAML. */
export const SEED_KINDS: Readonly<Record<string, Kind>> = {
  'references to nothing': (n) =>
    `story: { id: s, recordedAt: '2026-08-01T00:00:00Z', title: { en: A }, summary: { en: A }, claims: [${times(n / 2, (i) => `c-${i}, `)}] }`,
  'a claim repeated in a story': (n) =>
    `story: { id: s, recordedAt: '2026-08-01T00:00:00Z', title: { en: A }, summary: { en: A }, claims: [${'c, '.repeat(n / 2)}] }`,
  'slips of the pen': (n) =>
    `uses:\n${times(n / 30, (i) => `  - { id: a-rather-long-use-${i}, broader: [a-rather-long-usse-${i}], ${NAMES} }\n`)}`,
  'one id again and again': (n) => `uses:\n${times(n / 25, () => `  - { id: u, ${NAMES} }\n`)}`,
  'a chain of concepts': (n) => `uses:\n${times(n / 30, (i) => `  - { id: u${i}, broader: [u${i + 1}], ${NAMES} }\n`)}`,
  'a cycle of concepts': (n) =>
    `uses:\n${times(n / 30, (i) => `  - { id: u${i}, broader: [u${(i + 1) % Math.ceil(n / 30)}], ${NAMES} }\n`)}`,
  'a cycle of sources': (n) =>
    `sources:\n${times(n / 22, (i) => `  - { id: s${i}, kind: POLICY, title: { en: A }, derivedFrom: [s${(i + 1) % Math.ceil(n / 22)}] }\n`)}`,
  'former ids': (n) => `uses:\n${times(n / 30, (i) => `  - { id: u${i}, formerly: [u${i + 1}, u], ${NAMES} }\n`)}`,
  'names at one time': (n) =>
    `uses: [{ id: u, names: [${times(Math.min(n / 13, 1000), () => '{ value: A, language: en, kind: PREFERRED },')}] }]`,
  'periods at one time': (n) =>
    `entities: [{ id: e, kind: Person, ${NAMES}, speaksFor: [${times(Math.min(n / 9, 1000), () => "{ entity: e, validFrom: '2024' },")}] }]`,
  'identifiers elsewhere': (n) =>
    `uses: [{ id: u, ${NAMES}, externalIds: [${times(Math.min(n / 10, 1000), () => '{ scheme: a, value: b },')}] }]`,
  'the same claim again': (n) => assertions(n, (i) => `      - { id: a${i}, ${ASSERTION} }\n`),
  retractions: (n) =>
    `claims:\n  - id: c\n    subject: x\n    predicate: COLLECTS\n    data: [d]\n    assertions:\n${times(Math.min(n / 40, 1000), (i) => `      - { id: a${i}, ${ASSERTION.replace('STATES', 'RETRACTS')}, retracts: a${i + 1} }\n`)}`,
  quotes: (n) =>
    assertions(
      n,
      (i) =>
        `      - { id: a${i}, ${ASSERTION}, quote: { exact: 'Ä ${'x'.repeat(200)}', language: en, start: 1, end: 2, version: v } }\n`,
    ),
  'versions of a quote': (n) =>
    `claims:\n  - id: c\n    subject: x\n    predicate: COLLECTS\n    data: [d]\n    assertions:\n      - { id: a, ${ASSERTION}, quote: { exact: A, language: en, foundIn: [${times(Math.min(n / 4, 1000), (i) => `v${i}, `)}], absentFrom: [${times(Math.min(n / 4, 1000), (i) => `v${i}, `)}] } }\n`,
}
