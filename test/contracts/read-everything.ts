import { CONCEPT_KINDS } from '../../src/domain/concept.ts'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import type { RevisionNumber } from '../../src/domain/revision-number.ts'
import type { Slug } from '../../src/domain/slug.ts'
import { CLAIM_PARENTS, type ClaimParent } from '../../src/domain/store/claim-parent.ts'
import { NEIGHBOUR_KINDS, type NeighbourKind } from '../../src/domain/store/neighbours.ts'
import { REMOVAL_PARENTS, type RemovalParent } from '../../src/domain/store/removed-claim.ts'
import { THING_KINDS, type ThingKind } from '../../src/domain/thing-kind.ts'
import { readThingKey } from '../../src/store/encoding/thing-key.ts'
import type { Engine } from '../../src/store/engines/engine.ts'

const PAGE = { limit: 100, backwards: false, cursor: null }

type Things = ReadonlyMap<ThingKind, readonly Slug[]>

/** All things that any revision has. */
export async function allThings(engine: Engine): Promise<Things> {
  const rows = await engine.run('MATCH (w:State) RETURN DISTINCT w.thing AS thing')
  const things = rows.flatMap(({ thing }) => readThingKey(String(thing)) ?? [])
  return new Map(THING_KINDS.map((kind) => [kind, things.filter((one) => one.kind === kind).map(({ id }) => id)]))
}

/** Key of a thing → one text for each read of it. */
type Reads = ReadonlyMap<string, readonly string[]>

const PARENT_KINDS: Readonly<Record<ClaimParent | NeighbourKind | RemovalParent, ThingKind>> = {
  Story: 'Story',
  Subject: 'Entity',
  About: 'Entity',
  Party: 'Entity',
  Claimant: 'Entity',
  Source: 'Source',
  Document: 'Source',
  SpeakingDocument: 'Source',
  DataCategory: 'DataCategory',
  Use: 'Use',
  Claim: 'Claim',
}

/** Everything that a viewer reads of each thing: its content, what is around it, and the removed claims below it. */
export async function readEverything(store: GraphStore, things: Things, revision: RevisionNumber) {
  const [own, around, removed] = [new Map<string, string[]>(), new Map<string, string[]>(), new Map<string, string[]>()]
  const add = (reads: Map<string, string[]>, key: string, value: unknown): void => {
    reads.set(key, [...(reads.get(key) ?? []), JSON.stringify(value)])
  }
  const addEach = async (
    reads: Map<string, string[]>,
    kind: ThingKind,
    read: (ids: readonly Slug[]) => Promise<readonly unknown[]>,
  ): Promise<void> => {
    const ids = things.get(kind) ?? []
    const values = await read(ids)
    for (const [index, id] of ids.entries()) add(reads, `${kind}:${id}`, values[index] ?? null)
  }
  await addEach(own, 'Entity', (ids) => store.entities(ids, revision))
  await addEach(own, 'Source', (ids) => store.sources(ids, revision))
  await addEach(own, 'Story', (ids) => store.stories(ids, revision))
  for (const kind of CONCEPT_KINDS) {
    const tree = await store.conceptTree(kind, revision)
    await addEach(own, kind, (ids) => store.concepts(kind, ids, revision))
    await addEach(own, kind, async (ids) => ids.map((id) => tree.byId.get(id) ?? null))
  }
  await addEach(own, 'Claim', async (ids) =>
    (await store.claims(ids, revision)).map((details) => {
      if (!details) return null
      const { claim, status, assertions, relations, assessments, changedIn, recordedIn } = details
      return { claim, status, assertions, relations, assessments, changedIn, recordedIn }
    }),
  )
  // The concepts that a claim names are compared as things of their own.
  await addEach(around, 'Claim', async (ids) =>
    (await store.claims(ids, revision)).map((details) => details && { ...details, namedConcepts: [] }),
  )
  const { formerSlugs } = await store.renames(revision)
  for (const kind of THING_KINDS) {
    await addEach(own, kind, (ids) => store.lifetimes(kind, ids, revision))
    add(own, 'Renames', [...formerSlugs(kind)].sort())
  }
  for (const parent of CLAIM_PARENTS) {
    const kind = PARENT_KINDS[parent]
    await addEach(around, kind, async (ids) =>
      (await store.claimPagesOf(parent, ids, PAGE, revision)).map(({ items, cursors }) => ({
        ids: items.map(({ claim }) => claim.id),
        cursors,
      })),
    )
    await addEach(around, kind, (ids) => store.countClaimsOf(parent, ids, revision))
  }
  const filter = { status: null, predicate: null, limit: 100 }
  for (const parent of NEIGHBOUR_KINDS)
    await addEach(around, PARENT_KINDS[parent], (ids) => store.neighbours(parent, ids, filter, revision))
  for (const parent of REMOVAL_PARENTS)
    await addEach(removed, PARENT_KINDS[parent], (ids) =>
      inTurn(ids, (id) => store.removedClaims(parent, [id], 100, revision)),
    )
  await addEach(around, 'Story', (ids) =>
    inTurn(ids, async (story) => [
      await store.entityPage({ story }, 'NAME', PAGE, revision),
      await store.sourcePage({ story }, 'NEWEST', PAGE, revision),
    ]),
  )
  await addEach(around, 'Entity', (ids) =>
    inTurn(ids, async (id) => [
      await store.sourcePage({ publishedBy: id }, 'NEWEST', PAGE, revision),
      (await store.claimPage({ party: id }, 'MOST_CONTESTED', PAGE, revision)).cursors,
      (await store.claimPage({ about: id }, 'MOST_CONTESTED', PAGE, revision)).cursors,
      (await store.claimPage({ claimant: id }, 'LAST_ASSERTED', PAGE, revision)).cursors,
    ]),
  )
  await addEach(around, 'Source', (ids) =>
    inTurn(ids, async (id) => (await store.claimPage({ source: id }, 'FIRST_ASSERTED', PAGE, revision)).cursors),
  )
  return { own, around, removed }
}

async function inTurn<T, R>(items: readonly T[], read: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = []
  for (const item of items) results.push(await read(item))
  return results
}

/** Keys of things whose reads differ, without the keys that a revision lists. */
export const differing = (before: Reads, after: Reads, keys: readonly string[]): readonly string[] =>
  [...after.keys()].filter(
    (key) => JSON.stringify(before.get(key)) !== JSON.stringify(after.get(key)) && !keys.includes(key),
  )
