import { type Assertion, tenseOf } from '../domain/assertion.ts'
import type { ClaimRecord } from '../domain/claim-record.ts'
import { speakerRoleOf } from '../domain/claim-status.ts'
import type { Certainty, Tense } from '../domain/stance.ts'
import type { Act, Possibility, ReportingVerb } from '../messages/words.ts'
import { type AttributionChain, attributionChainOf, DIRECTLY } from './attribution-chain.ts'
import { isNobody } from './claimant-name.ts'
import { commonPossibility } from './possibility.ts'
import { isRetold } from './retold.ts'

/** Assertions of equal stance, polarity, hedge and attribution chain. One clause names all their claimants. */
export interface Utterance {
  readonly act: Act
  /** Null for the default verb of the act. */
  readonly verb: ReportingVerb | null
  readonly negated: boolean
  readonly certainty: Certainty
  readonly possibility: Possibility
  readonly tense: Tense
  readonly nobody: boolean
  /** True if the claimant's own document is known from a retelling only. */
  readonly isRetold: boolean
  readonly chain: AttributionChain
  readonly heldUntil: string | null
  readonly assertions: readonly [Assertion, ...Assertion[]]
}

/** Returns utterances with affirmations before negations, and first parties before others. */
export function utterancesOf(assertions: readonly Assertion[], claimRecord: ClaimRecord): readonly Utterance[] {
  const single = byWeight(assertions, claimRecord).map((assertion) => toUtterance(assertion, claimRecord))
  if (single.length < 2) return single
  // A claimant's own document replaces the documents that repeat it.
  const inTheirOwn = new Set(single.filter(({ chain }) => chain.through === null).map(speakerAndManner))
  // Words that still stand replace the same claimant's earlier ones.
  const standing = new Set(single.filter(({ heldUntil }) => heldUntil === null).map(speakerAndManner))
  const attributed = single.map((one) => {
    const now = { ...one, heldUntil: null }
    const current = standing.has(speakerAndManner(now)) ? now : one
    return inTheirOwn.has(speakerAndManner(one)) ? { ...current, chain: DIRECTLY } : current
  })
  const missed = missingBySpeaker(attributed)
  const groups = new Map<string, Utterance>()
  for (const utterance of attributed) {
    const [assertion] = utterance.assertions
    // A clause names the own documents of one claimant.
    const owner = utterance.chain.through === null && assertion.claimantId !== null ? speakerKey(assertion) : null
    const missing = missed.get(speakerAndManner(utterance))
    const key = JSON.stringify([mannerOf(utterance), utterance.chain, owner, missing])
    const known = groups.get(key)
    groups.set(key, known ? joined(known, utterance) : utterance)
  }
  return [...groups.values()]
}

const joined = (one: Utterance, other: Utterance): Utterance => ({
  ...one,
  possibility: one.possibility === 'RIGHT' ? 'RIGHT' : other.possibility,
  isRetold: one.isRetold && other.isRetold,
  assertions: [...one.assertions, ...other.assertions],
})

/** Returns the utterance of one assertion alone. */
export const toUtterance = (assertion: Assertion, claimRecord: ClaimRecord): Utterance => ({
  act: actOf(assertion, claimRecord),
  verb: assertion.verb ?? null,
  negated: assertion.polarity === 'NEGATES',
  certainty: assertion.certainty,
  possibility: commonPossibility([assertion]),
  tense: tenseOf(assertion),
  nobody: isNobody(assertion),
  isRetold: isRetold(assertion, claimRecord.sources[assertion.sourceId]?.publishedBy),
  chain: attributionChainOf(assertion, claimRecord),
  heldUntil: assertion.heldUntil,
  assertions: [assertion],
})

/** Returns the verb of a clause: STATES of a third party becomes REPORTS, and a hedged denial has a verb of its own. */
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

/** Returns whether the act denies the clause. The hedge of a denial is in the act, so the clause has none. */
export const isDenial = (act: Act): boolean => DENYING.has(act)

const DENYING: ReadonlySet<Act> = new Set(Object.values(DENIALS))

/** Returns a key by which a sentence names a claimant once, however many sources or versions repeat the assertion. */
export const speakerKey = ({ claimantId, claimantAsPrinted, sourceId }: Assertion): string =>
  JSON.stringify(claimantId === null ? [null, sourceId] : [claimantId, claimantAsPrinted?.value])

const mannerOf = ({ act, verb, negated, certainty, tense, nobody, heldUntil }: Utterance): readonly unknown[] => [
  act,
  verb,
  negated,
  certainty,
  tense,
  nobody,
  heldUntil,
]
/** Key of the speaker, the act and the hedges of an utterance with one assertion. */
const speakerAndManner = (utterance: Utterance): string =>
  JSON.stringify([mannerOf(utterance), speakerKey(utterance.assertions[0])])

/** Maps each claimant to all that they report as missing, so that no clause attributes it to another claimant. */
function missingBySpeaker(utterances: readonly Utterance[]): ReadonlyMap<string, string> {
  const missed = new Map<string, readonly string[]>()
  for (const utterance of utterances) {
    if (utterance.act !== 'REPORTS_UNKNOWN') continue
    const [{ lacks, lacksFrom }] = utterance.assertions
    const key = speakerAndManner(utterance)
    missed.set(key, [...(missed.get(key) ?? []), JSON.stringify([lacks, lacksFrom])])
  }
  return new Map([...missed].map(([key, all]) => [key, [...new Set(all)].sort().join()]))
}

/**
 * Sorts by polarity, first parties before others, named before unnamed, words that still stand before others, then day and
 * id. The order is total, so the same claim record gives the same words.
 */
function byWeight(assertions: readonly Assertion[], claimRecord: ClaimRecord): readonly Assertion[] {
  if (assertions.length < 2) return assertions
  const weigh = (a: Assertion): string =>
    [
      a.polarity === 'AFFIRMS' ? 0 : 1,
      speakerRoleOf(a, claimRecord) === 'first' ? 0 : 1,
      isNobody(a) ? 1 : 0,
      a.heldUntil === null ? 0 : 1,
      a.assertedAt ?? '~',
      a.id,
    ].join('|')
  const weighed = assertions.map((assertion) => ({ assertion, weight: weigh(assertion) }))
  return weighed.sort((a, b) => (a.weight < b.weight ? -1 : 1)).map(({ assertion }) => assertion)
}
