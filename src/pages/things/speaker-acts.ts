import { type Assertion, tenseOf } from '../../domain/assertion.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import { liveAssertions } from '../../domain/claim-status.ts'
import type { ActKind } from '../../domain/standing-of-act.ts'
import type { Messages } from '../../messages/en.ts'
import type { Names } from '../../sentences/names.ts'
import { propositionOf } from '../../sentences/proposition.ts'
import { hedgeWords, stancePhrases } from '../../sentences/stance-phrases.ts'

/** One assertion of an entity, with its claim. */
export interface SpeakerAct {
  readonly assertion: Assertion
  readonly details: ClaimDetails
}

/** Kinds of acts that are counted apart, in the order of a list. */
export const ACT_KINDS: readonly ActKind[] = [
  ...(['STATED', 'CONFIRMED', 'STATED_NOT', 'DENIED', 'ALLEGED', 'ALLEGED_NOT'] as const),
  ...(['SPECULATED', 'SPECULATED_NOT', 'UNKNOWN', 'RETRACTED'] as const),
]

/** Live assertions of an entity on these claims, each once. */
export const actsOf = (entityId: string, claims: readonly ClaimDetails[]): readonly SpeakerAct[] =>
  claims.flatMap((details) =>
    liveAssertions(details.assertions, { validOn: null })
      .filter(({ claimantId }) => claimantId === entityId)
      .map((assertion) => ({ assertion, details })),
  )

/** Verb of the speaker's stance, its hedges, and the proposition with the polarity and the tense of this assertion. */
export function phrasesOf({ assertion, details }: SpeakerAct, names: Names, messages: Messages) {
  const negated = assertion.polarity === 'NEGATES' && assertion.stance !== 'DENIES'
  const publisher = names.source(assertion.sourceId)?.publishedBy ?? null
  return {
    verb: stancePhrases([negated ? { ...assertion, polarity: 'AFFIRMS' } : assertion], false, names, messages),
    // The proposition has the tense of the assertion.
    hedges: hedgeWords({ ...assertion, tense: 'PRESENT' }, publisher, messages),
    proposition: propositionOf(details.claim, names, messages, { dated: true, negated, tense: tenseOf(assertion) }),
  }
}

/** Acts of one document and one day. */
export interface ActGroup {
  readonly sourceId: string
  readonly date: string | null
  readonly acts: readonly SpeakerAct[]
}

/** Groups acts by document and day, newest first; those without a day are last. */
export function groupActs(acts: readonly SpeakerAct[]): readonly ActGroup[] {
  const groups = new Map<string, SpeakerAct[]>()
  for (const act of acts) {
    const { sourceId, assertedAt } = act.assertion
    const key = JSON.stringify([sourceId, assertedAt])
    const known = groups.get(key)
    if (known) known.push(act)
    else groups.set(key, [act])
  }
  return [...groups.values()]
    .flatMap((group): readonly ActGroup[] => {
      const [first] = group
      if (!first) return []
      const { sourceId, assertedAt: date } = first.assertion
      return [{ sourceId, date, acts: group.toSorted((a, b) => placeOf(a) - placeOf(b)) }]
    })
    .sort((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.sourceId.localeCompare(b.sourceId))
}

/** Place of the words in the document; acts without words are last. */
const placeOf = ({ assertion: { quote } }: SpeakerAct): number => quote?.start ?? Number.MAX_SAFE_INTEGER
