import type { ExtendedThing, WantedProperty } from './extend.ts'
import type { Candidate } from './match.ts'
import { nameOfProperty, type Property, valueTypeOf } from './properties.ts'
import type { PropertyValue } from './property-values.ts'
import type { ThingInWords } from './read-things.ts'
import type { Reader } from './reader.ts'
import { broaderType, nameOfType, type ThingType } from './thing-types.ts'

type Words = Pick<Reader, 'messages'>

/** A type in the form of version 0.1. */
export const typeIn = (type: ThingType, { messages }: Words) => ({ id: type, name: nameOfType(type, messages) })

/** A type with its broader one. */
export function writeType(type: ThingType, words: Words) {
  const broader = broaderType(type)
  return { ...typeIn(type, words), ...(broader === null ? {} : { broader: [typeIn(broader, words)] }) }
}

const describe = ({ description }: ThingInWords) => (description === null ? {} : { description })

/** A candidate without its features, which differ between versions. */
export const writeCandidate = ({ thing, score, isMatch }: Candidate, words: Words) => ({
  id: thing.id,
  name: thing.name,
  ...describe(thing),
  score,
  match: isMatch,
  type: thing.types.map((type) => typeIn(type, words)),
})

/** Candidates by the keys of their queries. */
export const writeResults = (
  keys: readonly string[],
  candidates: readonly (readonly Candidate[])[],
  words: Words,
): object =>
  Object.fromEntries(
    keys.map((key, i) => [
      key,
      { result: (candidates[i] ?? []).map((one) => ({ ...writeCandidate(one, words), features: one.features })) },
    ]),
  )

export const writeSuggestedThing = (thing: ThingInWords, words: Words) => ({
  id: thing.id,
  name: thing.name,
  ...describe(thing),
  notable: thing.types.map((type) => typeIn(type, words)),
})

export const writeProperty = (property: Property, { messages }: Words) => ({
  id: property.id,
  name: nameOfProperty(property, messages),
})

export function writeValue(value: PropertyValue): object {
  if (value.is === 'THING') return { id: value.id, name: value.name }
  return value.is === 'TEXT' ? { str: value.text } : {}
}

/** Properties of a data extension response, with the types of values that are things. */
export const writeMeta = (properties: readonly WantedProperty[], words: Words): readonly object[] =>
  properties.map(({ property, content }) => {
    const type = content === 'claim' ? valueTypeOf(property) : null
    return { ...writeProperty(property, words), ...(type === null ? {} : { type: typeIn(type, words) }) }
  })

export const writeExtension = (
  extended: readonly ExtendedThing[],
  properties: readonly WantedProperty[],
  words: Words,
): object => ({
  meta: writeMeta(properties, words),
  rows: Object.fromEntries(
    extended.map(({ id, values }) => [
      id,
      Object.fromEntries(properties.map(({ property }, i) => [property.id, (values[i] ?? []).map(writeValue)])),
    ]),
  ),
})
