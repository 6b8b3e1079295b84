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
import { stopwatchMs } from '../engines/stopwatch.ts'
import type { RevisionChanges } from './revision-changes.ts'

/**
 * Reads states by their keys: 'Claim:x', 'Entity:y', 'Source:z', 'DataCategory:u', 'Use:v'. With `isAhead`, all keys are of
 * claims, and the result has the states of the things that they name too.
 */
export type FetchStates = (
  keys: readonly string[],
  revision: RevisionNumber,
  isAhead: boolean,
) => Promise<readonly Row[]>

/** Knowledge of the caller that saves statements when claims are read. */
export interface KnownStates {
  /** Keys of things that the claims name. They are read by the same statement. */
  readonly named?: readonly string[]
  /** States that were read with a list: its claims, and all things that they name. */
  readonly ahead?: readonly Row[]
}

export interface StateCache {
  /** Claims in the order of their ids; null for an unknown id. */
  claims(ids: readonly Slug[], revision: RevisionNumber, known?: KnownStates): Promise<readonly (ClaimDetails | null)[]>
  /**
   * Whether a list should be read with the states of its claims, cached or not. True if most of the recently requested claims
   * were not cached, and this process can have cached no earlier version.
   */
  readsAhead(version: RevisionNumber): boolean
  /** Remembers the things that a claim names. The first read of the claim reads them by the same statement. */
  expectNamed(id: Slug, revision: RevisionNumber, named: readonly string[]): void
  /** States of entities, sources and concepts by key; null for an unknown key. */
  things(keys: readonly string[], revision: RevisionNumber): Promise<ReadonlyMap<string, NamedState | null>>
}

/** A thing that the details of a claim refer to. */
interface NamedEntry {
  readonly key: string
  readonly version: RevisionNumber
  /** Null if the thing has no state. */
  readonly state: NamedState | null
}

interface CachedClaim {
  readonly content: ClaimContent
  /** Null until the named things were read. */
  readonly details: ClaimDetails | null
  /** Things in `details`. */
  readonly named: readonly NamedEntry[]
  /** Memory of the claim without the named things, whose states are separate entries. */
  readonly bytes: number
  /** Milliseconds of the clock at which the named states were last refreshed as entries. */
  refreshedAt: number
  /** Revision at which `details` were last found to be current. */
  currentAt: RevisionNumber | null
}

/** Result of one statement; null for a key without a state. */
interface ReadStates {
  readonly contents: ReadonlyMap<string, ClaimContent | null>
  readonly things: ReadonlyMap<string, NamedState | null>
  /** Keys of things that the claims name, and of the publishers of their sources. */
  readonly named: readonly string[]
  /** Rows of states that were not requested, by cache key; null for a thing without a state. */
  readonly ahead: ReadonlyMap<string, Row | null>
}

/** Bytes of data that is derived from a claim and cached with it: its names, and its sentence in each language. */
const DERIVED_BYTES = 3000
/** Bytes of a reference to a named thing. */
const NAMED_BYTES = 200
/** Maximum number of claims whose named things are remembered before they are read. */
const MAX_EXPECTED = 1000
/** Weight of the newest read in the share of claims that were not cached, and the share from which states are read ahead. */
const SHARE_WEIGHT = 0.1
const READ_AHEAD_SHARE = 0.5
/** Shortest time in milliseconds between two refreshes of the states that a claim names. */
const REFRESH_MS = 1000

/**
 * Caches the parsed states of claims, entities, sources and concepts by key and version. The details of a claim are the same object
 * until the claim or a thing that it names changes, so callers can cache derived data by this object.
 *
 * A state that many claims name is one entry. A request for a claim refreshes the entries of the things that it names, so
 * that they are evicted after the claim. An evicted state that a claim still refers to would take memory without being counted.
 */
export function createStateCache(
  cache: Cache,
  changes: RevisionChanges,
  fetch: FetchStates,
  nowMs: () => number = stopwatchMs,
  mayReadAhead = false,
): StateCache {
  const claimStates = cache.namespace<CachedClaim>('claims', { bytesOf: ({ bytes }) => bytes, isOfDatabase: true })
  const thingStates = cache.namespace<NamedState>('things', { bytesOf: ({ bytes }) => bytes, isOfDatabase: true })
  const entryKey = (key: string, revision: RevisionNumber): string => `${key}@${changes.versionOf(key, revision)}`

  /** Keys of named things by the cache key of a claim that was not read yet. */
  const expected = new Map<string, readonly string[]>()
  /** Running statements by the cache keys that they will yield. Concurrent requests share one read of a state. */
  const reading = new Map<string, Promise<ReadStates>>()

  /** Share of recently requested claims that were not cached. */
  let missed = 1
  const readsAhead = (version: RevisionNumber): boolean =>
    mayReadAhead && missed >= READ_AHEAD_SHARE && changes.isFirst(version)

  /** States for one request. Evictions from the cache do not affect them. */
  interface Found {
    readonly contents: Map<string, ClaimContent | null>
    readonly things: Map<string, NamedState | null>
    readonly named: Set<string>
    readonly ahead: Map<string, Row | null>
  }
  const nothing = (ahead: Found['ahead'] = new Map()): Found => ({
    contents: new Map(),
    things: new Map(),
    named: new Set(),
    ahead,
  })

  /** Rows by cache key; null for a named thing without a row. */
  function byEntry(rows: readonly Row[], revision: RevisionNumber): Map<string, Row | null> {
    const named = rows.flatMap((row) => toList(row.named).map(String))
    return new Map<string, Row | null>([
      ...named.map((key) => [entryKey(key, revision), null] as const),
      ...rows.map((row) => [entryKey(String(row.thing), revision), row] as const),
    ])
  }

  /** Parses the state of a key, and caches it. */
  function cacheState(into: Omit<Found, 'ahead'>, key: string, row: Row | null, revision: RevisionNumber): void {
    if (isClaim(key)) {
      const content = row && toClaimContent(row)
      into.contents.set(key, content)
      if (!content) return
      const unread = { details: null, named: [], refreshedAt: 0, currentAt: null }
      claimStates.set(entryKey(key, revision), { content, bytes: content.bytes, ...unread })
      for (const one of toList(row.named)) into.named.add(String(one))
    } else {
      const state = row && toNamedState(row)
      into.things.set(key, state)
      if (state) thingStates.set(entryKey(key, revision), state)
    }
  }

  async function read(keys: readonly string[], revision: RevisionNumber): Promise<ReadStates> {
    const isAhead = keys.every((key) => isClaim(key) && readsAhead(changes.versionOf(key, revision)))
    const ahead = byEntry(await fetch(keys, revision, isAhead), revision)
    const found = nothing(ahead)
    for (const key of keys) {
      const entry = entryKey(key, revision)
      cacheState(found, key, ahead.get(entry) ?? null, revision)
      ahead.delete(entry)
    }
    if (!isAhead) ahead.clear()
    return { ...found, named: [...found.named] }
  }

  /** Adds the states of these keys. One statement reads those that are neither cached nor being read. */
  async function find(found: Found, keys: readonly string[], revision: RevisionNumber): Promise<void> {
    const missing: string[] = []
    /** Keys by the read that yields them. Other states of the read may be of another revision. */
    const awaited = new Map<Promise<ReadStates>, string[]>()
    for (const key of new Set(keys)) {
      if (found.things.has(key) || found.contents.has(key)) continue
      const entry = entryKey(key, revision)
      const known = isClaim(key) ? undefined : thingStates.get(entry)
      const ahead = found.ahead.get(entry)
      const others = reading.get(entry)
      const wanted = others && awaited.get(others)
      if (known) found.things.set(key, known)
      else if (ahead !== undefined) cacheState(found, key, ahead, revision)
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
        const { contents, things, named, ahead } = await states
        for (const key of wanted) {
          if (isClaim(key)) found.contents.set(key, contents.get(key) ?? null)
          else found.things.set(key, things.get(key) ?? null)
        }
        for (const key of named) found.named.add(key)
        for (const [entry, row] of ahead) found.ahead.set(entry, row)
      }),
    )
  }

  function isCurrent(claim: CachedClaim, revision: RevisionNumber): boolean {
    if (claim.currentAt === revision) return true
    if (!claim.named.every(({ key, version }) => changes.versionOf(key, revision) === version)) return false
    claim.currentAt = revision
    return true
  }

  /** Makes the entries of named states more recently used than their claim. Evicted ones are added again. */
  function refreshNamed(claim: CachedClaim, now: number): void {
    if (now - claim.refreshedAt < REFRESH_MS) return
    claim.refreshedAt = now
    for (const { key, version, state } of claim.named) {
      const entry = `${key}@${version}`
      if (state !== null && !thingStates.touch(entry)) thingStates.set(entry, state)
    }
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
    const named = keys.map((key) => ({
      key,
      version: changes.versionOf(key, revision),
      state: found.things.get(key) ?? null,
    }))
    const details = toClaimDetails(
      content,
      named.flatMap(({ state }) => state ?? []),
    )
    const bytes = DERIVED_BYTES + content.bytes + named.length * NAMED_BYTES
    const claim = { content, details, named, bytes, refreshedAt: 0, currentAt: null }
    claimStates.set(entryKey(claimKey(content.claim.id), revision), claim)
    refreshNamed(claim, nowMs())
    return details
  }

  function takeExpected(keys: Iterable<string>, revision: RevisionNumber): readonly string[] {
    if (expected.size === 0) return []
    return [...keys].flatMap((key) => {
      const entry = entryKey(key, revision)
      const named = expected.get(entry) ?? []
      expected.delete(entry)
      return named
    })
  }

  return {
    readsAhead,
    expectNamed(id, revision, named) {
      const entry = entryKey(claimKey(id), revision)
      if (claimStates.get(entry) !== undefined) return
      expected.set(entry, named)
      for (const oldest of expected.keys()) if (expected.size > MAX_EXPECTED) expected.delete(oldest)
    },
    async claims(ids, revision, { named = [], ahead = [] } = {}) {
      const details = new Map<string, ClaimDetails>()
      const found = nothing(byEntry(ahead, revision))
      const missing = new Set<string>()
      const now = nowMs()
      for (const id of ids) {
        const key = claimKey(id)
        const known = claimStates.get(entryKey(key, revision))
        if (known?.details && isCurrent(known, revision)) {
          refreshNamed(known, now)
          details.set(id, known.details)
        } else if (known) found.contents.set(key, known.content)
        else missing.add(key)
      }
      if (ids.length > 0) missed += (missing.size / ids.length - missed) * SHARE_WEIGHT
      if (missing.size === 0 && found.contents.size === 0) return ids.map((id) => details.get(id) ?? null)
      if (missing.size > 0) await find(found, [...missing, ...named, ...takeExpected(missing, revision)], revision)
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
