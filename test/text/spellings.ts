import { fc } from '../property-runs.ts'

/** White space that a text may have around it, invisible in an editor. */
export const SPACES = fc.string({ unit: fc.constantFrom(' ', '\n', '\t', '\u00a0', '\u3000', '\ufeff'), maxLength: 3 })

/** A character that a reader sees, of many scripts, composed and decomposed. */
const VISIBLE = fc.constantFrom(...'aZ7é\u212bñŠの漢ก한ªßıİΩ'.split(''), 'e\u0301', '𝒳', '😀', 'की')
/** A text of visible characters and spaces, without spaces around it. */
export const anyText = fc
  .array(fc.oneof({ weight: 5, arbitrary: VISIBLE }, fc.constantFrom(' ', '-', '\u0301', '\u200d')), {
    minLength: 1,
    maxLength: 12,
  })
  .map((characters) => `x${characters.join('')}`.trim())

/** A language tag, in its canonical spelling or near it. */
export const anyTag = fc
  .tuple(
    fc.constantFrom('en', 'id', 'pt', 'zh', 'sr', 'in', 'ar', 'yue'),
    fc.constantFrom('', '-Latn', '-Hant', '-cyrl'),
    fc.constantFrom('', '-BR', '-tw', '-419'),
  )
  .map((parts) => parts.join(''))

/** A text in another normalisation form, with white space around it. */
export const respelt = (text: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom('NFC', 'NFD'), SPACES, SPACES)
    .map(([form, before, after]) => before + text.normalize(form) + after)
