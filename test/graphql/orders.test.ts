import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenStore } from '../../src/store/open-store.ts'
import { foldText } from '../../src/text/fold.ts'
import { ask, openSeeded } from './seeded-store.ts'

let open: OpenStore
beforeAll(async () => {
  open = await openSeeded()
})
afterAll(() => open.store.close())

describe('the order of a list', () => {
  it('of entities may be that of their names', async () => {
    const { entities } = await ask<{ entities: { nodes: { name: { value: string } }[] } }>(
      open.store,
      '{ entities(first: 100, orderBy: NAME) { nodes { name { value } } } }',
    )
    const names = entities.nodes.map(({ name }) => foldText(name.value))
    expect(names.length).toBeGreaterThan(5)
    expect(names).toEqual(names.toSorted((a, b) => (a < b ? -1 : 1)))
  })

  it('of documents may be the last published first, with those of no known date last', async () => {
    const { sources } = await ask<{ sources: { nodes: { publishedAt: string | null }[] } }>(
      open.store,
      '{ sources(first: 100, orderBy: NEWEST) { nodes { publishedAt } } }',
    )
    const dates = sources.nodes.map(({ publishedAt }) => publishedAt)
    const known = dates.filter((date) => date !== null)
    expect(known.length).toBeGreaterThan(2)
    expect(dates).toEqual([...known.toSorted().toReversed(), ...dates.filter((date) => date === null)])
  })

  it('refuses the cursor of another order', async () => {
    const { entities } = await ask<{ entities: { pageInfo: { endCursor: string } } }>(
      open.store,
      '{ entities(first: 1, orderBy: NAME) { pageInfo { endCursor } } }',
    )
    const again = `{ entities(first: 1, after: "${entities.pageInfo.endCursor}") { nodes { slug } } }`
    await expect(ask(open.store, again)).rejects.toThrow()
  })
})
