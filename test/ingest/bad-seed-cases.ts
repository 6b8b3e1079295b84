import { expect } from 'vitest'
import type { SeedProblem } from '../../src/ingest/seed-problem.ts'
import { GOOD } from './good-seed.ts'

export type Files = Readonly<Record<string, string | Uint8Array>>
/** A seed with one error, and the problem that its author gets. */
export interface Bad {
  readonly what: string
  readonly files: Files
  readonly problem: readonly [code: SeedProblem['code'], file: string, line: number, column: number, path: string]
  /** The error and its correction. */
  readonly message: string | RegExp
}

export const ACT = 'claims[0].assertions[0]'

export function changed(file: keyof typeof GOOD, from: string, to: string, besides: Files = {}): Files {
  expect(GOOD[file]).toContain(from)
  return { ...GOOD, [file]: GOOD[file].replace(from, to), ...besides }
}
export const inClaims = (from: string, to: string): Files => changed('claims.yaml', from, to)
export const inThings = (from: string, to: string): Files => changed('things.yaml', from, to)
export const beside = (text: string | Uint8Array): Files => ({ ...GOOD, 'beside.yaml': text })
const concept = (id: string, broader: string): string =>
  `dataCategories:\n  - id: ${id}\n    broader: [${broader}]\n    names: [{ value: ${id}, language: en, kind: PREFERRED }]\n`
const known = (id: string, scheme: string, ...values: readonly string[]): string =>
  `entities:\n  - id: ${id}\n    kind: Service\n    externalIds: [${values.map((value) => `{ scheme: ${scheme}, value: ${value} }`).join(', ')}]\n    names: [{ value: ${id}, language: en, kind: PREFERRED }]\n`
const reports = (id: string, other: string): string =>
  `claims:\n  - { id: ${id}, subject: x, predicate: REPORTS, object: { claim: ${other} }, assertions: [] }\n`
const bomb = (levels: number): string =>
  Array.from(
    { length: levels },
    (_, i) =>
      `k${i}: &k${i} [${
        i === 0
          ? 'x'
          : Array(9)
              .fill(`*k${i - 1}`)
              .join(', ')
      }]\n`,
  ).join('')

/** A relation of the good claim to itself, with a quote of seven code points that has more UTF-16 units. */
const related = (quoted: string): string =>
  `relations:\n  - { id: r, kind: SUPPORTS, from: x-collects-biometric, to: x-collects-biometric, source: policy, quote: { exact: '𝒳 says.', language: en, ${quoted} } }\n`

const JUDGED = `assessments:
  - id: judged
    claim: x-collects-biometric
    verdict: UNSUPPORTED
    assessedAt: '2026-02'
    author: The desk
`

export const BAD: readonly Bad[] = [
  {
    what: 'a reporting verb of another stance',
    files: inClaims('stance: STATES', 'stance: STATES\n        verb: DENIES'),
    problem: ['RULE_BROKEN', 'claims.yaml', 9, 15, `${ACT}.verb`],
    message: /^DENIES is no verb of STATES: write one of SAYS, .*, or leave it out$/,
  },
  {
    what: 'a wording with a status',
    files: inClaims(
      'predicate: COLLECTS',
      'predicate: COLLECTS\n    wording: { en: { affirmed: X reportedly looks, negated: X does not look } }',
    ),
    problem: ['RULE_BROKEN', 'claims.yaml', 5, 32, 'claims[0].wording.en.affirmed'],
    message: /^has the word reportedly of a stance or a status: leave it out/,
  },
  {
    what: 'a wording without its negated form',
    files: inClaims('predicate: COLLECTS', 'predicate: COLLECTS\n    wording: { en: { affirmed: X looks } }'),
    problem: ['INVALID', 'claims.yaml', 5, 20, 'claims[0].wording.en.negated'],
    message: 'is missing: write a text',
  },
  {
    what: 'an unknown reference with a near name',
    files: inClaims('source: policy', 'source: polcy'),
    problem: ['UNKNOWN_REFERENCE', 'claims.yaml', 13, 17, `${ACT}.source`],
    message: 'there is no source polcy: did you mean policy?',
  },
  {
    what: 'an unknown reference without a near name',
    files: inClaims('subject: x', 'subject: { entity: somebody }'),
    problem: ['UNKNOWN_REFERENCE', 'claims.yaml', 3, 24, 'claims[0].subject.entity'],
    message: 'there is no entity somebody: define it in this folder, or name another',
  },
  {
    what: 'a duplicate id in another file',
    files: {
      ...GOOD,
      'zz.yaml':
        'uses: []\nentities:\n  - id: x\n    kind: Person\n    names: [{ value: X, language: en, kind: ALIAS }]\n',
    },
    problem: ['DUPLICATE_ID', 'zz.yaml', 3, 9, 'entities[0].id'],
    message: /^entity x is already in \S*things\.yaml: give one of the two another id$/,
  },
  {
    what: 'two entities with one external id',
    files: {
      ...inThings('kind: Service\n', 'kind: Service\n    externalIds: [{ scheme: wikidata, value: Q918 }]\n'),
      'zz.yaml': known('twitter', 'wikidata', 'Q918'),
    },
    problem: ['DUPLICATE_ID', 'zz.yaml', 4, 19, 'entities[0].externalIds[0]'],
    message:
      /^wikidata:Q918 is that of x in \S*things\.yaml too: make the two one entity, or keep it at the one that it belongs to$/,
  },
  {
    what: 'an entity with a repeated external id',
    files: beside(known('twitter', 'wikidata', 'Q918', 'Q1', 'Q918')),
    problem: ['DUPLICATE_ID', 'beside.yaml', 4, 87, 'entities[0].externalIds[2]'],
    message: 'wikidata:Q918 is there twice: keep one',
  },
  {
    what: 'an external id past the length limit',
    files: beside(known('twitter', 'wikidata', 'Q'.repeat(1001))),
    problem: ['INVALID', 'beside.yaml', 4, 46, 'entities[0].externalIds[0].value'],
    message: 'is too long or too large: at most 1000',
  },
  {
    what: 'a cycle in the concept tree',
    files: inThings('  - id: biometric\n', '  - id: biometric\n    broader: [biometric]\n'),
    problem: ['RULE_BROKEN', 'things.yaml', 7, 14, 'dataCategories[0].broader'],
    message: 'biometric is broader than itself: break the cycle',
  },
  {
    what: 'a cycle over several files',
    files: {
      ...inThings('  - id: biometric\n', '  - id: biometric\n    broader: [face]\n'),
      'zz.yaml': concept('face', 'eyes'),
      'zzz.yaml': concept('eyes', 'biometric'),
    },
    problem: ['RULE_BROKEN', 'zz.yaml', 3, 14, 'dataCategories[0].broader'],
    message: 'face is broader than itself: break the cycle',
  },
  {
    what: 'a title in two languages without the language of the document',
    files: inThings('title: { en: Policy }', 'title: { en: Policy, id: Kebijakan }'),
    problem: ['RULE_BROKEN', 'things.yaml', 11, 12, 'sources[0].title'],
    message: 'which of these was printed is not known: write the language of the document',
  },
  {
    what: 'a document derived from itself',
    files: inThings('kind: POLICY\n', 'kind: POLICY\n    derivedFrom: [policy]\n'),
    problem: ['RULE_BROKEN', 'things.yaml', 11, 18, 'sources[0].derivedFrom'],
    message: 'policy is derived from itself: break the cycle',
  },
  {
    what: 'documents derived from each other, in several files',
    files: {
      ...inThings('kind: POLICY\n', 'kind: POLICY\n    derivedFrom: [wire]\n'),
      'zz.yaml': 'sources:\n  - { id: wire, kind: ARTICLE, title: { en: Wire }, derivedFrom: [policy] }\n',
    },
    problem: ['RULE_BROKEN', 'zz.yaml', 2, 66, 'sources[0].derivedFrom'],
    message: 'wire is derived from itself: break the cycle',
  },
  {
    what: 'a claim about itself',
    files: beside(reports('x-reports', 'x-reports')),
    problem: ['RULE_BROKEN', 'beside.yaml', 2, 71, 'claims[0].object.claim'],
    message: 'x-reports is a claim about itself: break the cycle',
  },
  {
    what: 'claims about each other, in several files',
    files: {
      ...beside(reports('x-reports', 'x-reports-again')),
      'zz.yaml': reports('x-reports-again', 'x-reports'),
    },
    problem: ['RULE_BROKEN', 'zz.yaml', 2, 77, 'claims[0].object.claim'],
    message: 'x-reports-again is a claim about itself: break the cycle',
  },
  {
    what: 'a negative predicate',
    files: inClaims('COLLECTS', 'DOES_NOT_COLLECT'),
    problem: ['INVALID', 'claims.yaml', 4, 16, 'claims[0].predicate'],
    message:
      /^is no predicate of the list: say it in positive form with COLLECTS, .*, and put NEGATES into the polarity$/,
  },
  {
    what: 'a quote without language',
    files: inClaims('language: en, start', 'start'),
    problem: ['INVALID', 'claims.yaml', 14, 16, `${ACT}.quote.language`],
    message: 'is missing: write a language such as en, id or ar',
  },
  {
    what: "a relation's quote that is longer than its offsets",
    files: beside(related('start: 0, end: 6')),
    problem: ['RULE_BROKEN', 'beside.yaml', 2, 157, 'relations[0].quote.end'],
    message: 'the quote has 7 code points, start to end are 6',
  },
  {
    what: "a relation's quote with a version of another source",
    files: changed('things.yaml', 'sources:\n', 'sources:\n  - { id: wire, kind: ARTICLE, title: { en: Wire } }\n', {
      'beside.yaml': related('version: policy-1').replace('source: policy', 'source: wire'),
    }),
    problem: ['RULE_BROKEN', 'beside.yaml', 2, 149, 'relations[0].quote.version'],
    message: 'policy-1 is no version of wire',
  },
  {
    what: 'a capture of another source',
    files: changed('claims.yaml', 'version: policy-1', 'version: policy-1, foundIn: [other-1]'),
    problem: ['UNKNOWN_REFERENCE', 'claims.yaml', 14, 101, `${ACT}.quote.foundIn[0]`],
    message: 'there is no version other-1: define it in this folder, or name another',
  },
  {
    what: 'a quote in both foundIn and absentFrom',
    files: inClaims('version: policy-1', 'version: policy-1, absentFrom: [policy-1]'),
    problem: ['RULE_BROKEN', 'claims.yaml', 14, 104, `${ACT}.quote.absentFrom[0]`],
    message: 'the words are said to stand in policy-1 too: keep one of the two',
  },
  {
    what: 'a quote absent from an incomplete capture',
    files: {
      ...changed('things.yaml', 'kind: CHANGE }', 'kind: CHANGE }, { id: policy-2, kind: CHANGE, incomplete: true }'),
      'claims.yaml': GOOD['claims.yaml'].replace('version: policy-1', 'version: policy-1, absentFrom: [policy-2]'),
    },
    problem: ['RULE_BROKEN', 'claims.yaml', 14, 104, `${ACT}.quote.absentFrom[0]`],
    message: 'policy-2 is incomplete: what is absent from it is not known, so leave it out',
  },
  {
    what: 'an impossible date',
    files: inClaims('source: policy', "source: policy\n        assertedAt: '2023-02-30'"),
    problem: ['INVALID', 'claims.yaml', 14, 21, `${ACT}.assertedAt`],
    message: "is no possible date: write 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD', in quotes",
  },
  {
    what: 'an impossible time',
    files: inClaims('source: policy', "source: policy\n        heldFrom: '2023-02-20T25:99:00Z'"),
    problem: ['INVALID', 'claims.yaml', 14, 19, `${ACT}.heldFrom`],
    message: "is no possible date: write 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD', in quotes",
  },
  {
    what: 'a year that YAML parses as a number',
    files: inClaims('source: policy', 'source: policy\n        assertedAt: 2023'),
    problem: ['INVALID', 'claims.yaml', 14, 21, `${ACT}.assertedAt`],
    message: "is no possible date: write 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD', in quotes",
  },
  {
    what: 'an instant in the future',
    files: changed('story.yaml', '2026-08', '2027-08'),
    problem: ['RULE_BROKEN', 'story.yaml', 3, 15, 'story.recordedAt'],
    message: '2027-08-01T00:00:00Z is in the future: write the instant at which the database learnt it',
  },
  {
    what: 'overlapping periods of one pair',
    files: inThings(
      'dataCategories:',
      "  - id: owner\n    kind: Person\n    names: [{ value: O, language: en, kind: PREFERRED }]\n    speaksFor: [{ entity: x, validFrom: '2020' }, { entity: x, validFrom: '2021' }]\ndataCategories:",
    ),
    problem: ['RULE_BROKEN', 'things.yaml', 8, 51, 'entities[1].speaksFor[1]'],
    message: 'overlaps another period of owner for x: end one before the other begins',
  },
  {
    what: 'an illegal pair of stance and polarity',
    files: inClaims('polarity: AFFIRMS', 'polarity: UNKNOWN'),
    problem: ['RULE_BROKEN', 'claims.yaml', 9, 19, `${ACT}.polarity`],
    message: 'STATES goes with AFFIRMS or NEGATES, not UNKNOWN',
  },
  {
    what: 'an unknown key',
    files: inClaims('subject: x', 'subject: x\n    conditon: { en: if }'),
    problem: ['INVALID', 'claims.yaml', 4, 15, 'claims[0].conditon'],
    message: 'is no key here: did you mean condition?',
  },
  {
    what: 'an unknown key that JavaScript objects inherit',
    files: beside('__proto__:\n  claims: []\n'),
    problem: ['INVALID', 'beside.yaml', 2, 3, '__proto__'],
    message: 'is no key here: schema/seed.schema.json lists the keys',
  },
  {
    what: 'an unknown enum value',
    files: inThings('kind: Service', 'kind: Website'),
    problem: ['INVALID', 'things.yaml', 3, 11, 'entities[0].kind'],
    message: 'is none of the list: write one of Person, Organization, Service, Group',
  },
  {
    what: 'an object without a kind',
    files: inClaims('data: [biometric]', 'data: [biometric]\n    object: { person: x }'),
    problem: ['INVALID', 'claims.yaml', 6, 13, 'claims[0].object'],
    message: /^is no object of a claim: write \{ entity: … \}, /,
  },
  {
    what: 'an assessment of an unknown claim',
    files: beside(JUDGED.replace('claim: x-collects-biometric', 'claim: x-collects-biometrics')),
    problem: ['UNKNOWN_REFERENCE', 'beside.yaml', 3, 12, 'assessments[0].claim'],
    message: /^there is no claim x-collects-biometrics: /,
  },
  {
    what: 'an assessment in the future',
    files: beside(JUDGED.replace("'2026-02'", "'2999'")),
    problem: ['RULE_BROKEN', 'beside.yaml', 5, 17, 'assessments[0].assessedAt'],
    message: '2999 is in the future: write when it was judged',
  },
  {
    what: 'an assessment without an author',
    files: beside(JUDGED.replace('    author: The desk\n', '')),
    problem: ['INVALID', 'beside.yaml', 2, 5, 'assessments[0].author'],
    message: /missing/,
  },
  {
    what: 'an alias bomb',
    files: beside(bomb(12)),
    problem: ['NOT_YAML', 'beside.yaml', 2, 10, ''],
    message: 'repeats more than 100 aliases: write them out',
  },
  {
    what: 'an alias without an anchor',
    files: beside('claims: *nothing\n'),
    problem: ['NOT_YAML', 'beside.yaml', 1, 9, ''],
    message: 'uses an alias without an anchor before it: write the value out',
  },
  {
    what: 'brackets 20,000 deep',
    files: beside(`claims: ${'['.repeat(20_000)}${']'.repeat(20_000)}`),
    problem: ['NOT_YAML', 'beside.yaml', 1, expect.any(Number), ''],
    message: 'is nested too deep: no seed needs more than some ten levels',
  },
  {
    what: 'invalid UTF-8',
    files: beside(new Uint8Array([...Buffer.from('uses: []\n# é '), 0xff, 0x0a])),
    problem: ['UNREADABLE', 'beside.yaml', 2, 5, ''],
    message: 'is not valid UTF-8: save it as UTF-8',
  },
  {
    what: 'invalid YAML',
    files: inClaims('data: [biometric]', 'data: [biometric'),
    problem: ['NOT_YAML', 'claims.yaml', 6, 5, ''],
    message:
      /^is no YAML \(Flow sequence .* must be sufficiently indented .*\): check the brackets, quotes and indentation here$/,
  },
  {
    what: 'a duplicate key',
    files: inClaims('subject: x', 'subject: x\n    subject: x'),
    problem: ['NOT_YAML', 'claims.yaml', 4, 5, ''],
    message: 'has this key twice: keep one',
  },
  {
    what: 'several documents in a file',
    files: beside('uses: []\n---\nuses: []\n'),
    problem: ['NOT_YAML', 'beside.yaml', 2, 1, ''],
    message: 'has several documents: make a file of each',
  },
  {
    what: 'an empty file',
    files: beside(''),
    problem: ['INVALID', 'beside.yaml', 1, 1, ''],
    message: 'is empty: write a key such as claims',
  },
  {
    what: 'a text instead of a map',
    files: beside('hello'),
    problem: ['INVALID', 'beside.yaml', 1, 1, ''],
    message: 'is a text: write a map of keys',
  },
]
