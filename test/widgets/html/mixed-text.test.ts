import { expect, it } from 'vitest'
import { mixedText } from '../../../src/widgets/html/mixed-text.ts'

const written = (text: string, ...foreign: readonly [string, string][]): string =>
  mixedText(
    text,
    foreign.map(([language, value]) => ({ language, value })),
    'en',
  ).markup

it('mixed text marks words of other languages, escaped, and leaves words of the page language plain', () => {
  expect(written('“banyak” and “some <b>” say so; “banyak” again', ['id', 'banyak'], ['en', 'some <b>'])).toBe(
    '“<span lang="id">banyak</span>” and “some &lt;b&gt;” say so; “<span lang="id">banyak</span>” again',
  )
  expect(written('“a&b”', ['id-ID', 'a&b'], ['id', ''])).toBe('“<span lang="id-ID">a&amp;b</span>”')
  expect(written('“satu dua”', ['id', 'dua'], ['ms', 'satu'])).toBe(
    '“<span lang="ms">satu</span> <span lang="id">dua</span>”',
  )
})
