import { type Bad, changed, type Files, inThings } from './bad-seed-cases.ts'
import { GOOD } from './good-seed.ts'

const again = (frame: string): Files => ({
  ...GOOD,
  'later.yaml': `claims:\n  - { id: x-collects-again, assertions: [], ${frame} }\n`,
})
const SAME = /^claims the same as x-collects-biometric \(\S*claims\.yaml:2\): give its assertions to that one$/
const AT: Bad['problem'] = ['RULE_BROKEN', 'later.yaml', 2, 11, 'claims[0].id']
const PROPOSITION_FILTER = 'subject: x, predicate: COLLECTS, data: [biometric]'

/** A claim with every part of a proposition that the good seed has objects for, written in two forms. */
const written = (id: string, subject: string, data: string, condition: string): string =>
  `  - { id: ${id}, subject: ${subject}, predicate: SHARES_WITH, data: ${data}, object: { text: { en: others } }, condition: ${condition}, validFrom: '2020', assertions: [] }\n`
const inTwoWays = (rest: string): Files => ({
  ...inThings('sources:', `${FACE}sources:`),
  'beside.yaml': `claims:\n${written('one', 'x', '[biometric, face]', '{ en: if asked, id: jika diminta }')}${rest}`,
})
const FACE = '  - id: face\n    names: [{ value: faces, language: en, kind: PREFERRED }]\n'

/** Seeds that repeat something which must be unique. */
export const BAD_REPEATS: readonly Bad[] = [
  { what: 'the same claim under another id', files: again(PROPOSITION_FILTER), problem: AT, message: SAME },
  {
    what: 'the same claim with its subject in map form and a repeated data category',
    files: again('subject: { entity: x }, predicate: COLLECTS, data: [biometric, biometric], uses: []'),
    problem: AT,
    message: SAME,
  },
  {
    what: 'the same claim in another order',
    files: inTwoWays(written('two', 'x', '[face, biometric]', "{ id: jika diminta, en: ' if  asked ' }")),
    problem: ['RULE_BROKEN', 'beside.yaml', 3, 11, 'claims[1].id'],
    message: /^claims the same as one \(\S*beside\.yaml:2\): /,
  },
  {
    what: 'a claim that is twice in a story',
    files: changed('story.yaml', '[x-collects-biometric]', '[x-collects-biometric, x-collects-biometric]'),
    problem: ['RULE_BROKEN', 'story.yaml', 6, 34, 'story.claims[1]'],
    message: 'x-collects-biometric is told twice: keep one',
  },
  {
    what: 'a claim that is twice in a picture',
    files: changed(
      'story.yaml',
      '[x-collects-biometric]',
      '[x-collects-biometric]\n  picture: [x-collects-biometric, x-collects-biometric]',
    ),
    problem: ['RULE_BROKEN', 'story.yaml', 7, 35, 'story.picture[1]'],
    message: 'x-collects-biometric is in the picture twice: keep one',
  },
  {
    what: 'two preferred names in one language',
    files: inThings('kind: PREFERRED }', 'kind: PREFERRED }, { value: Y, language: EN, kind: PREFERRED }'),
    problem: ['RULE_BROKEN', 'things.yaml', 4, 58, 'entities[0].names[1]'],
    message: /^is preferred in en beside X: make one of the two an ALIAS or FORMER, or end it/,
  },
  {
    what: 'two preferred names of overlapping periods',
    files: inThings(
      'kind: PREFERRED }',
      "kind: PREFERRED, validTo: '2023-07' }, { value: Y, language: en, kind: PREFERRED, validFrom: '2023-06' }",
    ),
    problem: ['RULE_BROKEN', 'things.yaml', 4, 78, 'entities[0].names[1]'],
    message: /^is preferred in en beside X: /,
  },
]

/** Valid seeds that resemble a repeat. */
export const GOOD_REPEATS: readonly (readonly [string, Files])[] = [
  ['another predicate', again('subject: x, predicate: SELLS, data: [biometric]')],
  ['a condition', again(`${PROPOSITION_FILTER}, condition: { en: if asked }`)],
  ['a time', again(`${PROPOSITION_FILTER}, validFrom: '2020'`)],
  ['another text in its object', inTwoWays(written('two', 'x', '[biometric, face]', '{ en: if asked }'))],
  [
    'a preferred name that ends in the month in which the other begins',
    inThings(
      'kind: PREFERRED }',
      "kind: PREFERRED, validTo: '2023-07' }, { value: Y, language: en, kind: PREFERRED, validFrom: '2023-07' }",
    ),
  ],
  [
    'a preferred name in another language',
    inThings('kind: PREFERRED }', 'kind: PREFERRED }, { value: X, language: id, kind: PREFERRED }'),
  ],
]
