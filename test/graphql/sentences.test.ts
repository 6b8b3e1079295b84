import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenStore } from '../open-store.ts'
import { answerTo, ask, openSeeded } from './seeded-store.ts'

let open: OpenStore
beforeAll(async () => {
  open = await openSeeded()
})
afterAll(() => open.database.close())

interface Text {
  readonly value: string
  readonly language: string
}
interface Headline {
  readonly proposition: string
  readonly status: string
  readonly by: string
  readonly language: string
}
interface Said {
  readonly slug: string
  readonly sentence: Text
  readonly headline: Headline
  readonly status: { readonly value: string; readonly label: Text }
}
const SAID = `query ($language: String! = "en") { claims(first: 100) { nodes {
  slug sentence(language: $language) { value language } headline(language: $language) { proposition status by language }
  status { value label(language: $language) { value language } }
} } }`
const saidIn = async (language?: string): Promise<readonly Said[]> =>
  (await ask<{ claims: { nodes: readonly Said[] } }>(open.store, SAID, language === undefined ? {} : { language }))
    .claims.nodes
const textsOf = ({ sentence, headline: { language, ...parts }, status }: Said): readonly Text[] => [
  sentence,
  status.label,
  ...Object.values(parts).map((value) => ({ value, language })),
]

describe('sentences in the API', () => {
  it('are English by default, and differ for each claim', async () => {
    const said = await saidIn()
    expect(said.length).toBeGreaterThan(40)
    expect(said.flatMap(textsOf).map(({ language }) => language)).toEqual(Array(said.length * 5).fill('en'))
    // One quoted post speaks for three claims, whose propositions differ.
    const told = said.map(({ sentence, headline }) => `${headline.proposition}: ${sentence.value}`)
    expect(new Set(told).size).toBe(said.length)
    for (const { sentence } of said) expect(sentence.value).toMatch(/[.!?…]$/)
  })

  it.each(['id', 'id-ID', 'id-Latn-ID'])('are Indonesian for %s, without English words', async (language) => {
    const [english, indonesian] = [await saidIn(), await saidIn(language)]
    for (const [i, said] of indonesian.entries()) {
      for (const text of textsOf(said)) expect(text.language).toBe('id')
      expect(said.sentence.value).not.toBe(english[i]?.sentence.value)
      expect(said.headline.proposition).not.toBe(english[i]?.headline.proposition)
      expect(said.headline.by).not.toBe(english[i]?.headline.by)
    }
  })

  it.each(['fr', 'xx-YY', 'EN', ' en '])(
    'are English for the unsupported language %j, with language "en"',
    async (language) => {
      expect(await saidIn(language)).toEqual(await saidIn('en'))
    },
  )

  it.each(['', '!', 'en_GB', 'constructor', '__proto__'])(
    'are refused for %j, which is no language tag',
    async (language) => {
      const { errors } = await answerTo(open.store, SAID, { language })
      expect(errors).toContainEqual({ code: 'BAD_INPUT', argument: 'language' })
    },
  )

  it.each(['ID', 'in', 'id-Latn-ID'])('are Indonesian for %j, another tag of Indonesian', async (language) => {
    expect(await saidIn(language)).toEqual(await saidIn('id'))
  })

  it('follow the valid time of a given day', async () => {
    const query = `{ claim(slug: "x-sells-user-data") { now: sentence { value } then: sentence(validOn: "2021-08-18") { value } } }`
    const { claim } = await ask<{ claim: { now: Text; then: Text } }>(open.store, query)
    expect(claim.now.value).toMatch(/does not sell/)
    expect(claim.then.value).not.toMatch(/does not sell/)
  })
})

describe('localized text of editors', () => {
  it.each([
    ['en', 'en'],
    ['id', 'id'],
    ['id-ID', 'id'],
    ['fr', 'en'],
  ])('for language %j is in %s', async (language, answered) => {
    const query = `query ($language: String!) {
      story(slug: "x-privacy-2023") { title(language: $language) { language } summary(language: $language) { language } }
      entity(slug: "members-of-the-public") { name(language: $language) { language } }
      source(slug: "article") { title(language: $language) { language } }
    }`
    const result = { language: answered }
    expect(await ask(open.store, query, { language })).toEqual({
      story: { title: result, summary: result },
      entity: { name: result },
      source: { title: result },
    })
  })
})
