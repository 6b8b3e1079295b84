import { type DocumentNode, execute, parse, validate } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GraphDatabase } from '../../src/domain/graph-database.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { PUBLIC_VIEWER, type Viewer } from '../../src/domain/viewer.ts'
import { createContext } from '../../src/graphql/context.ts'
import { toGraphQLError } from '../../src/graphql/errors.ts'
import { schema } from '../../src/graphql/schema.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { createGraphDatabase } from '../../src/store/read/graph-database.ts'
import { type WalkQuery, type WalkValues, walkSchema } from '../graphql/schema-walk.ts'
import { becomeDatabase } from './become-database.ts'
import { DRAFT_WORD, DRAFTED } from './draft-dataset.ts'
import { plantDrafts, publishBoth } from './plant-drafts.ts'

const EDITOR: Viewer = { kind: 'SIGNED_IN', id: 'editor', roles: ['EDITOR'] }
const READER: Viewer = { kind: 'SIGNED_IN', id: 'reader', roles: ['READER'] }

const DRAFTS: Readonly<Record<string, readonly string[]>> = {
  Entity: ['draft-company', 'draft-former'],
  Source: ['draft-paper'],
  Claim: ['draft-claim', 'draft-whole', 'draft-gone', 'draft-old', 'claim-0004'],
  Story: ['draft-story'],
  DataCategory: ['draft-data'],
  Use: ['draft-use'],
}
const VALUES: WalkValues = {
  slugs: [...Object.values(DRAFTS).flat(), 'rich-company', 'rich-brand', 'rich-use', 'rich-article', 'rich-story'],
  ids: [
    ...['Claim:rich-use', 'Entity:rich-company', 'Claim:rich-owner', 'Source:rich-article', 'DataCategory:rich-body'],
    ...Object.entries(DRAFTS).flatMap(([kind, slugs]) => slugs.map((slug) => `${kind}:${slug}`)),
  ],
  words: ['rich', DRAFT_WORD, DRAFT_WORD.slice(0, 4)],
  externalIds: ['own:draft'],
  instants: [DRAFTED],
}
const { queries, selected, reachable } = walkSchema(schema, VALUES)
/** Parses one query. All of them at once, with the places of their tokens, take 5 GB. */
const toDocument = ({ query }: WalkQuery): DocumentNode => parse(query, { noLocation: true })

/**
 * Drafts are invisible to the public in every query, and visible to editors. The engine must be empty.
 * @param every takes one of so many queries of each root field, and all that name a draft source or concept
 */
export function describeDrafts(name: string, open: () => Promise<Engine>, every = 1): void {
  const chosen = queries.filter((query) => everyNth(query, every))
  const answersTo = (database: GraphDatabase, viewer: Viewer): Promise<readonly string[]> =>
    answersOf(database, viewer, chosen)
  const differences = (answers: readonly string[], expected: readonly string[]): readonly WalkQuery[] =>
    chosen.filter((_, i) => answers[i] !== expected[i]).map(({ field, query }) => ({ field, query }))
  describe(`drafts on ${name}`, () => {
    let engine: Engine
    let before: readonly string[]
    let database: GraphDatabase
    let forEditor: readonly string[]
    beforeAll(async () => {
      engine = await open()
      await becomeDatabase(engine)
      const published = await publishBoth(engine)
      before = await answersTo(createGraphDatabase(engine), PUBLIC_VIEWER)
      await plantDrafts(engine, published)
      database = createGraphDatabase(engine)
      forEditor = await answersTo(database, EDITOR)
    }, 300_000)
    afterAll(() => engine.close())

    it('change a response of every root field for editors', () => {
      const differing = differences(forEditor, before).map(({ field }) => field)
      expect(
        Object.keys(schema.getQueryType()?.getFields() ?? {}).filter((field) => !differing.includes(field)),
      ).toEqual([])
    })

    it('change no response to the public, also after an editor has read the same', async () => {
      expect(differences(await answersTo(database, PUBLIC_VIEWER), before)).toEqual([])
    }, 120_000)

    it('never affect a stored status, which counts published assertions for editors too', async () => {
      const [forPublic, forEditors] = await Promise.all(
        [PUBLIC_VIEWER, EDITOR].map(async (viewer) => {
          const store = database.visibleTo(viewer)
          const [claim] = await store.claims([toSlug('rich-owner')], await store.revisionAt(null))
          return claim
        }),
      )
      expect(forEditors?.assertions.map(({ id }) => id)).toContain('draft-denies-too')
      expect(forPublic?.assertions.map(({ id }) => id)).not.toContain('draft-denies-too')
      expect(forEditors?.status).toEqual(forPublic?.status)
    })

    it('are for editors alone: other signed-in viewers read what the public reads', () => {
      expect(database.visibleTo(READER)).toBe(database.visibleTo(PUBLIC_VIEWER))
      expect(database.visibleTo(EDITOR)).not.toBe(database.visibleTo(PUBLIC_VIEWER))
    })
  })
}

/** The walk through the schema has to reach all of it. */
export function describeWalk(): void {
  describe('the walk through the schema', () => {
    it('selects every field that can be reached', () => {
      expect([...reachable].filter((field) => !selected.has(field))).toEqual([])
    })

    it('makes valid queries', () => {
      const fields = [...new Set(queries.map(({ field }) => field))]
      const firsts = fields.flatMap((field) => queries.find((query) => query.field === field) ?? [])
      expect(firsts.flatMap((query) => validate(schema, toDocument(query)))).toEqual([])
    })
  })
}

const everyNth = (query: WalkQuery, every: number): boolean =>
  query.query.includes('draft-paper') ||
  // The result of these changes only by the one draft of its kind.
  (query.field === 'dataCategory' && query.query.includes('draft-data')) ||
  (query.field === 'use' && query.query.includes('draft-use')) ||
  queries.filter(({ field }) => field === query.field).indexOf(query) % every === 0

/** Results as JSON with data and errors, in the order of the queries. */
async function answersOf(
  database: GraphDatabase,
  viewer: Viewer,
  chosen: readonly WalkQuery[],
): Promise<readonly string[]> {
  const answers: string[] = []
  for (const query of chosen) {
    const contextValue = createContext({
      store: database.visibleTo(viewer),
      viewer,
      now: () => new Date('2026-11-01T00:00:00Z'),
      requestId: 'test',
    })
    const { data, errors = [] } = await execute({ schema, document: toDocument(query), contextValue })
    answers.push(JSON.stringify({ data, errors: errors.map((error) => toGraphQLError(error)) }))
  }
  return answers
}
