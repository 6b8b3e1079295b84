import type { Assertion } from '../domain/assertion.ts'
import type { DescentStep } from '../domain/descent.ts'
import { isJudged } from '../domain/provenance.ts'
import type { Source } from '../domain/source.ts'
import type { Messages } from '../messages/en.ts'
import { capitalised } from '../text/languages.ts'
import { mentionsOf } from './claimant-name.ts'
import { datedMention } from './document-words.ts'
import type { Names } from './names.ts'

/** Document with a day, from which the words of an assertion without a day come. */
export interface DatedOrigin {
  readonly source: Source
  /** "In our judgement, these words go back to Musk's post of 31 August 2023, about a related claim." */
  readonly sentence: string
}

/**
 * Returns the earliest document with a day in the descent of an assertion that has no day. The day is that of the document,
 * never of the assertion. Null for an assertion with a day, and without such a descent.
 */
export function datedOrigin(
  assertion: Assertion,
  claimId: string,
  names: Names,
  messages: Messages,
): DatedOrigin | null {
  const { assertedAt, heldFrom, heldUntil } = assertion
  if (assertedAt !== null || heldFrom !== null || heldUntil !== null) return null
  const way = wayFrom(
    assertion,
    names.descents(claimId).flatMap(({ steps }) => steps),
  )
  const last = way.findLastIndex(({ assertion: one }) => dayOf(one, names) !== null)
  const origin = way[last]
  const source = origin && names.source(origin.assertion.sourceId)
  if (!origin || !source) return null
  const { ofRelatedClaim, goesBackTo } = messages.descent
  const mention = datedMention(mentionsOf(names, messages), [origin.assertion], names, messages)
  const document = mention(source.id)
  const said = origin.details.claim.id === claimId ? document : ofRelatedClaim(document)
  const isJudgement = way.slice(0, last + 1).some(({ relation }) => isJudged(relation.provenance))
  return { source, sentence: capitalised(goesBackTo(said, isJudgement), messages.tag) }
}

const dayOf = ({ assertedAt, sourceId }: Assertion, names: Names): string | null =>
  assertedAt ?? names.source(sourceId)?.publishedAt ?? null

/** Steps from an assertion to the earliest ones, the nearest first, each once. */
function wayFrom({ id }: Assertion, steps: readonly DescentStep[]): readonly DescentStep[] {
  const way: DescentStep[] = []
  let derived = new Set<string>([id])
  while (derived.size > 0) {
    const next = steps.filter((step) => derived.has(step.derived) && !way.includes(step))
    way.push(...next)
    derived = new Set(next.map((step) => step.assertion.id))
  }
  return way
}
