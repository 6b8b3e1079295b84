import { Parser, Writer } from 'n3'
import { describe, expect, it } from 'vitest'
import { bibtexEntry } from '../../src/exports/bibtex-entry.ts'
import { createQuads } from '../../src/exports/jsonld-quads.ts'
import { markdownLine, markdownQuote } from '../../src/exports/markdown-text.ts'
import { markdownLink } from '../../src/text/escape-markdown.ts'
import { fc } from '../property-runs.ts'
import { hostileText } from './hostile-text.ts'
import { readBibtex } from './read-bibtex.ts'
import { readMarkdown } from './read-markdown.ts'

const MARKS = [
  '*',
  '_',
  '`',
  '[',
  ']',
  '(',
  ')',
  '<b>',
  '</b>',
  '<!--',
  '&lt;',
  '&#35;',
  '\\',
  '#',
  '> ',
  '- ',
  '1. ',
  '```',
  '---',
]
const TEX = [
  '{',
  '}',
  '\\',
  '%',
  '$',
  '~',
  '^',
  '#',
  '&',
  '_',
  '--',
  "''",
  '``',
  '@',
  '"',
  '\\begin{x}',
  '% End: 1 source',
]
const mixed = (pieces: readonly string[]) =>
  fc
    .array(fc.oneof(fc.constantFrom(...pieces), hostileText), { minLength: 1, maxLength: 6 })
    .map((some) => some.join(''))

/** Text as TeX shows it: white space and control characters are spaces, and runs of spaces are one. */
const shownByTex = (text: string): string => text.replace(/[ \p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()

/** The same for Markdown, whose parser also drops other white space at the ends of a paragraph. */
const shown = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()

describe('Markdown', () => {
  it('shows any text of a heading, an item and a quote as it is, without a mark', () => {
    fc.assert(
      fc.property(mixed(MARKS), (text) => {
        fc.pre(shown(text) !== '')
        const blocks = readMarkdown(
          `### ${markdownLine(text)}\n\n- Source: ${markdownLine(text)}\n\n${markdownQuote(text)}\nEnd\n`,
        )
        expect(blocks.map(({ marks }) => marks)).toEqual(blocks.map(() => []))
        const [heading, item, ...others] = blocks
        expect([heading?.path, shown(heading?.text ?? '')]).toEqual(['h3', shown(text)])
        expect([item?.path, shown(item?.text ?? '')]).toEqual(['ul li p', shown(`Source: ${text}`)])
        const quoted = others.filter(({ path }) => path === 'blockquote p')
        expect(shown(quoted.map(({ text: one }) => one).join('\n\n'))).toBe(shown(text))
        expect(others.at(-1)).toMatchObject({ path: 'p', text: 'End' })
        expect(quoted).toHaveLength(others.length - 1)
      }),
    )
  })

  it('links http and https alone, with any text', () => {
    fc.assert(
      fc.property(mixed(MARKS), fc.oneof(fc.webUrl(), fc.constant('javascript:x'), mixed(MARKS)), (text, url) => {
        fc.pre(shown(text) !== '')
        const [block] = readMarkdown(`- x: ${markdownLink(shown(text), url)}\n`)
        expect(shown(block?.text ?? '')).toBe(shown(`x: ${text}`))
        const isWeb = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
        expect(block?.marks).toEqual(isWeb ? ['link_open', 'link_close'] : [])
      }),
    )
  })

  it('has the paragraphs and lines of a quote', () => {
    const [first, second] = readMarkdown(markdownQuote('One\ntwo\r\n\r\n# three'))
    expect(first).toEqual({ path: 'blockquote p', text: 'One\ntwo', marks: [] })
    expect(second).toEqual({ path: 'blockquote p', text: '# three', marks: [] })
    expect(readMarkdown(markdownQuote('one\u00a0two  three'))[0]?.text).toBe('one\u00a0two three')
  })
})

describe('BibLaTeX', () => {
  it('has any text of a title and a note as it is', async () => {
    await fc.assert(
      fc.asyncProperty(mixed(TEX), mixed(TEX), async (title, note) => {
        fc.pre(shownByTex(title) !== '' && shownByTex(note) !== '')
        const written = bibtexEntry({
          id: 'some-source',
          type: 'webpage',
          title,
          note,
          URL: 'https://example.org/a_b%20c',
        })
        const read = await readBibtex(`${written}\n% End: 1 source\n`)
        expect(read).toEqual([
          {
            key: 'some-source',
            type: 'online',
            fields: { title: shownByTex(title), note: shownByTex(note), url: 'https://example.org/a_b%20c' },
          },
        ])
      }),
    )
  })

  it('has dates as far as they are known', () => {
    const date = (parts: readonly number[]) => ({ 'date-parts': [parts] as const })
    const entry = bibtexEntry({ id: 'a', type: 'document', title: 'A', issued: date([987]), accessed: date([2023, 8]) })
    expect(entry).toBe('@misc{a,\n  title = {{A}},\n  date = {0987}\n}\n')
    expect(
      bibtexEntry({ id: 'a', type: 'post', title: 'A', URL: 'https://x.example', accessed: date([2023, 8, 3]) }),
    ).toContain('urldate = {2023-08-03}')
  })
})

describe('RDF', () => {
  it.each(['N-Quads', 'TriG'])('has any text as it is in %s', (format) => {
    fc.assert(
      fc.property(hostileText, hostileText, (name, description) => {
        const toQuads = createQuads('en')
        const quads = toQuads({ '@id': 'https://example.org/a', name, description: { '@value': description } }, null)
        let written = ''
        const writer = new Writer({ format })
        writer.addQuads([...quads])
        writer.end((_, result) => {
          written = result
        })
        const read = new Parser({ format }).parse(written)
        expect(read.map(({ object }) => object)).toMatchObject([
          { value: name, language: 'en' },
          { value: description, language: '' },
        ])
      }),
    )
  })

  it('is refused where an IRI is none', () => {
    for (const iri of ['https://example.org/a b', 'https://example.org/<a>', 'a', 'https://example.org/\ud800'])
      expect(() => createQuads('en')({ '@id': iri, name: 'A' }, null)).toThrow('is no IRI')
    expect(() => createQuads('en')({ '@id': 'https://example.org/a', unknown: 'A' }, null)).toThrow('no term')
  })
})
