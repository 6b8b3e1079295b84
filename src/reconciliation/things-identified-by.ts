import type { ExternalId } from '../domain/name.ts'
import type { Reader } from './reader.ts'
import { type ThingKey, thingWithId } from './thing-types.ts'

/** Maximum length of an identifier that is looked up, in UTF-16 units. */
const MAX_IDENTIFIER = 300

const WIKIDATA = /^(?:(?:https?:\/\/)?(?:www\.)?wikidata\.org\/(?:wiki|entity)\/|(?:wd|wikidata):)?(Q[1-9]\d{0,11})$/i
const SCHEMED = /^([a-z][a-z0-9-]{0,30}):(\S.*)$/i

/** Reads an identifier of another register: `wikidata:Q918`, `Q918` or the URL of a Wikidata item. Null for another text. */
export function externalIdIn(text: string): Pick<ExternalId, 'scheme' | 'value'> | null {
  if (text.length > MAX_IDENTIFIER) return null
  const [, item] = WIKIDATA.exec(text) ?? []
  if (item !== undefined) return { scheme: 'wikidata', value: item.toUpperCase() }
  const [, scheme, value] = SCHEMED.exec(text) ?? []
  return scheme === undefined || value === undefined || value.startsWith('//')
    ? null
    : { scheme: scheme.toLowerCase(), value }
}

/** Returns the things that a text identifies: by the id of this service, the URL of a page, or an external id. */
export async function thingsIdentifiedBy(text: string, reader: Reader): Promise<readonly ThingKey[]> {
  const own = ownThing(text.trim(), reader.publicUrl)
  if (own !== null) return [own]
  const external = externalIdIn(text.trim())
  return external === null ? [] : thingsWithExternalId(external, reader)
}

function ownThing(text: string, publicUrl: string): ThingKey | null {
  const base = `${publicUrl}/`
  if (!text.startsWith(base)) return thingWithId(text)
  const [path = ''] = text.slice(base.length).split(/[?#]/)
  try {
    return thingWithId(decodeURIComponent(path))
  } catch {
    return null
  }
}

async function thingsWithExternalId(
  { scheme, value }: Pick<ExternalId, 'scheme' | 'value'>,
  { store, revision }: Reader,
): Promise<readonly ThingKey[]> {
  const [entity, data, uses] = await Promise.all([
    store.entityByExternalId(scheme, value, revision),
    store.conceptTree('DataCategory', revision),
    store.conceptTree('Use', revision),
  ])
  const isSame = (one: ExternalId): boolean => one.scheme === scheme && one.value === value && isEqual(one)
  const concepts = [...data.all, ...uses.all].filter(({ externalIds }) => externalIds.some(isSame))
  return [
    ...(entity === null ? [] : [{ kind: 'Entity' as const, id: entity.id }]),
    ...concepts.map(({ kind, id }) => ({ kind, id })),
  ]
}

/** Returns whether an external id means the very same thing. A broader, narrower, related or close one does not. */
export const isEqual = ({ match }: Pick<ExternalId, 'match'>): boolean => match === null || match === 'EXACT'
