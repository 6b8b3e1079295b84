import { describe, expect, it } from 'vitest'
import { canonicalLanguage, canonicalText } from '../../src/text/canonical-text.ts'
import { fc } from '../property-runs.ts'
import { anyTag, anyText, SPACES } from './spellings.ts'

describe('canonical text', () => {
  it('is equal for all normalisation forms and for all white space around it', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('NFC', 'NFD'), SPACES, SPACES, (text, form, before, after) => {
        expect(canonicalText(before + text.normalize(form) + after)).toBe(canonicalText(text))
      }),
    )
  })

  it('is its own canonical text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(canonicalText(canonicalText(text))).toBe(canonicalText(text))
      }),
    )
  })

  it('takes time linear in a row of marks, which normalising would sort', () => {
    const marks = '\u0301\u0323'.repeat(200_000)
    expect(canonicalText(marks)).toBe(marks)
  })

  it('differs for texts that differ in more, compatibility characters too', () => {
    expect(canonicalText('ﬁ')).not.toBe('fi')
    expect(canonicalText('a b')).not.toBe(canonicalText('a  b'))
    expect(canonicalText('A')).not.toBe(canonicalText('a'))
  })
})

describe('canonical language', () => {
  it('is equal for all spellings of a tag, and is its own canonical tag', () => {
    fc.assert(
      fc.property(anyTag, SPACES, (tag, space) => {
        const canonical = canonicalLanguage(tag)
        expect(canonicalLanguage(tag.toUpperCase())).toBe(canonical)
        expect(canonicalLanguage(`${space}${tag.toLowerCase()}${space}`)).toBe(canonical)
        expect(canonicalLanguage(canonical ?? '')).toBe(canonical)
      }),
    )
  })

  it.each([
    ['ID', 'id'],
    ['in', 'id'],
    ['pt-br', 'pt-BR'],
    ['ZH-hant-tw', 'zh-Hant-TW'],
    ['und', 'und'],
  ])('%s is spelt %s', (tag, canonical) => {
    expect(canonicalLanguage(tag)).toBe(canonical)
  })

  it.each([
    '',
    '!',
    'e',
    'en_GB',
    'en-',
    'english!',
    'toolongtag',
    'en-GB-en-GB',
    'é',
    'en'.repeat(20),
    `en${'-aaa'.repeat(10_000)}`,
  ])('none belongs to %j', (tag) => {
    expect(canonicalLanguage(tag)).toBeNull()
  })
})
