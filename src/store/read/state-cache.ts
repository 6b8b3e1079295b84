import type { Cache } from '../../cache/create-cache.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { Slug } from '../../domain/slug.ts'
import { isOfKind, thingKey } from '../encoding/thing-key.ts'
import {
  type ClaimContent,
  type NamedState,
  toClaimContent,
  toClaimDetails,
  toList,
  toNamedState,
} from '../encoding/to-domain.ts'
import type { Row } from '../engines/engine.ts'
import type { RevisionChanges } from './revision-changes.ts'

/** Keys of the states to read: 'Claim:x', 'Entity:y', 'Source:z', 'DataCategory:u', 'Use:v'. */
export type FetchStates = (keys: readonly string[], revision: RevisionNumber) => Promise<readonly Row[]>

export interface StateCache {
  /**
   * Claims in the order of their ids; null where there is none.
   * @param named keys of things that the claims are known to name, to be read by the same statement
   */
  claims(
    ids: readonly Slug[],
    revision: RevisionNumber,
    named?: readonly string[],
  ): Promise<readonly (ClaimDetails | null)[]>
  /** States of entities, sources and concepts by key; null where there is none. */
  things(keys: readonly string[], revision: RevisionNumber): Promise<ReadonlyMap<string, NamedState | null>>
}

interface VersionedThing {
  readonly key: string
  readonly version: RevisionNumber
}

interface CachedClaim {
  readonly content: ClaimContent
  /** Null until the named things were read. */
  readonly details: ClaimDetails | null
  /** Versions of the named things in `details`. */
  readonly named: readonly VersionedThing[]
  readonly bytes: number
  /** Revision at which `details` were last found to be current. */
  currentAt: RevisionNumber | null
}

/** States of keys, as one statement read them; null where there is none. */
interface ReadStates {
  readonly contents: ReadonlyMap<string, ClaimContent | null>
  readonly things: ReadonlyMap<string, NamedState | null>
  /** Keys of things that the claims name, as their states list them: publishers are read with all others. */
  readonly named: readonly string[]
}

/** Bytes of data that is derived from a claim and cached with it: its names, and its sentence in each language. */
const DERIVED_BYTES = 3000

/**
 * Caches the states of claims, entities, sources and concepts by key and version, parsed once. The details of a claim are one object
 * for as long as neither the claim nor a thing that it names changes, so derived data can be cached with it.
 */
export function createStateCache(cache: Cache, changes: RevisionChanges, fetch: FetchStates): StateCache {
  const claimStates = cache.namespace<CachedClaim>('claims', { bytesOf: ({ bytes }) => bytes })
  const thingStates = cache.namespace<NamedState>('things', { bytesOf: ({ bytes }) => bytes })
  const entryKey = (key: string, revision: RevisionNumber): string => `${key}@${changes.versionOf(key, revision)}`

  /** Statements that run, by the entries that they will yield: concurrent requests wait for one read of a state. */
  const reading = new Map<string, Promise<ReadStates>>()

  /** States for one request, which keeps them, so that no eviction in between loses one. */
  interface Found {
    readonly contents: Map<string, ClaimContent | null>
    readonly things: Map<string, NamedState | null>
    readonly named: Set<string>
  }
  const nothing = (): Found => ({ contents: new Map(), things: new Map(), named: new Set() })

  async function read(keys: readonly string[], revision: RevisionNumber): Promise<ReadStates> {
    const contents = new Map<string, ClaimContent | null>(keys.filter(isClaim).map((key) => [key, null]))
    const things = new Map<string, NamedState | null>(keys.filter((key) => !isClaim(key)).map((key) => [key, null]))
    const named: string[] = []
    for (const row of await fetch(keys, revision)) {
      const key = String(row.thing)
      if (isClaim(key)) {
        const content = toClaimContent(row)
        contents.set(key, content)
        claimStates.set(entryKey(key, revision), {
          content,
          details: null,
          named: [],
          bytes: content.bytes,
          currentAt: null,
        })
        named.push(...toList(row.named).map(String))
      } else {
        const state = toNamedState(row)
        things.set(key, state)
        thingStates.set(entryKey(key, revision), state)
      }
    }
    return { contents, things, named }
  }

  /** Adds the states of these keys, those that are neither cached nor being read by one statement. */
  async function find(found: Found, keys: readonly string[], revision: RevisionNumber): Promise<void> {
    const missing: string[] = []
    /** Keys by the read that yields them. Its other states may be of another revision. */
    const awaited = new Map<Promise<ReadStates>, string[]>()
    for (const key of new Set(keys)) {
      if (found.things.has(key) || found.contents.has(key)) continue
      const known = isClaim(key) ? undefined : thingStates.get(entryKey(key, revision))
      const others = reading.get(entryKey(key, revision))
      const wanted = others && awaited.get(others)
      if (known) found.things.set(key, known)
      else if (wanted) wanted.push(key)
      else if (others) awaited.set(others, [key])
      else missing.push(key)
    }
    if (missing.length > 0) {
      const entries = missing.map((key) => entryKey(key, revision))
      const mine = read(missing, revision).finally(() => {
        for (const entry of entries) reading.delete(entry)
      })
      for (const entry of entries) reading.set(entry, mine)
      awaited.set(mine, missing)
    }
    await Promise.all(
      [...awaited].map(async ([states, wanted]) => {
        const { contents, things, named } = await states
        for (const key of wanted) {
          if (isClaim(key)) found.contents.set(key, contents.get(key) ?? null)
          else found.things.set(key, things.get(key) ?? null)
        }
        for (const key of named) found.named.add(key)
      }),
    )
  }

  function isCurrent(claim: CachedClaim, revision: RevisionNumber): boolean {
    if (claim.currentAt === revision) return true
    if (!claim.named.every(({ key, version }) => changes.versionOf(key, revision) === version)) return false
    claim.currentAt = revision
    return true
  }

  function publishersOf(content: ClaimContent, things: Found['things']): readonly string[] {
    return content.assertions.flatMap(({ sourceId }) => {
      const state = things.get(thingKey({ kind: 'Source', id: sourceId }))
      return state?.kind === 'Source' && state.source.publishedBy !== null
        ? [thingKey({ kind: 'Entity', id: state.source.publishedBy })]
        : []
    })
  }

  function remember(
    content: ClaimContent,
    keys: readonly string[],
    found: Found,
    revision: RevisionNumber,
  ): ClaimDetails {
    const states = keys.flatMap((key) => found.things.get(key) ?? [])
    const details = toClaimDetails(content, states)
    const bytes = DERIVED_BYTES + content.bytes + states.reduce((sum, state) => sum + state.bytes, 0)
    const named = keys.map((key) => ({ key, version: changes.versionOf(key, revision) }))
    claimStates.set(entryKey(claimKey(content.claim.id), revision), { content, details, named, bytes, currentAt: null })
    return details
  }

  return {
    async claims(ids, revision, named = []) {
      const details = new Map<string, ClaimDetails>()
      const found = nothing()
      const missing = new Set<string>()
      for (const id of ids) {
        const key = claimKey(id)
        const known = claimStates.get(entryKey(key, revision))
        if (known?.details && isCurrent(known, revision)) details.set(id, known.details)
        else if (known) found.contents.set(key, known.content)
        else missing.add(key)
      }
      if (missing.size === 0 && found.contents.size === 0) return ids.map((id) => details.get(id) ?? null)
      if (missing.size > 0) await find(found, [...missing, ...named], revision)
      const contents = [...found.contents.values()].filter((content) => content !== null)
      const ownKeys = new Map(contents.map((content) => [content, content.named.map(thingKey)]))
      await find(found, [...[...ownKeys.values()].flat(), ...found.named], revision)
      const publishers = new Map(contents.map((content) => [content, publishersOf(content, found.things)]))
      await find(found, [...publishers.values()].flat(), revision)
      for (const content of contents) {
        const keys = [...new Set([...(ownKeys.get(content) ?? []), ...(publishers.get(content) ?? [])])]
        details.set(content.claim.id, remember(content, keys, found, revision))
      }
      return ids.map((id) => details.get(id) ?? null)
    },
    async things(keys, revision) {
      const found = nothing()
      await find(found, keys, revision)
      return found.things
    },
  }
}

const isClaim = (key: string): boolean => isOfKind(key, 'Claim')
const claimKey = (id: Slug): string => thingKey({ kind: 'Claim', id })
