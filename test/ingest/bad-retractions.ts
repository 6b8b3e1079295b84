import type { Bad, Files } from './bad-seed-cases.ts'
import { GOOD } from './good-seed.ts'

const OWNER = `  - id: owner
    kind: Person
    names: [{ value: Owner, language: en, kind: PREFERRED }]
    speaksFor: [{ entity: x, validFrom: '2022', validTo: '2024' }]
`
const MORE_SOURCES = `  - { id: memo, kind: ARTICLE, title: { en: Memo } }
  - { id: post, kind: POST, title: { en: Post }, publishedBy: owner }
`
const THINGS = `${GOOD['things.yaml'].replace('dataCategories:', `${OWNER}dataCategories:`)}${MORE_SOURCES}`

/** An assertion that retracts another, with the given fields. */
const retraction = (id: string, rest: string): string =>
  `      - { id: ${id}, stance: RETRACTS, polarity: UNKNOWN, certainty: CERTAIN, evidentiality: NONE, ${rest} }\n`

/**
 * X asserts the claim in its policy. The owner speaks for X from 2022 to 2024 and publishes the post. The memo has no
 * publisher.
 */
const takenBack = (...retractions: readonly string[]): Files => ({
  ...GOOD,
  'things.yaml': THINGS,
  'claims.yaml': `${GOOD['claims.yaml']}${retractions.join('')}`,
})
const unsigned = (retracted: string): Files => ({
  ...GOOD,
  'things.yaml': THINGS,
  'claims.yaml': `${GOOD['claims.yaml'].replace(/ +claimant: x\n/, '')}${retracted}`,
})

/** Users assert the claim in a policy that X publishes. */
const printed = (retracted: string): Files => ({
  ...GOOD,
  'things.yaml': THINGS.replace('kind: POLICY', 'kind: POLICY\n    publishedBy: x'),
  'claims.yaml': `${GOOD['claims.yaml']
    .replace('claimant: x', 'claimantAsPrinted: { value: some users, language: en }')
    .replace('PRIMARY_DOCUMENT', 'INDIRECT_SPEECH')}${retracted}`,
})

const at = (line: number, index: number): Bad['problem'] => [
  'RULE_BROKEN',
  'claims.yaml',
  line,
  109,
  `claims[0].assertions[${index}].retracts`,
]

/** The retracted assertion comes first in each case, so that the column of the problem is constant. */
export const BAD_RETRACTIONS: readonly Bad[] = [
  {
    what: 'a retraction by a former speaker for the claimant',
    files: takenBack(retraction('back', "retracts: x-says, claimant: owner, source: post, assertedAt: '2025-01'")),
    problem: at(15, 1),
    message:
      'owner does not speak for x on 2025-01, who said x-says: name x as claimant, or add the period to the speaksFor of owner',
  },
  {
    what: 'a retraction in an unsigned document of a former speaker for the claimant',
    files: takenBack(retraction('back', "retracts: x-says, source: post, assertedAt: '2025-01'")),
    problem: at(15, 1),
    message: /^owner does not speak for x on 2025-01, /,
  },
  {
    what: "a retraction of another claimant's assertion, in a document without a publisher",
    files: takenBack(retraction('back', 'retracts: x-says, source: memo')),
    problem: at(15, 1),
    message: 'nobody is named who takes back what x said: name the claimant',
  },
  {
    what: 'a retraction of an assertion without a known claimant',
    files: unsigned(retraction('back', 'retracts: x-says, claimant: x, source: policy')),
    problem: at(14, 1),
    message: 'nobody is known to have said x-says: name its claimant, or take it out with withdrawn',
  },
  {
    what: "a retraction of others' assertion by the publisher that printed it",
    files: printed(retraction('back', 'retracts: x-says, claimant: x, source: policy')),
    problem: at(15, 1),
    message: 'nobody is known to have said x-says: name its claimant, or take it out with withdrawn',
  },
  {
    what: 'a retraction of itself',
    files: takenBack(retraction('back', 'retracts: back, claimant: x, source: policy')),
    problem: at(15, 1),
    message: 'takes back itself: name the assertion that is taken back',
  },
  {
    what: 'a retraction of a retraction',
    files: takenBack(
      retraction('back', 'retracts: x-says, claimant: x, source: policy'),
      retraction('more', 'retracts: back, claimant: x, source: policy'),
    ),
    problem: at(16, 2),
    message: 'back takes something back itself: record what is said again as an assertion of its own',
  },
]

/** Valid retractions. */
export const GOOD_RETRACTIONS: readonly (readonly [string, Files])[] = [
  ['its claimant', takenBack(retraction('back', 'retracts: x-says, claimant: x, source: memo'))],
  [
    'a speaker for its claimant on that day',
    takenBack(retraction('back', "retracts: x-says, claimant: owner, source: memo, assertedAt: '2023-09'")),
  ],
  [
    'an unsigned document of who speaks for who said it, on a day that is unknown',
    takenBack(retraction('back', 'retracts: x-says, source: post')),
  ],
  ['the same document, if nobody signed it', unsigned(retraction('back', 'retracts: x-says, source: policy'))],
]
