import { type Assertion, tenseOf } from '../domain/assertion.ts'
import type { ClaimRecord } from '../domain/claim-record.ts'
import { speakerRoleOf } from '../domain/claim-status.ts'
import type { Certainty, Tense } from '../domain/stance.ts'
import type { Act } from '../messages/words.ts'
import { type AttributionChain, attributionChainOf, DIRECTLY } from './attribution-chain.ts'
import { isNobody } from './claimant-name.ts'

/** Assertions that say the same in the same way, so that one clause names all their claimants. */
export interface Utterance {
  readonly act: Act
  readonly negated: boolean
  readonly certainty: Certainty
  readonly tense: Tense
  readonly nobody: boolean
  readonly chain: AttributionChain
  readonly heldUntil: string | null
  readonly assertions: readonly [Assertion, ...Assertion[]]
}

export function utterancesOf(assertions: readonly Assertion[], claimRecord: ClaimRecord): readonly Utterance[] {
  const single = byWeight(assertions, claimRecord).map((assertion) => toUtterance(assertion, claimRecord))
  if (single.length < 2) return single
  const inTheirOwn = new Set(single.filter(({ chain }) => chain.through === null).map(whoAndWhat))
  // Who says so in a document of their own is not told once more by those who retell it.
  const told = single.map((one) => (inTheirOwn.has(whoAndWhat(one)) ? { ...one, chain: DIRECTLY } : one))
  const missed = whatEachMisses(told)
  const groups = new Map<string, Utterance>()
  for (const utterance of told) {
    const key = JSON.stringify([mannerOf(utterance), utterance.chain, missed.get(whoAndWhat(utterance))])
    const known = groups.get(key)
    groups.set(key, known ? { ...known, assertions: [...known.assertions, ...utterance.assertions] } : utterance)
  }
  return [...groups.values()]
}

export const toUtterance = (assertion: Assertion, claimRecord: ClaimRecord): Utterance => ({
  act: actOf(assertion, claimRecord),
  negated: assertion.polarity === 'NEGATES',
  certainty: assertion.certainty,
  tense: tenseOf(assertion),
  nobody: isNobody(assertion),
  chain: attributionChainOf(assertion, claimRecord),
  heldUntil: assertion.heldUntil,
  assertions: [assertion],
})

export function actOf(assertion: Assertion, claimRecord: ClaimRecord): Act {
  const { stance, certainty } = assertion
  if (stance === 'STATES') return speakerRoleOf(assertion, claimRecord) === 'first' ? 'STATES' : 'REPORTS'
  if (stance === 'DENIES') return DENIALS[certainty]
  return stance === 'RETRACTS' ? 'REPORTS_UNKNOWN' : stance
}

const DENIALS = {
  CERTAIN: 'DENIES',
  UNDERSPECIFIED: 'DENIES',
  PROBABLE: 'DENIES_AS_PROBABLE',
  POSSIBLE: 'DENIES_AS_POSSIBLE',
} as const satisfies Readonly<Record<Certainty, Act>>

/** A denial denies the plain claim, however sure it is: its hedge is in the act. */
export const isDenial = (act: Act): boolean => Object.values<Act>(DENIALS).includes(act)

/** One who says the same twice, in two places or two versions, is named once. */
export const speakerKey = ({ claimantId, claimantAsPrinted, sourceId }: Assertion): string =>
  JSON.stringify(claimantId === null ? [null, sourceId] : [claimantId, claimantAsPrinted?.value])

const mannerOf = ({ act, negated, certainty, tense, nobody, heldUntil }: Utterance): readonly unknown[] => [
  act,
  negated,
  certainty,
  tense,
  nobody,
  heldUntil,
]
/** Of an utterance of one. */
const whoAndWhat = (utterance: Utterance): string =>
  JSON.stringify([mannerOf(utterance), speakerKey(utterance.assertions[0])])

/** All that each of them says is missing: what one misses is never said of another. */
function whatEachMisses(utterances: readonly Utterance[]): ReadonlyMap<string, string> {
  const missed = new Map<string, readonly string[]>()
  for (const utterance of utterances) {
    if (utterance.act !== 'REPORTS_UNKNOWN') continue
    const [{ lacks, lacksFrom }] = utterance.assertions
    const key = whoAndWhat(utterance)
    missed.set(key, [...(missed.get(key) ?? []), JSON.stringify([lacks, lacksFrom])])
  }
  return new Map([...missed].map(([key, all]) => [key, [...new Set(all)].sort().join()]))
}

/** First parties before others, then by date and id: the same record gives the same words. */
function byWeight(assertions: readonly Assertion[], claimRecord: ClaimRecord): readonly Assertion[] {
  if (assertions.length < 2) return assertions
  const weigh = (a: Assertion): string =>
    [
      a.polarity === 'AFFIRMS' ? 0 : 1,
      speakerRoleOf(a, claimRecord) === 'first' ? 0 : 1,
      isNobody(a) ? 1 : 0,
      a.assertedAt ?? '~',
      a.id,
    ].join('|')
  const weighed = assertions.map((assertion) => ({ assertion, weight: weigh(assertion) }))
  return weighed.sort((a, b) => (a.weight < b.weight ? -1 : 1)).map(({ assertion }) => assertion)
}
