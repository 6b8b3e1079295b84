import { describe, expect, it } from 'vitest'
import { messagesIn } from '../../../src/messages/all-messages.ts'
import { linkedText, type NamedLink } from '../../../src/widgets/html/linked-text.ts'
import { fc } from '../../property-runs.ts'

const en = messagesIn('en')
const X: NamedLink = { name: 'X', href: '/entity/x' }
const POLICY: NamedLink = { name: "X's privacy policy", href: '/source/x-privacy-policy' }
const ARTICLE: NamedLink = { name: 'the Indonesian article', href: '/source/article' }
const linked = (text: string, ...links: readonly NamedLink[]): string => linkedText(text, links, [], en).markup
const short = (markup: string): string =>
  markup.replace(/<a href="([^"]*)"><bdi>(.*?)<\/bdi><\/a>/g, '[$2]($1)').replaceAll('&#39;', "'")

describe('names in a sentence', () => {
  it.each([
    ["X's users say so to X", [X], "[X](/entity/x)'s users say so to X"],
    ["X's privacy policy binds X", [X, POLICY], "[X's privacy policy](/source/x-privacy-policy) binds [X](/entity/x)"],
    ['The Indonesian article says so', [ARTICLE], '[The Indonesian article](/source/article) says so'],
    ['xAI, X-ray, x.com, @X, X.com, X2 and “X”', [X], 'xAI, X-ray, x.com, @X, X.com, X2 and “X”'],
    ['says: “X sells; so X” and X', [X], 'says: “X sells; so X” and [X](/entity/x)'],
    ['says: “X sells and X', [X], 'says: “X sells and X'],
    [
      'in “X Policy”, X',
      [{ ...POLICY, name: '“X Policy”' }, X],
      'in [“X Policy”](/source/x-privacy-policy), [X](/entity/x)',
    ],
    ['X', [X, { name: 'X', href: '/entity/other' }], 'X'],
    [
      'X',
      [
        { name: '', href: '/a' },
        { name: ' ', href: '/b' },
      ],
      'X',
    ],
  ] as const)('%s', (text, links, expected) => {
    expect(short(linked(text, ...links))).toBe(expected)
  })

  it('marks the words of other languages, in links too', () => {
    const printed = [{ value: 'banyak orang', language: 'id' }]
    expect(linkedText('many (“banyak orang”) at X', [X], printed, en).markup).toBe(
      'many (“<span lang="id">banyak orang</span>”) at <a href="/entity/x"><bdi>X</bdi></a>',
    )
  })

  it('never changes, cuts or reorders a text, and never links within a quotation, for hostile names', () => {
    const hostile = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        '“',
        '”',
        '\u202e',
        '\u2067X',
        '\u2069',
        '<a href="#">',
        '&amp;',
        '$&',
        '(.*)',
        '\\',
        '[',
        'X',
        '-',
      ),
      fc.constant('n'.repeat(300)),
    )
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 6 }), fc.array(hostile, { maxLength: 6 }), (names, words) => {
        const text = words.concat(names).join(' ')
        const links = names.map((name, i) => ({ name, href: `/entity/${i}` }))
        const markup = linked(text, ...links)
        expect(plain(markup)).toBe(text.replace(CONTROLS, ''))
        const hrefs = [...markup.matchAll(/<a href="([^"]*)">/g)].map(([, href]) => href)
        expect(new Set(hrefs).size).toBe(hrefs.length)
        expect(links.map(({ href }) => href)).toEqual(expect.arrayContaining(hrefs))
        const opened = markup.split('“').slice(1)
        for (const quotation of opened) expect((quotation.split('”')[0] ?? '').includes('<a ')).toBe(false)
        // Every text between tags closes the isolates that it opens.
        for (const node of markup.split(/<[^>]*>/)) {
          expect(node.match(/[\u2066-\u2068]/g)?.length ?? 0).toBe(node.match(/\u2069/g)?.length ?? 0)
        }
      }),
    )
  })
})

const CONTROLS = /[\u2066-\u2069]/g
const plain = (markup: string): string =>
  markup
    .replace(/<\/?(?:a|bdi|span)(?: [a-z]+="[^"]*")?>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(CONTROLS, '')
