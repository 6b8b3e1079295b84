import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messagesIn } from '../../src/messages/all-messages.ts'
import { type StartedSite, startSite } from './start-site.ts'

describe('assertion lines of a claim in a list', () => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site.stop())
  /** Lines without markup. */
  const lines = async (path: string): Promise<readonly string[]> => {
    const html = await (await fetch(`${site.url}${path}`)).text()
    return [...html.matchAll(/<p class="sanad-who">(.*?)<\/p>/g)].map(([, line = '']) => line.replace(/<[^>]*>/g, ''))
  }

  it.each(['/embed/claim/x-sells-user-data?lang=en'])(
    'agree in number, and name the missing evidence as the sentence does: %s',
    async (path) => {
      const said = await lines(path)
      expect(said).toContain(
        'most people (“Sebagian besar masyrakat”) speculate (certainty not stated; as reported) · date unknown',
      )
      expect(said.find((line) => line.startsWith('X '))).toMatch(
        /^X states that it is not the case \(in a first-hand document\) · /,
      )
      const article = 'the Indonesian article'
      expect(said.filter((line) => line.startsWith(article)).toSorted()).toEqual([
        `${article} says that it is not yet confirmed by X or Elon Musk · date unknown`,
        `${article} says that there is no evidence for it yet · date unknown`,
      ])
    },
  )

  it('agree in number in Indonesian', async () => {
    const article = 'artikel berbahasa Indonesia itu'
    expect(await lines('/embed/claim/x-sells-user-data?lang=id')).toEqual(
      expect.arrayContaining([
        `${article} menyebut belum dikonfirmasi oleh X maupun Elon Musk · tanggal tidak diketahui`,
        `${article} menyebut belum ada buktinya · tanggal tidak diketahui`,
        'sebagian besar orang (“Sebagian besar masyrakat”) berspekulasi (tingkat keyakinan tidak disebutkan; sebagaimana dilaporkan) · tanggal tidak diketahui',
      ]),
    )
    const [only, ...more] = await lines('/embed/claim/x-collects-unspecified-data?lang=id')
    expect([only, more]).toEqual([
      `${article} menyebut belum ada penjelasan lebih lanjut · tanggal tidak diketahui`,
      [],
    ])
  })

  it('hedge the claim, never the utterance', async () => {
    const of = async (language: string): Promise<string> =>
      (await lines(`/embed/claim/x-collects-biometric-with-consent?lang=${language}`)).join('\n')
    expect(await of('en')).toContain('X states (as possible; in a first-hand document) · ')
    expect(await of('id')).toContain('X menyatakan (sebagai kemungkinan; dalam dokumen aslinya) · ')
  })

  it('mark assertions without quoted words', async () => {
    const wordless = async (language: string): Promise<readonly string[]> =>
      (await lines(`/embed/claim/x-publishes-new-policy-version?lang=${language}`)).filter((line) =>
        line.includes(messagesIn(language).ui.noQuote),
      )
    expect(await wordless('en')).toEqual([
      expect.stringMatching(/^X confirms .* · 31 August 2023 · no words quoted/),
      expect.stringMatching(/^Bloomberg states .* · 31 August 2023 · no words quoted/),
    ])
    expect(await wordless('id')).toEqual([
      expect.stringMatching(/^X mengonfirmasi .* · tanpa kutipan/),
      expect.stringMatching(/^Bloomberg .* · tanpa kutipan/),
    ])
  })

  it('have the same words in linked data', async () => {
    const html = await (await fetch(`${site.url}/claim/x-sells-user-data?lang=en`)).text()
    const names = [...html.matchAll(/"name":"([^"]*)"/g)].map(([, name]) => name)
    expect(names).toContain("the Indonesian article says that there is no evidence yet that X sells its users' data")
    expect(names).toContainEqual(
      expect.stringMatching(
        /^most people \(“Sebagian besar masyrakat”\) (?:think|speculate) that X sells its users' data/,
      ),
    )
  })
})
