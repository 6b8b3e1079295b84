import { beforeAll, describe, expect, it } from 'vitest'
import type { Dataset } from '../../src/domain/dataset.ts'
import { PUBLIC_VIEWER } from '../../src/domain/viewer.ts'
import { STORE_SCHEMA } from '../../src/store/encoding/schema.ts'
import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { createGraphDatabase } from '../../src/store/read/graph-database.ts'
import { loadDataset, recover } from '../../src/store/write/load-dataset.ts'
import { multiplyBeside, multiplyStory } from './multiply-story.ts'
import { NOW, readStory } from './read-story.ts'

const COPIES = 3
const KINDS = ['entities', 'concepts', 'sources', 'claims', 'assertions', 'relations', 'stories'] as const
const REFERENCES = /^(id|.*Ids?|data|uses|broader|publishedBy|retracts|foundIn|absentFrom|lacksFrom|entityId|formerly)$/

describe('multiplied story', () => {
  let story: Dataset
  let many: Dataset
  beforeAll(async () => {
    story = await readStory()
    many = multiplyStory(story, story.claims.length * COPIES)
  })

  it('has complete copies, with at least the requested number of claims', () => {
    for (const kind of KINDS) expect(many[kind], kind).toHaveLength(story[kind].length * COPIES)
    expect(multiplyStory(story, story.claims.length + 1).claims).toHaveLength(story.claims.length * 2)
    expect(multiplyStory(story, 1)).toMatchObject({ claims: story.claims, stories: story.stories })
    const beside = multiplyBeside(story, story.claims.length * (COPIES - 1))
    expect(beside.claims).toEqual(many.claims.slice(story.claims.length))
  })

  it('keeps the ids of the first copy, and shares none with the other copies', () => {
    for (const kind of KINDS) {
      const ids = many[kind].map(({ item }) => item.id)
      expect(ids.slice(0, story[kind].length)).toEqual(story[kind].map(({ item }) => item.id))
      expect(new Set(ids).size, kind).toBe(ids.length)
    }
    const versions = many.sources.flatMap(({ item }) => item.versions.map((v) => v.id))
    expect(new Set(versions).size).toBe(versions.length)
  })

  /** Ids of all objects. Equal values in other places are references. */
  const idsOf = (one: Dataset): ReadonlySet<string> =>
    new Set([
      ...KINDS.flatMap((kind) => one[kind].map(({ item }) => item.id)),
      ...one.sources.flatMap(({ item }) => item.versions.map((v) => v.id)),
    ])

  it('has its references under known keys only', () => {
    const ids = new Set([...idsOf(story)].filter((id) => id.includes('-')))
    const unseen = KINDS.flatMap((kind) =>
      keysOfTexts(
        story[kind].map(({ item }) => item),
        ids,
      ),
    )
    expect([...new Set(unseen)].filter((key) => !REFERENCES.test(key))).toEqual([])
  })

  it('has references within each copy only', () => {
    const originals = idsOf(story)
    for (const kind of KINDS) {
      const copied = many[kind].slice(story[kind].length).map(({ item }) => item)
      expect(referencesOf(copied).filter((id) => originals.has(id))).toEqual([])
    }
  })

  it('gives every copy of a claim the status of the original', async () => {
    const engine = await openEmbedded({ path: null, readTimeoutMs: 30_000 })
    try {
      await engine.ensureSchema(STORE_SCHEMA)
      await recover(engine)
      await loadDataset(engine, many, { author: 'test', set: 'bench', now: NOW })
      const store = createGraphDatabase(engine).visibleTo(PUBLIC_VIEWER)
      const revision = await store.revisionAt(null)
      const statuses = async (data: Dataset, from: number): Promise<readonly unknown[]> => {
        const ids = data.claims.slice(from, from + story.claims.length).map(({ item }) => item.id)
        return (await store.claims(ids, revision)).map((c) => [
          c?.status.status,
          c?.assertions.length,
          c?.relations.length,
        ])
      }
      const first = await statuses(many, 0)
      expect(await statuses(many, story.claims.length * (COPIES - 1))).toEqual(first)
      expect(first.every((row) => Array.isArray(row) && row[0] !== undefined)).toBe(true)
    } finally {
      await engine.close()
    }
  })
})

/** All texts below a reference key. Quotes and titles may contain any word. */
function referencesOf(value: unknown, isReference = false): string[] {
  if (typeof value === 'string') return isReference ? [value] : []
  if (Array.isArray(value)) return value.flatMap((item) => referencesOf(item, isReference))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => referencesOf(item, REFERENCES.test(key)))
}

/** Keys of values that are among the texts. */
function keysOfTexts(value: unknown, texts: ReadonlySet<string>, key = ''): string[] {
  if (typeof value === 'string') return texts.has(value) ? [key] : []
  if (Array.isArray(value)) return value.flatMap((item) => keysOfTexts(item, texts, key))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([inner, item]) => keysOfTexts(item, texts, inner))
}
