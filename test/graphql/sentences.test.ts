import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenStore } from '../../src/store/open-store.ts'
import { ask, openSeeded } from './seeded-store.ts'

let open: OpenStore
beforeAll(async () => {
  open = await openSeeded()
})
afterAll(() => open.store.close())

interface Text {
  readonly value: string
  readonly language: string
}
interface Said {
  readonly slug: string
  readonly sentence: Text
  readonly proposition: Text
  readonly status: { readonly status: string; readonly word: Text }
}
const SAID = `query ($language: String! = "en") { claims(first: 100) { nodes {
  slug sentence(language: $language) { value language } proposition(language: $language) { value language }
  status { status word(language: $language) { value language } }
} } }`
const saidIn = async (language?: string): Promise<readonly Said[]> =>
  (await ask<{ claims: { nodes: readonly Said[] } }>(open.store, SAID, language === undefined ? {} : { language }))
    .claims.nodes
const textsOf = ({ sentence, proposition, status }: Said): readonly Text[] => [sentence, proposition, status.word]

describe('what the API says in words', () => {
  it('is English unless asked otherwise, and each claim is said otherwise than the others', async () => {
    const said = await saidIn()
    expect(said.length).toBeGreaterThan(40)
    expect(said.flatMap(textsOf).map(({ language }) => language)).toEqual(Array(said.length * 3).fill('en'))
    expect(new Set(said.map(({ sentence }) => sentence.value)).size).toBe(said.length)
    for (const { sentence } of said) expect(sentence.value).toMatch(/[.!?…]$/)
  })

  it.each(['id', 'id-ID', 'id-Latn-ID'])('is Indonesian for %s, and never the English words', async (language) => {
    const [english, indonesian] = [await saidIn(), await saidIn(language)]
    for (const [i, said] of indonesian.entries()) {
      for (const text of textsOf(said)) expect(text.language).toBe('id')
      expect(said.sentence.value).not.toBe(english[i]?.sentence.value)
      expect(said.proposition.value).not.toBe(english[i]?.proposition.value)
    }
  })

  it.each(['fr', 'xx-YY', '', '!', 'constructor', '__proto__', 'EN'])(
    'is English for %j, in which Sanad does not speak, and says so',
    async (language) => {
      expect(await saidIn(language)).toEqual(await saidIn('en'))
    },
  )

  it('says how a claim stood by what documents held on a day', async () => {
    const query = `{ claim(slug: "x-sells-user-data") { now: sentence { value } then: sentence(validOn: "2022-06-09") { value } } }`
    const { claim } = await ask<{ claim: { now: Text; then: Text } }>(open.store, query)
    expect(claim.now.value).toMatch(/denies/)
    expect(claim.then.value).not.toMatch(/denies/)
  })
})

describe('what editors wrote in several languages', () => {
  it.each([
    ['en', 'en'],
    ['id', 'id'],
    ['id-ID', 'id'],
    ['fr', 'en'],
    ['', 'en'],
  ])('is asked for in %j and answered in %s', async (language, answered) => {
    const query = `query ($language: String!) {
      story(slug: "x-privacy-2023") { title(language: $language) { language } summary(language: $language) { language } }
      entity(slug: "members-of-the-public") { name(language: $language) { language } }
      source(slug: "article") { title(language: $language) { language } }
    }`
    const told = { language: answered }
    expect(await ask(open.store, query, { language })).toEqual({
      story: { title: told, summary: told },
      entity: { name: told },
      source: { title: told },
    })
  })
})
