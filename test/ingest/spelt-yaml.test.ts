import { describe, expect, it } from 'vitest'
import { parseYaml } from '../../src/ingest/parse-yaml.ts'
import { canonicalText } from '../../src/text/canonical-text.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { anyText } from '../text/spellings.ts'

/** The value of the key `a`; undefined for a file that is refused. */
function valueIn(yaml: string): unknown {
  const read = parseYaml(yaml)
  if (!('content' in read)) return undefined
  return typeof read.content === 'object' && read.content !== null ? Reflect.get(read.content, 'a') : read.content
}

/** Escapes each UTF-16 unit as \uXXXX. */
const escapedUnits = (text: string): string =>
  text
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
/** Escapes each code point as \UXXXXXXXX. */
const escapedPoints = (text: string): string =>
  [...text].map((character) => `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`).join('')

describe('text in YAML', () => {
  it('is the same in quotes, with escapes and as a block, whatever line breaks end the block', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom('', '\n', '\n\n'),
        fc.constantFrom('|', '|-', '|+', '>'),
        (text, end, style) => {
          const spellings = [
            `a: ${JSON.stringify(text)}`,
            `a: '${text.replaceAll("'", "''")}'`,
            `a: "${escapedPoints(text)}"`,
            `a: ${style}\n  ${text}\n${end}`,
            ...(/[\ud800-\udfff]/.test(text) ? [] : [`a: "${escapedUnits(text)}"`]),
          ]
          for (const yaml of spellings) expect(valueIn(yaml), yaml).toBe(text)
          expect(canonicalText(String(valueIn(`a: " ${escapedPoints(text.normalize('NFD'))}\\t"`)))).toBe(
            canonicalText(text),
          )
        },
      ),
    )
  })

  it('without quotes is read completely, is another type, or is refused', () => {
    const characters = fc.constantFrom(...'ab #:&!*-,[]{}|>%@?~`='.split(''))
    fc.assert(
      fc.property(
        fc.string({ unit: characters, maxLength: 14 }),
        fc.constantFrom('a: TEXT', '{ a: TEXT }', 'a:\n  TEXT\n'),
        (text, form) => {
          // A comma or bracket in braces makes another key, which the form of a seed refuses.
          if (form.startsWith('{') && /[,[\]{}]/.test(text)) return
          const value = valueIn(form.replace('TEXT', () => text))
          if (typeof value !== 'string' || value === '') return
          expect(value).toBe(text.trim())
        },
      ),
      { numRuns: propertyRuns(2000) },
    )
  })
})
