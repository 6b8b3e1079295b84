import type { Assertion } from '../domain/assertion.ts'
import type { ClaimDetails } from '../domain/claim-details.ts'
import { isHedge } from '../domain/stance.ts'
import type { Messages } from '../messages/en.ts'
import type { Act } from '../messages/words.ts'
import { claimantName, isNobody } from './claimant-name.ts'
import type { Names } from './names.ts'
import type { SharedHedges } from './shared-hedges.ts'
import { type Utterance, utterancesOf } from './utterance.ts'

/** Claimants with one stance on the proposition, keyed by name; for hearsay of nobody, by document. */
export interface Clause {
  readonly utterance: Utterance
  readonly act: Exclude<Act, 'REPORTS_UNKNOWN'>
  /** Slug of the document that passes on somebody else's words. Null if the claimants are on record themselves. */
  readonly document: string | null
  readonly parties: Map<string, readonly [Assertion, ...Assertion[]]>
}

/**
 * Returns the clauses of a by-line, deciding ones first. A claimant has one clause on each side. It is chosen by these rules, in
 * this order: it decides the status, its words still stand, the strongest stance, not retold, the weakest hedge, the tense of
 * the proposition.
 *
 * @param live assertions that count, without those that report something unknown
 */
export function byLineClauses(
  live: readonly Assertion[],
  details: ClaimDetails,
  tense: SharedHedges['tense'],
  names: Names,
  messages: Messages,
): readonly Clause[] {
  const { because } = details.status
  const groups = [live.filter(({ id }) => because.includes(id)), live.filter(({ id }) => !because.includes(id))]
  const clauses = new Map<string, Clause>()
  for (const utterance of groups.flatMap((group) => utterancesOf(group, details))) {
    const { act } = utterance
    if (act === 'REPORTS_UNKNOWN') continue
    for (const assertion of utterance.assertions) {
      const document = retellingDocument(assertion, utterance, names)
      const party = partyKey(assertion, names, messages)
      const key = JSON.stringify([stanceKey(utterance), document])
      const clause: Clause = clauses.get(key) ?? { utterance, act, document, parties: new Map() }
      const known = clause.parties.get(party)
      clause.parties.set(party, known ? [...known, assertion] : [assertion])
      clauses.set(key, clause)
    }
  }
  return strongest([...clauses.values()], because, tense, names)
}

const stanceKey = ({ act, negated, certainty, tense, nobody, heldUntil }: Utterance): readonly unknown[] => [
  act,
  negated,
  hedgeOf(certainty),
  tense,
  nobody,
  heldUntil,
]

/** Returns the certainty if it is a hedge, else CERTAIN. */
export const hedgeOf = (certainty: SharedHedges['certainty']): SharedHedges['certainty'] =>
  isHedge(certainty) ? certainty : 'CERTAIN'

/** Equal for assertions whose claimants have the same name. */
export const partyKey = (assertion: Assertion, names: Names, messages: Messages): string =>
  isNobody(assertion) ? assertion.sourceId : claimantName(assertion, names, messages, (id) => id).name

function retellingDocument(assertion: Assertion, { chain }: Utterance, names: Names): string | null {
  const { claimantId, evidentiality, sourceId } = assertion
  if (claimantId === null || chain.through === null) return null
  const isRetold = evidentiality === 'HEARSAY' || evidentiality === 'INFERENCE' || evidentiality === 'NONE'
  return isRetold || names.entity(claimantId)?.kind === 'Group' ? sourceId : null
}

/** Acts by strength. A hedged denial is weaker than the statement that something is not so. */
const STRENGTHS = {
  CONFIRMS: 0,
  DENIES: 0,
  STATES: 1,
  REPORTS: 1,
  DENIES_AS_PROBABLE: 2,
  DENIES_AS_POSSIBLE: 3,
  ALLEGES: 4,
  SPECULATES: 5,
} as const satisfies Readonly<Record<Clause['act'], number>>

const HEDGES = { CERTAIN: 0, UNDERSPECIFIED: 0, PROBABLE: 1, POSSIBLE: 2 } as const

/** Removes the weaker clauses of a party on each side. Hearsay without a claimant stays, since it may be of different people. */
function strongest(
  clauses: readonly Clause[],
  because: readonly string[],
  tense: SharedHedges['tense'],
  names: Names,
): readonly Clause[] {
  const best = new Map<string, { readonly clause: Clause; readonly weakness: readonly number[] }>()
  for (const clause of clauses) {
    for (const [party, own] of clause.parties) {
      if (clause.utterance.nobody) continue
      const key = sideOf(clause, party, own[0], names)
      const weakness = weaknessOf(clause, own, because, tense)
      const known = best.get(key)
      if (known === undefined || isBefore(weakness, known.weakness)) best.set(key, { clause, weakness })
    }
  }
  for (const clause of clauses) {
    for (const [party, own] of [...clause.parties]) {
      const found = best.get(sideOf(clause, party, own[0], names))
      if (!clause.utterance.nobody && found?.clause !== clause) clause.parties.delete(party)
    }
  }
  return clauses.filter(({ parties }) => parties.size > 0)
}

/** Two documents that pass on the words of a group may mean different people, so each has a side of its own. */
function sideOf({ utterance, document }: Clause, party: string, { claimantId }: Assertion, names: Names): string {
  const isGroup = claimantId !== null && names.entity(claimantId)?.kind === 'Group'
  return JSON.stringify([party, utterance.negated, isGroup ? document : null])
}

const weaknessOf = (
  { utterance, act, document }: Clause,
  own: readonly Assertion[],
  because: readonly string[],
  tense: SharedHedges['tense'],
): readonly number[] => [
  own.some(({ id }) => because.includes(id)) ? 0 : 1,
  utterance.heldUntil === null ? 0 : 1,
  STRENGTHS[act],
  document === null && !utterance.isRetold ? 0 : 1,
  HEDGES[utterance.certainty],
  utterance.tense === tense ? 0 : 1,
]

function isBefore(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((value, i) => value !== other[i])
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0)
}
