import type { ClaimDetails } from '../domain/claim-details.ts'
import type { Slug } from '../domain/slug.ts'
import type { ClaimFilter } from '../domain/store/claim-filter.ts'
import { headline, headlineText } from '../sentences/headline.ts'
import type { Names } from '../sentences/names.ts'
import { namesOfClaims } from '../sentences/names-of-claims.ts'
import { CLAIM_LISTS, type ClaimList, hasProperty, type Property } from './properties.ts'
import { ownValues, type PropertyValue, partOfClaim } from './property-values.ts'
import { readThings, type ThingInWords } from './read-things.ts'
import type { Reader } from './reader.ts'
import { idOfThing, type MatchedKind, type ThingKey, thingWithId } from './thing-types.ts'

/** Content of the claims of a list: the claim with its headline, its sentence, or the URL of its page. */
export const CLAIM_CONTENTS = ['claim', 'sentence', 'url'] as const
export type ClaimContent = (typeof CLAIM_CONTENTS)[number]

/** A property that a client fetches. */
export interface WantedProperty {
  readonly property: Property
  /** Maximum number of claims, from 1 to MAX_CLAIMS. */
  readonly limit: number
  readonly content: ClaimContent
}

/** Values of one thing, in the order of the properties. */
export interface ExtendedThing {
  /** Spelling of the client. */
  readonly id: string
  readonly values: readonly (readonly PropertyValue[])[]
}

export const MAX_IDS = 100
export const MAX_PROPERTIES = 40
export const MAX_CLAIMS = 50
export const DEFAULT_CLAIMS = 10

/** Reads the values of properties, in the order of the ids. An unknown id has no values. */
export async function extendThings(
  ids: readonly string[],
  properties: readonly WantedProperty[],
  reader: Reader,
): Promise<readonly ExtendedThing[]> {
  const keys = ids.map(thingWithId)
  const things = await readThings(
    keys.flatMap((key) => key ?? []),
    reader,
  )
  const found = keys.map((key) => (key === null ? null : (things.get(idOfThing(key)) ?? null)))
  const lists = await readLists(
    found.flatMap((thing) => thing ?? []),
    properties,
    reader,
  )
  const extended: ExtendedThing[] = []
  for (const [i, thing] of found.entries()) {
    const values = thing === null ? properties.map(() => []) : valuesOf(thing, properties, lists, reader)
    extended.push({ id: ids[i] ?? '', values })
    await reader.pause()
  }
  return namePublishers(extended, reader)
}

interface ClaimsOfThing {
  readonly claims: readonly ClaimDetails[]
  readonly names: Names
}

const keyOf = (list: ClaimList, id: string): string => `${list} ${id}`

const FILTERS: Readonly<Record<ClaimList, Readonly<Partial<Record<MatchedKind, (id: Slug) => ClaimFilter>>>>> = {
  'claims-about': {
    Entity: (id) => ({ about: id }),
    DataCategory: (id) => ({ data: [id] }),
    Use: (id) => ({ uses: [id] }),
  },
  says: { Entity: (id) => ({ claimant: id }) },
  'claims-in': { Source: (id) => ({ source: id }) },
}

/** Reads each list of claims once for all of its properties, the most contested first. */
async function readLists(
  things: readonly ThingInWords[],
  properties: readonly WantedProperty[],
  { store, revision, pause }: Reader,
): Promise<ReadonlyMap<string, ClaimsOfThing>> {
  const found = new Map<string, ClaimsOfThing>()
  for (const list of CLAIM_LISTS) {
    const limits = properties.flatMap(({ property, limit }) =>
      property.is === 'LIST' && property.list === list ? [limit] : [],
    )
    if (limits.length === 0) continue
    const page = { limit: Math.max(...limits), backwards: false, cursor: null }
    for (const { id, key } of things) {
      const filter = FILTERS[list][key.kind]?.(key.id)
      if (filter === undefined || found.has(keyOf(list, id))) continue
      const { items } = await store.claimPage(filter, 'MOST_CONTESTED', page, revision)
      found.set(keyOf(list, id), { claims: items, names: await namesOfClaims(store, items, revision) })
      await pause()
    }
  }
  return found
}

function valuesOf(
  thing: ThingInWords,
  properties: readonly WantedProperty[],
  lists: ReadonlyMap<string, ClaimsOfThing>,
  reader: Reader,
): readonly (readonly PropertyValue[])[] {
  return properties.map(({ property, limit, content }) => {
    if (!hasProperty(thing.key.kind, property)) return []
    if (property.is === 'OWN') return ownValues(property.own, thing, reader)
    const { claims, names } = lists.get(keyOf(property.list, thing.id)) ?? { claims: [], names: null }
    if (names === null) return []
    const speaker = property.list === 'says' ? thing.key.id : null
    return claims.slice(0, limit).map((details): PropertyValue => {
      const claim = { details, names }
      if (property.part !== null) return partOfClaim(property.part, claim, speaker, reader)
      if (content !== 'claim') return partOfClaim(content, claim, null, reader)
      const id = idOfThing({ kind: 'Claim', id: details.claim.id })
      return { is: 'THING', id, name: headlineText(headline(details, names, reader.messages)) }
    })
  })
}

/** Replaces the slugs of publishers by their names. */
async function namePublishers(extended: readonly ExtendedThing[], reader: Reader): Promise<readonly ExtendedThing[]> {
  const keys = extended.flatMap(({ values }) =>
    values.flat().flatMap((value): readonly ThingKey[] => {
      const key = value.is === 'THING' ? thingWithId(value.id) : null
      return key?.kind === 'Entity' && value.is === 'THING' && value.name === key.id ? [key] : []
    }),
  )
  if (keys.length === 0) return extended
  const things = await readThings(keys, reader)
  const rename = (value: PropertyValue): PropertyValue =>
    value.is === 'THING' ? { ...value, name: things.get(value.id)?.name ?? value.name } : value
  return extended.map(({ id, values }) => ({ id, values: values.map((list) => list.map(rename)) }))
}

/** Returns the cost points of fetching values. */
export function pointsOfExtension(ids: readonly string[], properties: readonly WantedProperty[]): number {
  const values = properties.reduce((sum, { property, limit }) => sum + (property.is === 'LIST' ? limit : 1), 0)
  const lists = new Set(properties.flatMap(({ property }) => (property.is === 'LIST' ? [property.list] : [])))
  return Math.ceil(ids.length * (VALUE_POINTS * values + LIST_POINTS * lists.size))
}

const VALUE_POINTS = 0.5
const LIST_POINTS = 20
