import { describe, expect, it } from 'vitest'
import { foldParts, foldText } from '../../src/text/fold.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { nameInScripts } from './names-in-scripts.ts'

const anyText = fc.oneof(
  nameInScripts,
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('a', '\u0301', '\u3099', 'は', 'ﾊ', 'ﾞ', 'Σ', '\ud800', '\u200d', 'ʼ', '´'),
  }),
)
const runs = { numRuns: propertyRuns(1000) }

describe('folding', () => {
  it('is idempotent', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text))
      }),
      runs,
    )
  })

  it('is the same for both forms of Unicode', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldText(text.normalize('NFC'))).toBe(foldText(text))
        expect(foldText(text.normalize('NFD'))).toBe(foldText(text))
      }),
      runs,
    )
  })

  it('is the same for both cases, for every character of Unicode', () => {
    const different: string[] = []
    for (let codePoint = 0; codePoint < 0x20000; codePoint += 1) {
      const sign = String.fromCodePoint(codePoint)
      if (/[\p{Script=Han}\p{Script=Hangul}\p{C}]/u.test(sign)) continue
      const folded = foldText(sign)
      for (const form of [sign.toUpperCase(), sign.toLowerCase(), sign.normalize('NFD'), folded])
        if (foldText(form) !== folded) different.push(`U+${codePoint.toString(16)}`)
    }
    expect(different).toEqual([])
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldText(text.toUpperCase())).toBe(foldText(text.toLowerCase()))
      }),
      runs,
    )
  })

  it('joins the foldings of the parts of a text, which cover it in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parts = foldParts(text)
        const joined = parts.map(({ folded }) => folded).join('')
        expect(joined.replace(/\s+/gu, ' ').trim()).toBe(foldText(text))
        expect(parts[0]?.start ?? 0).toBe(0)
        expect(parts.at(-1)?.end ?? 0).toBe([...text].length)
        for (const [i, { start }] of parts.entries()) expect(start).toBe(parts[i - 1]?.end ?? 0)
      }),
      runs,
    )
  })

  it.each([
    ['Søren Łódź Đorđe', 'soren lodz dorde'],
    ['Þórður Straße Æsir œuvre', 'thordur strasse aesir oeuvre'],
    ['ISPARTA ısparta İsparta', 'isparta isparta isparta'],
    ['ẞ ŋ ħ ə', 'ss ng h e'],
    ['ＸＡＩ　２０２３', 'xai 2023'],
    ['٢٠٢٣ ๒๐๒๓ २०२३', '2023 2023 2023'],
    ['ﾊﾞﾗ バラ ばら', 'ばら ばら ばら'],
    ['ヴ ヷ ッ ー', 'ゔ わ\u3099 っ ー'],
    ["O'Brien O’Brien Oʼbrien O′Brien O´Brien O`Brien", "o'brien o'brien o'brien o'brien o'brien o'brien"],
    ['ΟΔΟΣ οδός', 'οδοσ οδοσ'],
    ['ёлка', 'елка'],
    ['שָׁלוֹם', 'שלום'],
    ['مُحَمَّد محـــمد أحمد', 'محمد محمد احمد'],
    ['data\u00adset zero\u200bwidth', 'dataset zerowidth'],
  ])('makes %j %j', (text, folded) => expect(foldText(text)).toBe(folded))

  it.each([
    ['voiced and unvoiced kana', 'ば', 'は'],
    ['half-voiced and voiced kana', 'ぱ', 'ば'],
    ['half-width voiced and unvoiced kana', 'ﾊﾞ', 'ﾊ'],
    ['small and large kana', 'っ', 'つ'],
    ['vowels of Devanagari', 'कि', 'की'],
    ['vowels and none of Devanagari', 'कि', 'क'],
    ['tones of Thai', 'ข่า', 'ข้า'],
    ['vowels of Khmer', 'កា', 'កិ'],
    ['letters of Tamil with and without a dot', 'க்', 'க'],
  ])('keeps %s apart', (_, one, other) => {
    expect(foldText(one)).not.toBe(foldText(other))
    expect(foldText(one.normalize('NFD'))).not.toBe(foldText(other))
  })

  it.each(['東京', 'Москва', '서울', 'กรุงเทพ', 'القاهرة', 'दिल्ली'])('romanizes no other script: %s', (name) => {
    expect(foldText(name)).not.toMatch(/[a-z]/)
  })
})
