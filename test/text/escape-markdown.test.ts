import { describe, expect, it } from 'vitest'
import { escapeMarkdown, markdownLink } from '../../src/text/escape-markdown.ts'
import { fc } from '../property-runs.ts'

/** The text that CommonMark reads: a backslash before punctuation is left out. */
const unescaped = (markdown: string): string => markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1')

describe('escapeMarkdown', () => {
  it.each([
    ['**bold** _it_ `code`', '\\*\\*bold\\*\\* \\_it\\_ \\`code\\`'],
    ['[[Secret]] ![x](y) <b>', '\\[\\[Secret\\]\\] \\!\\[x\\](y) \\<b\\>'],
    ['- item', '\\- item'],
    ['12. item', '12\\. item'],
    ['# head #tag', '\\# head \\#tag'],
    ['see https://example.org', 'see https\\://example.org'],
    ['a\n\n> b', 'a \\> b'],
    ['==x== %%y%% $z$ ~~w~~', '\\=\\=x\\=\\= \\%\\%y\\%\\% \\$z\\$ \\~\\~w\\~\\~'],
  ])('escapes %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped)
  })

  it('leaves the text as it was, but for white space', () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes))
    fc.assert(
      fc.property(fc.oneof(units, fc.string()), (text) => {
        expect(unescaped(escapeMarkdown(text))).toBe(text.replace(/[\t\n\v\f\r \u0085\u2028\u2029]+/g, ' ').trim())
      }),
    )
  })
})

describe('markdownLink', () => {
  it('ends where its URL does, whatever brackets the URL has', () => {
    expect(markdownLink('a [b]', 'https://example.org/x_(y)?q=1&b=2')).toBe(
      '[a \\[b\\]](https://example.org/x_%28y%29?q=1&b=2)',
    )
    expect(markdownLink('a', 'https://example.org/?a=1&copy;')).toBe('[a](https://example.org/?a=1\\&copy;)')
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'not a url', null])('has no link for %s', (url) => {
    expect(markdownLink('a', url)).toBe('a')
  })
})
