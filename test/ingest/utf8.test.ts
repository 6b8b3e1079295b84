import { describe, expect, it } from 'vitest'
import { parseYaml } from '../../src/ingest/parse-yaml.ts'
import { decodeUtf8, firstWrongByte } from '../../src/ingest/utf8.ts'
import { fc } from '../property-runs.ts'

const bytes = (...parts: readonly (string | number)[]): Uint8Array =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...Buffer.from(part)])))

describe('first byte that is no UTF-8', () => {
  it.each<[string, Uint8Array, number, number]>([
    ['alone', bytes(0xff), 1, 1],
    ['after characters of two, three and four bytes', bytes('a: é€𝒳 ', 0xff, ' b'), 1, 9],
    ['on a later line', bytes('a: 1\nb: é', 0xc3, '\nc: 2', 0xff), 2, 5],
    ['of a character that is cut off by the line', bytes('a: €', 0xe2, 0x82, '\n'), 1, 5],
    ['of a character that is cut off by the file', bytes('a: €', 0xf0, 0x9d, 0x92), 1, 5],
    ['of a character that another cuts off', bytes('é', 0xe2, 0x82, 'é'), 1, 2],
  ])('is found: %s', (_, text, line, column) => {
    expect(firstWrongByte(text)).toEqual({ line, column })
  })

  it('has the column that a YAML error at the same place has, after characters outside of the BMP', () => {
    const broken = parseYaml('"𝒳𝒳": !unknown a')
    const column = 'position' in broken ? broken.position.column : null
    expect(firstWrongByte(bytes('"𝒳𝒳": ', 0xff))).toEqual({ line: 1, column })
  })

  it('is found in a line of 1 MB', () => {
    const text = bytes('é'.repeat(500_000), 0xff, 'x'.repeat(24_000))
    expect(firstWrongByte(text)).toEqual({ line: 1, column: 500_001 })
  })

  it('is where decoding byte by byte finds it', () => {
    const piece = fc.oneof(fc.constantFrom('a', 'é', '€', '𝒳', '\n'), fc.integer({ min: 0x80, max: 0xff }))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = bytes(...pieces)
        fc.pre(decodeUtf8(text) === null)
        expect(firstWrongByte(text)).toEqual(byteByByte(text))
      }),
    )
  })
})

function byteByByte(text: Uint8Array): { line: number; column: number } {
  let valid = ''
  for (let length = 1; length <= text.length; length += 1) valid = decodeUtf8(text.subarray(0, length)) ?? valid
  const lines = valid.split('\n')
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}
