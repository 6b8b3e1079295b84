import { isFuture } from '../../text/instant.ts'
import { quoting } from '../../text/printable.ts'
import type { ModelObjects } from '../model-objects.ts'
import { isJudged, type Provenance } from '../provenance.ts'
import { brokenRule, type ObjectPath, type RuleProblem } from './rule-problem.ts'

export interface PlacedProvenance {
  readonly provenance: Provenance
  readonly path: ObjectPath
}

type WithProvenance = Pick<ModelObjects, 'entities' | 'concepts' | 'sources' | 'claims' | 'relations'>

/** All provenances of all objects, each with its path. */
export function* provenancesIn(objects: WithProvenance): Generator<PlacedProvenance> {
  for (const list of ['entities', 'concepts'] as const) {
    for (const [i, { item }] of objects[list].entries()) {
      for (const [j, { provenance }] of item.names.entries())
        if (provenance) yield { provenance, path: [list, i, 'names', j, 'provenance'] }
    }
  }
  for (const [i, { item }] of objects.entities.entries()) {
    for (const [j, { provenance }] of item.speaksFor.entries())
      if (provenance) yield { provenance, path: ['entities', i, 'speaksFor', j, 'provenance'] }
  }
  for (const [i, { item }] of objects.sources.entries()) {
    for (const [j, { provenance }] of item.derivedFrom.entries())
      if (provenance) yield { provenance, path: ['sources', i, 'derivedFrom', j, 'provenance'] }
  }
  for (const [i, { item }] of objects.claims.entries()) {
    if (item.validityProvenance)
      yield { provenance: item.validityProvenance, path: ['claims', i, 'validityProvenance'] }
  }
  for (const [i, { item }] of objects.relations.entries()) {
    if (item.provenance) yield { provenance: item.provenance, path: ['relations', i, 'provenance'] }
  }
}

/**
 * A judgement of a newsroom is signed, and is not in the future. It leaves the derivation of a source UNKNOWN. A relation has a
 * source or such a judgement. A validity without a day has no provenance.
 */
export const checkProvenances = (objects: WithProvenance, now: Date): readonly RuleProblem[] => [
  ...[...provenancesIn(objects)].flatMap(({ provenance, path }) => signatureProblems(provenance, path, now)),
  ...objects.sources.flatMap(({ item: { derivation, derivedFrom } }, i) =>
    derivation === 'KNOWN' && derivedFrom.some(({ provenance }) => isJudged(provenance))
      ? [
          brokenRule(
            ['sources', i, 'derivation'],
            'is KNOWN, while one of its documents is only judged to be one: leave it UNKNOWN',
          ),
        ]
      : [],
  ),
  ...objects.claims.flatMap(({ item: { validFrom, validTo, validityProvenance } }, i) =>
    validityProvenance && validFrom === null && validTo === null
      ? [brokenRule(['claims', i, 'validityProvenance'], 'goes with validFrom or validTo: give one, or leave it out')]
      : [],
  ),
  ...objects.relations.flatMap(({ item }, i) => {
    const message = relationProblem(item)
    return message === null ? [] : [brokenRule(['relations', i], message)]
  }),
]

function signatureProblems(provenance: Provenance, path: ObjectPath, now: Date): readonly RuleProblem[] {
  if (!isJudged(provenance)) return []
  const { newsroom, on } = provenance
  return [
    ...(/\S/.test(newsroom) ? [] : [brokenRule([...path, 'newsroom'], 'is blank: write whose judgement it is')]),
    ...(isFuture(on, now)
      ? [brokenRule([...path, 'on'], quoting`${on} is in the future: write when it was judged`)]
      : []),
  ]
}

function relationProblem({
  sourceId,
  provenance,
  quote,
  claimantId,
  claimantAsPrinted,
}: ModelObjects['relations'][number]['item']): string | null {
  if (sourceId === null && !provenance)
    return "has no source: name the document that was read, or sign and date it as the newsroom's own in provenance"
  if (!provenance) return null
  if (sourceId !== null) return "is read in a source and the newsroom's own: keep one of the two"
  return quote === null && claimantId === null && claimantAsPrinted === null
    ? null
    : "has the words or the claimant of a document, and is the newsroom's own: keep one of the two"
}
