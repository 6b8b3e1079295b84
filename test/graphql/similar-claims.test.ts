import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OpenStore } from '../open-store.ts'
import { answerTo, ask, openSeeded } from './seeded-store.ts'

let open: OpenStore
beforeAll(async () => {
  open = await openSeeded()
})
afterAll(() => open.database.close())

interface Similar {
  readonly score: number
  readonly words: readonly string[]
  readonly claim: { readonly slug: string; readonly headline: { readonly proposition: string } }
}
const SIMILAR = `query ($text: String!, $limit: Int! = 10) {
  similarClaims(text: $text, limit: $limit) { complete claims { score words claim { slug headline { proposition } } } }
}`
const similar = async (text: string, limit?: number): Promise<readonly Similar[]> =>
  (await ask<{ similarClaims: { claims: readonly Similar[] } }>(open.store, SIMILAR, { text, ...(limit && { limit }) }))
    .similarClaims.claims

it.each([
  ['Yesterday, as everybody knows, X was selling the data of users again.', 'x-sells-user-data'],
  ['X menjual data pengguna, begitu kata orang kemarin.', 'x-sells-user-data'],
])('a sentence with other words in it finds the claim that it paraphrases: %s', async (text, slug) => {
  expect((await similar(text, 3)).map(({ claim }) => claim.slug)).toContain(slug)
})

it('the proposition of every claim finds the claim, among the first five', async () => {
  const { claims } = await ask<{ claims: { nodes: readonly Similar['claim'][] } }>(
    open.store,
    '{ claims(first: 40) { nodes { slug headline { proposition } } } }',
  )
  const missed: string[] = []
  for (const { slug, headline } of claims.nodes) {
    const found = await similar(headline.proposition, 5)
    if (!found.some(({ claim }) => claim.slug === slug)) missed.push(`${slug}: ${headline.proposition}`)
  }
  expect(missed).toEqual([])
})

it('scores are between the least score and 1, the highest first', async () => {
  const scores = (await similar('X collects biometric data with the consent of its users', 50)).map(
    ({ score }) => score,
  )
  expect(scores.length).toBeGreaterThan(1)
  expect(scores.toSorted((a, b) => b - a)).toEqual(scores)
  expect(Math.max(...scores)).toBeLessThanOrEqual(1)
  expect(Math.min(...scores)).toBeGreaterThanOrEqual(0.25)
})

it('a text about nothing in the database finds nothing', async () => {
  expect(await similar('Zebras quietly graze beneath ancient volcanoes.')).toEqual([])
})

it.each([
  ['', 'BAD_INPUT'],
  ['?!', 'BAD_INPUT'],
  ['x'.repeat(501), 'LIMIT_EXCEEDED'],
])('the text %j is refused', async (text, code) => {
  const { errors } = await answerTo(open.store, SIMILAR, { text })
  expect(errors[0]?.code).toBe(code)
})

it('the revision of a request is the one that its lists are read from, also where they are empty', async () => {
  const query = `query ($asOf: DateTime) { revision(asOf: $asOf) { number recordedAt } search(text: "zzyzx", asOf: $asOf) { totalCount } }`
  const now = await ask<{ revision: { number: number; recordedAt: string } }>(open.store, query)
  expect(now).toEqual({ revision: { number: 1, recordedAt: expect.any(String) }, search: { totalCount: 0 } })
  const then = await ask(open.store, query, { asOf: now.revision.recordedAt })
  expect(then).toEqual(now)
  expect(await ask(open.store, query, { asOf: '2000-01-01T00:00:00Z' })).toEqual({
    revision: null,
    search: { totalCount: 0 },
  })
})
