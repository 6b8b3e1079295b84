import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toSlug } from '../../src/domain/slug.ts'
import { foldText } from '../../src/text/fold.ts'
import type { OpenStore } from '../open-store.ts'
import { ask, openSeeded } from './seeded-store.ts'

let open: OpenStore
beforeAll(async () => {
  open = await openSeeded()
})
afterAll(() => open.database.close())

describe('order of a list', () => {
  it('sorts entities by name', async () => {
    const { entities } = await ask<{ entities: { nodes: { name: { value: string } }[] } }>(
      open.store,
      '{ entities(first: 100, orderBy: NAME) { nodes { name { value } } } }',
    )
    const names = entities.nodes.map(({ name }) => foldText(name.value))
    expect(names.length).toBeGreaterThan(5)
    expect(names).toEqual(names.toSorted((a, b) => (a < b ? -1 : 1)))
  })

  it('sorts documents by publication day, newest first and unknown days last', async () => {
    const { sources } = await ask<{ sources: { nodes: { publishedAt: string | null }[] } }>(
      open.store,
      '{ sources(first: 100, orderBy: NEWEST) { nodes { publishedAt } } }',
    )
    const dates = sources.nodes.map(({ publishedAt }) => publishedAt)
    const known = dates.filter((date) => date !== null)
    expect(known.length).toBeGreaterThan(2)
    expect(dates).toEqual([...known.toSorted().toReversed(), ...dates.filter((date) => date === null)])
  })

  it("follows a story's own order of claims, page by page and backwards", async () => {
    const revision = await open.store.revisionAt(null)
    const [story] = await open.store.stories([toSlug('x-privacy-2023')], revision)
    interface Page {
      readonly story: { readonly claims: { nodes: { slug: string }[]; pageInfo: Record<string, string | boolean> } }
    }
    const read = async (size: string, cursor: string): Promise<Page['story']['claims']> => {
      const info = 'pageInfo { startCursor endCursor hasNextPage hasPreviousPage }'
      const query = `{ story(slug: "x-privacy-2023") { claims(${size}: 7 ${cursor}) { nodes { slug } ${info} } } }`
      return (await ask<Page>(open.store, query)).story.claims
    }
    const forwards: string[] = []
    const backwards: string[] = []
    for (let after = '', more = true; more; ) {
      const { nodes, pageInfo } = await read('first', after)
      forwards.push(...nodes.map(({ slug }) => slug))
      after = `after: "${pageInfo.endCursor}"`
      more = pageInfo.hasNextPage === true
    }
    for (let before = '', more = true; more; ) {
      const { nodes, pageInfo } = await read('last', before)
      backwards.unshift(...nodes.map(({ slug }) => slug))
      before = `before: "${pageInfo.startCursor}"`
      more = pageInfo.hasPreviousPage === true
    }
    expect(forwards).toEqual(story?.claimIds)
    expect(backwards).toEqual(story?.claimIds)
    expect(forwards).not.toEqual(forwards.toSorted())
  })

  it('rejects the cursor of another order', async () => {
    const { entities } = await ask<{ entities: { pageInfo: { endCursor: string } } }>(
      open.store,
      '{ entities(first: 1, orderBy: NAME) { pageInfo { endCursor } } }',
    )
    const again = `{ entities(first: 1, after: "${entities.pageInfo.endCursor}") { nodes { slug } } }`
    await expect(ask(open.store, again)).rejects.toThrow()
  })
})
