import { expect, it } from 'vitest'
import type { Concept } from '../../../src/domain/concept.ts'
import type { Dataset } from '../../../src/domain/dataset.ts'
import type { Entity } from '../../../src/domain/entity.ts'
import { statesOf } from '../../../src/store/encoding/dataset-states.ts'
import { createStates } from '../../../src/store/queries/create-states.ts'
import { richDataset } from '../../contracts/rich-dataset.ts'

const edgesIn = (text: string): readonly string[] =>
  [...text.matchAll(/UNWIND r\.(\w+)/g)].flatMap(([, key]) => key ?? [])

/** The data set with a document for each fact that no claimant asserts. */
function documented(dataset: Dataset): Dataset {
  const provenance = { sourceId: dataset.sources[0]?.item.id ?? expect.fail('no source'), quote: null }
  const names = <T extends Entity | Concept>(item: T): T => ({
    ...item,
    names: item.names.map((one) => ({ ...one, provenance })),
  })
  return {
    ...dataset,
    entities: dataset.entities.map((one) => ({ ...one, item: names(one.item) })),
    concepts: dataset.concepts.map((one) => ({ ...one, item: names(one.item) })),
    sources: dataset.sources.map((one) => ({
      ...one,
      item: { ...one.item, derivedFrom: one.item.derivedFrom.map((from) => ({ ...from, provenance })) },
    })),
    claims: dataset.claims.map((one) => ({ ...one, item: { ...one.item, validityProvenance: provenance } })),
  }
}

it('statements that create states write the edges that states have, and no others', () => {
  const used = new Map<string, Set<string>>()
  for (const { label, identity, edges } of statesOf(documented(richDataset()))) {
    const name = identity === null ? label : `${label}>${identity.label}`
    const known = used.get(name) ?? new Set()
    for (const one of edges) known.add(`${one.type}_${one.label}`)
    used.set(name, known)
  }
  const written = Object.entries(createStates).flatMap(([name, { text }]) =>
    edgesIn(text).map((key) => `${name} ${key}`),
  )
  const known = [...used].flatMap(([name, keys]) => [...keys].map((key) => `${name} ${key}`))
  expect(written.toSorted()).toEqual(known.toSorted())
})
