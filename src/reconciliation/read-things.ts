import type { ClaimDetails } from '../domain/claim-details.ts'
import type { Concept } from '../domain/concept.ts'
import type { Entity } from '../domain/entity.ts'
import { followingRenames } from '../domain/find-renamed.ts'
import type { ExternalId } from '../domain/name.ts'
import type { Slug } from '../domain/slug.ts'
import type { Source } from '../domain/source.ts'
import { headline, headlineText } from '../sentences/headline.ts'
import { type Names, nameOf } from '../sentences/names.ts'
import { namesOfHeadlines } from '../sentences/names-of-claims.ts'
import { titleOf } from '../sentences/source-title.ts'
import { pickText } from '../text/languages.ts'
import { mapInSlices } from '../thread/slices.ts'
import type { NamedAs } from './name-score.ts'
import type { Reader } from './reader.ts'
import { idOfThing, type MatchedKind, type ThingKey, type ThingType, typesOf } from './thing-types.ts'

/** A thing as clients see it, in the language of the reader. */
export interface ThingInWords {
  readonly key: ThingKey
  /** `entity/x`, with the current slug. */
  readonly id: string
  /** Name in the language of the reader; for a claim, its headline. */
  readonly name: string
  readonly description: string | null
  /** The narrowest first. */
  readonly types: readonly ThingType[]
  readonly names: readonly { readonly value: string; readonly kind: NamedAs }[]
  readonly externalIds: readonly ExternalId[]
  /** The object that was read. */
  readonly content:
    | { readonly kind: 'Entity'; readonly entity: Entity }
    | { readonly kind: 'DataCategory' | 'Use'; readonly concept: Concept }
    | { readonly kind: 'Source'; readonly source: Source }
    | { readonly kind: 'Claim'; readonly details: ClaimDetails; readonly names: Names }
}

/**
 * Reads things by their slugs, current or former, with one read of the store for each kind.
 * @returns the things by the requested id (`entity/x`); unknown ones are absent
 */
export async function readThings(
  keys: readonly ThingKey[],
  reader: Reader,
): Promise<ReadonlyMap<string, ThingInWords>> {
  const of = (kind: MatchedKind): readonly Slug[] => [
    ...new Set(keys.flatMap((key) => (key.kind === kind ? [key.id] : []))),
  ]
  const [entities, data, uses, sources, claims] = await Promise.all([
    read('Entity', of('Entity'), reader, (ids) => reader.store.entities(ids, reader.revision)),
    read('DataCategory', of('DataCategory'), reader, (ids) =>
      reader.store.concepts('DataCategory', ids, reader.revision),
    ),
    read('Use', of('Use'), reader, (ids) => reader.store.concepts('Use', ids, reader.revision)),
    read('Source', of('Source'), reader, (ids) => reader.store.sources(ids, reader.revision)),
    read('Claim', of('Claim'), reader, (ids) => reader.store.claims(ids, reader.revision)),
  ])
  const names = await namesOfHeadlines(
    reader.store,
    claims.map(([, details]) => details),
    reader.revision,
  )
  const found: (readonly [ThingKey, ThingInWords])[] = [
    ...entities.map(([id, entity]) => [{ kind: 'Entity', id }, entityInWords(entity, reader)] as const),
    ...[...data, ...uses].map(
      ([id, concept]) => [{ kind: concept.kind, id }, conceptInWords(concept, reader)] as const,
    ),
    ...sources.map(([id, source]) => [{ kind: 'Source', id }, sourceInWords(source, reader)] as const),
    ...(await mapInSlices(
      claims,
      ([id, details]) => [{ kind: 'Claim', id }, claimInWords(details, names, reader)] as const,
    )),
  ]
  return new Map(found.map(([key, thing]) => [idOfThing(key), thing]))
}

async function read<T>(
  kind: MatchedKind,
  ids: readonly Slug[],
  { store, revision }: Reader,
  readAll: (ids: readonly Slug[]) => Promise<readonly (T | null)[]>,
): Promise<readonly (readonly [Slug, T])[]> {
  if (ids.length === 0) return []
  const found = await followingRenames(store, kind, readAll)(ids, revision)
  return ids.flatMap((id, i) => {
    const one = found[i]
    return one == null ? [] : [[id, one] as const]
  })
}

function entityInWords(entity: Entity, { messages }: Reader): ThingInWords {
  const key: ThingKey = { kind: 'Entity', id: entity.id }
  return {
    key,
    id: idOfThing(key),
    name: nameOf(entity, messages.tag),
    description: pickText(entity.description, messages.tag)?.value ?? null,
    types: typesOf('Entity', entity.kind),
    names: entity.names,
    externalIds: entity.externalIds,
    content: { kind: 'Entity', entity },
  }
}

function conceptInWords(concept: Concept, { messages }: Reader): ThingInWords {
  const key: ThingKey = { kind: concept.kind, id: concept.id }
  return {
    key,
    id: idOfThing(key),
    name: nameOf(concept, messages.tag),
    description: pickText(concept.definition, messages.tag)?.value ?? null,
    types: typesOf(concept.kind, null),
    names: concept.names,
    externalIds: concept.externalIds,
    content: { kind: concept.kind, concept },
  }
}

function sourceInWords(source: Source, { messages }: Reader): ThingInWords {
  const key: ThingKey = { kind: 'Source', id: source.id }
  const about = [messages.ui.things.sourceKinds[source.kind], source.publishedAt].filter((part) => part !== null)
  return {
    key,
    id: idOfThing(key),
    name: titleOf(source, messages.tag).value,
    description: about.join(', '),
    types: typesOf('Source', null),
    names: [
      ...Object.values(source.title).map((value) => ({ value, kind: 'PREFERRED' as const })),
      ...Object.values(source.shortTitle ?? {}).map((value) => ({ value, kind: 'ALIAS' as const })),
    ],
    externalIds: [],
    content: { kind: 'Source', source },
  }
}

function claimInWords(details: ClaimDetails, names: Names, { messages }: Reader): ThingInWords {
  const key: ThingKey = { kind: 'Claim', id: details.claim.id }
  return {
    key,
    id: idOfThing(key),
    name: headlineText(headline(details, names, messages)),
    description: null,
    types: typesOf('Claim', null),
    names: [],
    externalIds: [],
    content: { kind: 'Claim', details, names },
  }
}
