import type { ExtendedThing, WantedProperty } from './extend.ts'
import type { Candidate, Feature } from './match.ts'
import { nameOfProperty, propertyWithId } from './properties.ts'
import type { Reader } from './reader.ts'
import { writeCandidate, writeMeta, writeValue } from './write-results.ts'

type Words = Pick<Reader, 'messages'>

/** Candidates in the order of the queries. Features have names. */
export const writeMatches = (candidates: readonly (readonly Candidate[])[], words: Words): object => ({
  results: candidates.map((found) => ({
    candidates: found.map((one) => ({
      ...writeCandidate(one, words),
      features: one.features.map((feature) => ({ ...feature, name: nameOfFeature(feature, words) })),
    })),
  })),
})

function nameOfFeature({ id }: Feature, { messages }: Words): string {
  if (!id.startsWith('property:')) {
    const known = Object.entries(messages.ui.reconciliation.features).find(([name]) => name === id)
    return known?.[1] ?? id
  }
  const property = propertyWithId(id.slice('property:'.length))
  return property === null ? id : nameOfProperty(property, messages)
}

export const writeExtendedThings = (
  extended: readonly ExtendedThing[],
  properties: readonly WantedProperty[],
  words: Words,
): object => ({
  meta: writeMeta(properties, words),
  rows: extended.map(({ id, values }) => ({
    id,
    properties: properties.map(({ property }, i) => ({ id: property.id, values: (values[i] ?? []).map(writeValue) })),
  })),
})
