import { quoting } from '../../text/printable.ts'
import type { Assertion } from '../assertion.ts'
import { speakerIn } from '../claim-status.ts'
import type { SpeaksFor } from '../entity.ts'
import type { ModelObjects } from '../model-objects.ts'
import type { Source } from '../source.ts'
import { spokeFor } from '../speaks-for.ts'
import { brokenRule, type RuleProblem } from './rule-problem.ts'

/** An assertion is taken back by its speaker, or by somebody who speaks for that speaker on that day. */
export function checkRetractions(
  objects: Pick<ModelObjects, 'entities' | 'sources' | 'assertions'>,
): readonly RuleProblem[] {
  const known: Known = {
    speaksFor: new Map(objects.entities.map(({ item }) => [item.id, item.speaksFor])),
    sources: new Map(objects.sources.map(({ item }) => [item.id, item])),
    assertions: new Map(objects.assertions.map(({ item }) => [item.id, item])),
  }
  return objects.assertions.flatMap(({ item }, i): readonly RuleProblem[] => {
    const message = problemOf(item, known)
    return message === null ? [] : [brokenRule(['assertions', i, 'retracts'], message)]
  })
}

interface Known {
  /** Entity id → parties that it speaks for, with periods. */
  readonly speaksFor: ReadonlyMap<string, readonly SpeaksFor[]>
  readonly sources: ReadonlyMap<string, Source>
  readonly assertions: ReadonlyMap<string, Assertion>
}

function problemOf(retraction: Assertion, known: Known): string | null {
  if (retraction.retracts === null) return null
  if (retraction.retracts === retraction.id) return 'takes back itself: name the assertion that is taken back'
  const retracted = known.assertions.get(retraction.retracts)
  if (retracted?.claimId !== retraction.claimId)
    return 'takes back an assertion of another claim: name one of this claim'
  if (retracted.stance === 'RETRACTS')
    return quoting`${retracted.id} takes something back itself: record what is said again as an assertion of its own`
  return speakerProblem(retraction, retracted, known)
}

function speakerProblem(retraction: Assertion, retracted: Assertion, known: Known): string | null {
  // If a document is not defined, its speaker cannot be known; the reference has a problem of its own.
  if (!isTraced(retraction, known) || !isTraced(retracted, known)) return null
  const by = speakerOf(retraction, known)
  const from = speakerOf(retracted, known)
  if (from === null) {
    if (by === null && retraction.sourceId === retracted.sourceId) return null
    return quoting`nobody is known to have said ${retracted.id}: name its claimant, or take it out with withdrawn`
  }
  if (by === null) return quoting`nobody is named who takes back what ${from} said: name the claimant`
  if (by === from) return null
  const periods = known.speaksFor.get(by)
  if (!periods || spokeFor(periods, (id) => id === from, retraction.assertedAt) !== 'NO') return null
  const day = retraction.assertedAt === null ? '' : ` on ${retraction.assertedAt}`
  return quoting`${by} does not speak for ${from}${day}, who said ${retracted.id}: name ${from} as claimant, or add the period to the speaksFor of ${by}`
}

const isTraced = ({ claimantId, sourceId }: Assertion, { sources }: Known): boolean =>
  claimantId !== null || sources.has(sourceId)

const speakerOf = (assertion: Assertion, { sources }: Known): string | null =>
  speakerIn(assertion, sources.get(assertion.sourceId)?.publishedBy ?? null)
