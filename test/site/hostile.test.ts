import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { el, join, safeUrl } from '../../src/widgets/html/markup.ts'
import { hostileDataset, hostileStrings } from './hostile-dataset.ts'
import { type StartedSite, startSite } from './start-site.ts'

describe('HTML renderer', () => {
  it('keeps every text inside its element or attribute', () => {
    for (const text of hostileStrings(1000)) {
      const { markup } = el('a', { title: text, href: text, 'data-x': text }, text)
      const shape = markup.replace(/"[^"<>]*"/g, '""').replace(/>[^<>]*</g, '><')
      expect(shape).toMatch(/^<a title=""( href="")? data-x=""><\/a>$/)
    }
  })

  it('rejects elements and attributes that no page uses', () => {
    expect(() => el('script', {}, 'x')).toThrow()
    expect(() => el('a', { onclick: 'x' })).toThrow()
    expect(() => el('p', { style: 'x' })).toThrow()
    expect(() => el('p onload=x', {})).toThrow()
    expect(() => el('p', { 'a b': 'x' })).toThrow()
    expect(() => el('iframe', { srcdoc: 'x' })).toThrow()
    expect(join('<', null, false, ['&']).markup).toBe('&lt;&amp;')
  })

  it.each([
    ['https://example.org/a', true],
    ['/claim/x', true],
    ['#list', true],
    ['//evil.example', false],
    ['javascript:alert(1)', false],
    [' javascript:alert(1)', false],
    ['java\nscript:alert(1)', false],
    ['data:text/html,x', false],
    ['vbscript:x', false],
    ['garbage', false],
  ])('links %s: %s', (address, isLinked) => {
    expect(safeUrl(address) !== null).toBe(isLinked)
  })
})

describe('site with hostile text in every field', () => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite({ dataset: hostileDataset(60) })
  })
  afterAll(() => site.stop())

  it.each([
    '/?lang=en&q=pwned',
    '/story/story?lang=en',
    '/story/story?lang=en&view=list',
    '/claim/claim-0000?lang=id',
    '/claim/claim-0001?lang=en',
    '/entity/x?lang=en',
    '/source/source?lang=en',
    '/data/data-a?lang=en',
    '/compare?entities=x,group&lang=en',
    '/embed/story/story?lang=en&limit=60',
    '/embed/story/story?lang=id&view=timeline',
    '/embed/story/story?lang=en&view=matrix',
    '/embed/claim/claim-0000?lang=en',
    '/reconcile/preview?lang=en&id=claim/claim-0000',
    '/reconcile/preview?lang=id&id=entity/x',
    '/reconcile/preview?lang=en&id=source/source',
  ])('renders %s with allowed elements only', async (path) => {
    const html = await (await fetch(`${site.url}${path}`)).text()
    const shape = html.replace(/"[^"<>]*"/g, '""')
    for (const [, name] of shape.matchAll(/<\/?([a-zA-Z!][^\s>/]*)/g)) {
      expect(OURS.has(String(name).toLowerCase())).toBe(true)
    }
    expect(shape).not.toMatch(/<[^>]* on[a-z]+=/i)
    expect(html).not.toMatch(/(href|src|action|cite)="\s*(javascript|data|vbscript):/i)
    const texts = [...html.replace(/<script.*?<\/script>/gs, '').matchAll(/>([^<]+)</g)].map(([, text]) => String(text))
    const directed = texts.filter((text) => DIRECTIONS.test(text))
    for (const text of directed) expect(isContained(text), text).toBe(true)
    if (path.includes('view=list')) expect(directed.length).toBeGreaterThan(1)
    for (const [, data] of html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
      expect(() => JSON.parse(String(data))).not.toThrow()
    }
  })

  it.each(['claim/claim-0000', 'entity/x', 'source/source', 'data/data-a'])(
    'has its own markup only beside the suggestion %s',
    async (id) => {
      const { html } = await (await fetch(`${site.url}/reconcile/flyout/entity?lang=en&id=${id}`)).json()
      expect(html.replace(/>[^<>]*</g, '><')).toMatch(/^<div><p><strong><\/strong><\/p>(?:<p><\/p>)*<\/div>$/)
    },
  )

  it('answers the API with sentences in which no name reorders the words around it', async () => {
    const query = '{ claims(first: 60) { nodes { sentence { value } headline { proposition by } } } }'
    const response = await (await fetch(`${site.url}/graphql?${new URLSearchParams({ query })}`)).text()
    const directed = response.split('\\n').flatMap((text) => text.match(/"[^"]*[\u202a-\u202e][^"]*"/gu) ?? [])
    expect(directed.length).toBeGreaterThan(1)
    for (const text of directed) expect(isContained(text), text).toBe(true)
  })

  it('answers oEmbed requests with its own markup only', async () => {
    const address = encodeURIComponent(`${site.url}/story/story`)
    const response = await (await fetch(`${site.url}/oembed?url=${address}`)).json()
    expect(response.html.replace(/"[^"<>]*"/g, '""').replace(/>[^<>]*</g, '><')).toMatch(
      /^<blockquote class=""><a href=""><\/a><\/blockquote><iframe( [a-z]+="")+><\/iframe>$/,
    )
    expect(isContained(response.title)).toBe(true)
    const xml = await (await fetch(`${site.url}/oembed?url=${address}&format=xml`)).text()
    expect(xml.match(/<script/g)).toBeNull()
  })
})

const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u
/** Whether each embedding and override of a text is within an isolate, and each isolate is closed. */
function isContained(text: string): boolean {
  let depth = 0
  for (const character of text) {
    if (/[\u2066-\u2068]/u.test(character)) depth += 1
    if (character === '\u2069') depth -= 1
    if (depth < 0 || (depth === 0 && /[\u202a-\u202e]/u.test(character))) return false
  }
  return depth === 0
}

const OURS = new Set(
  `!doctype html head meta title link script body a header form input label button nav span main h1 h2 h3 p small dl dt dd
  details summary ol ul li sanad-widget figure figcaption footer strong bdi b time em blockquote table caption colgroup col thead tbody
  tr th td section div code svg g path text rect line circle tspan mark textarea fieldset legend iframe aside base wbr em abbr`
    .split(/\s+/)
    .filter(Boolean),
)
