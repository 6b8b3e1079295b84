import { speakerIn } from '../domain/claim-status.ts'
import type { SpeaksFor } from '../domain/entity.ts'
import { spokeFor } from '../domain/speaks-for.ts'
import { quoting } from '../text/printable.ts'
import { toAttribution, toSpeaksFor } from './resolve.ts'
import { type FoundProblem, type ParsedFile, type Path, problemAt } from './seed-problem.ts'
import type { SeedAssertion, SeedSource } from './seed-schema.ts'

/** Nobody takes back what somebody else said: only who said it, or who speaks for them when it is taken back. */
export function checkRetractions(files: readonly ParsedFile[]): readonly FoundProblem[] {
  const known = knownIn(files)
  return files.flatMap((file) =>
    (file.content.claims ?? []).flatMap(({ assertions }, i) => {
      const others = new Map(assertions.map((assertion) => [assertion.id, assertion]))
      return assertions.flatMap((retraction, j): readonly FoundProblem[] => {
        const message = whatIsWrong(retraction, others, known)
        const path: Path = ['claims', i, 'assertions', j, 'retracts']
        return message === null ? [] : [problemAt(file, 'RULE_BROKEN', path, message)]
      })
    }),
  )
}

interface Known {
  /** Entity → for whom it speaks. */
  readonly speaksFor: ReadonlyMap<string, readonly SpeaksFor[]>
  readonly sources: ReadonlyMap<string, SeedSource>
}

function knownIn(files: readonly ParsedFile[]): Known {
  const entities = files.flatMap(({ content }) => content.entities ?? [])
  const sources = files.flatMap(({ content }) => content.sources ?? [])
  return {
    speaksFor: new Map(entities.map(({ id, speaksFor = [] }) => [id, speaksFor.map(toSpeaksFor)])),
    sources: new Map(sources.map((source) => [source.id, source])),
  }
}

function whatIsWrong(
  retraction: SeedAssertion,
  others: ReadonlyMap<string, SeedAssertion>,
  known: Known,
): string | null {
  if (retraction.retracts === undefined) return null
  if (retraction.retracts === retraction.id) return 'takes back itself: name the assertion that is taken back'
  const taken = others.get(retraction.retracts)
  if (!taken) return 'takes back an assertion of another claim: name one of this claim'
  if (taken.stance === 'RETRACTS')
    return quoting`${taken.id} takes something back itself: record what is said again as an assertion of its own`
  return whyNotTheirs(retraction, taken, known)
}

function whyNotTheirs(retraction: SeedAssertion, taken: SeedAssertion, known: Known): string | null {
  // Where a document is not defined, that alone is told: who speaks in it cannot be known.
  if (!isTraced(retraction, known) || !isTraced(taken, known)) return null
  const by = speakerOf(retraction, known)
  const from = speakerOf(taken, known)
  if (from === null) {
    if (by === null && retraction.source === taken.source) return null
    return quoting`nobody is known to have said ${taken.id}: name its claimant, or take it out with withdrawn`
  }
  if (by === null) return quoting`nobody is named who takes back what ${from} said: name the claimant`
  if (by === from) return null
  const periods = known.speaksFor.get(by)
  if (!periods || spokeFor(periods, (id) => id === from, retraction.assertedAt ?? null) !== 'NO') return null
  const day = retraction.assertedAt === undefined ? '' : ` on ${retraction.assertedAt}`
  return quoting`${by} does not speak for ${from}${day}, who said ${taken.id}: name ${from} as claimant, or add the period to the speaksFor of ${by}`
}

const isTraced = ({ claimant, source }: SeedAssertion, { sources }: Known): boolean =>
  claimant !== undefined || sources.has(source)

const speakerOf = (assertion: SeedAssertion, { sources }: Known): string | null =>
  speakerIn(toAttribution(assertion), sources.get(assertion.source)?.publishedBy ?? null)
