import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { trustDocuments } from '../../src/graphql/trusted-documents.ts'
import type { OpenStore } from '../open-store.ts'
import { publicContext } from './public-context.ts'
import { answerTo, openSeeded } from './seeded-store.ts'

let open: OpenStore
beforeAll(async () => {
  open = await openSeeded()
})
afterAll(() => open.database.close())

/** A query for a list, in which AFTER stands for the cursor argument. */
const query = (list: string, after: string): string => `{ ${list.replace('AFTER', after)} }`
const PAGE = '{ pageInfo { endCursor } }'
async function cursorOf(list: string): Promise<string> {
  const { data, errors } = await answerTo(open.store, query(list, 'first: 1'))
  expect(errors).toEqual([])
  const [, cursor] = /"endCursor":"([^"]+)"/.exec(JSON.stringify(data)) ?? []
  return cursor ?? expect.fail(`no cursor in ${list}`)
}
async function refusal(list: string, cursor: string): Promise<readonly unknown[]> {
  return (await answerTo(open.store, query(list, `first: 1, after: "${cursor}"`))).errors.map(({ code }) => code)
}

describe('cursor', () => {
  it.each([
    [`claims(AFTER, filter: { subject: "x" }) ${PAGE}`, `claims(AFTER, filter: { claimant: "x" }) ${PAGE}`],
    [`claims(AFTER, filter: { statuses: [STATED] }) ${PAGE}`, `claims(AFTER) ${PAGE}`],
    [`entities(AFTER, filter: { kinds: [Person] }) ${PAGE}`, `entities(AFTER, filter: { kinds: [Service] }) ${PAGE}`],
    [`sources(AFTER, filter: { text: "x" }) ${PAGE}`, `sources(AFTER) ${PAGE}`],
    [`entity(slug: "x") { claims(AFTER) ${PAGE} }`, `entity(slug: "xai") { claims(AFTER) ${PAGE} }`],
    [`search(AFTER, text: "x") ${PAGE}`, `search(AFTER, text: "musk") ${PAGE}`],
    [`timeline(AFTER, entity: "x") ${PAGE}`, `timeline(AFTER, entity: "elon-musk") ${PAGE}`],
  ])('from %s is rejected by %s', async (list, other) => {
    const cursor = await cursorOf(list)
    expect(await refusal(list, cursor)).toEqual([])
    expect(await refusal(other, cursor)).toEqual(['BAD_CURSOR'])
  })

  it('is never empty, since a client with an empty cursor would start again endlessly', async () => {
    expect(await refusal(`claims(AFTER) ${PAGE}`, '')).toEqual(['BAD_CURSOR'])
  })

  it('remains valid for an equivalent filter and for a compiled query', async () => {
    const cursor = await cursorOf(`claims(AFTER, filter: { subject: "x", predicates: [COLLECTS] }) ${PAGE}`)
    const turned = `claims(AFTER, filter: { text: null, predicates: [COLLECTS], subject: "x" }) ${PAGE}`
    expect(await refusal(turned, cursor)).toEqual([])
    const text = query(turned, `first: 1, after: "${cursor}"`)
    const compiled = trustDocuments([{ name: 'turned', title: '', text }]).byId('turned')
    expect((await compiled?.execute(publicContext(open.store)))?.errors).toBeUndefined()
  })
})
