import { setTimeout } from 'node:timers/promises'
import { graphql } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PUBLIC_VIEWER } from '../../src/domain/viewer.ts'
import { schema } from '../../src/graphql/schema.ts'
import type { OpenStore } from '../open-store.ts'
import { publicContext } from './public-context.ts'
import { openSeeded } from './seeded-store.ts'

describe('errors of several items of a list', () => {
  let opened: OpenStore
  beforeAll(async () => {
    opened = await openSeeded()
  })
  afterAll(() => opened.database.close())

  it('are all handled, whether items are cached or read', async () => {
    const unhandled: unknown[] = []
    const note = (error: unknown): void => void unhandled.push(error)
    process.on('unhandledRejection', note)
    const store = opened.database.visibleTo(PUBLIC_VIEWER)
    const source = `{ graph(roots: ["DataCategory:dm-contents"]) {
      edges { headline { status } } nodes { node { id } label(language: "no tag!") { value } } } }`
    for (let times = 0; times < 3; times += 1) {
      const { errors } = await graphql({ schema, source, contextValue: publicContext(store) })
      expect(errors?.[0]?.message).toMatch(/^language is no language tag/)
      await setTimeout(10)
    }
    process.off('unhandledRejection', note)
    expect(unhandled).toEqual([])
  })
})
