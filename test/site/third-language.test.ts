import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PUBLIC_VIEWER } from '../../src/domain/viewer.ts'
import { EXPORT_FORMATS } from '../../src/exports/formats.ts'
import { en, type Messages } from '../../src/messages/en.ts'
import { claimPage } from '../../src/pages/claim-page.ts'
import { compareForm } from '../../src/pages/compare/compare-form.ts'
import { comparePage } from '../../src/pages/compare/compare-page.ts'
import { embedBuilderPage } from '../../src/pages/embed/embed-builder-page.ts'
import { embedPage } from '../../src/pages/embed/embed-page.ts'
import { parseEmbed, VIEWS } from '../../src/pages/embed/embed-request.ts'
import { homePage } from '../../src/pages/home-page.ts'
import { conceptListPage } from '../../src/pages/lists/concept-list.ts'
import { entityListPage } from '../../src/pages/lists/entity-list.ts'
import { sourceListPage } from '../../src/pages/lists/source-list.ts'
import { storyListPage } from '../../src/pages/lists/story-list.ts'
import type { PageContext } from '../../src/pages/page.ts'
import { searchPage } from '../../src/pages/search/search-page.ts'
import { conceptPage } from '../../src/pages/things/concept-page.ts'
import { ENTITY_VIEWS } from '../../src/pages/things/entity-claims.ts'
import { entityPage } from '../../src/pages/things/entity-page.ts'
import { sourcePage } from '../../src/pages/things/source-page.ts'
import { capitalised } from '../../src/text/languages.ts'
import { drawView } from '../../src/widgets/drawing/draw-view.ts'
import { linksIn } from '../../src/widgets/view/links.ts'
import { NOW, type StartedSite, startSite } from './start-site.ts'

/** Puts every message of the catalogue in brackets, so that words outside of brackets come from elsewhere. */
function bracketed<T>(value: T, key = ''): T {
  if (key === 'tag' || key === 'direction') return value
  if (typeof value === 'string') return (value === '' ? '' : `⟦${value}⟧`) as T
  if (typeof value === 'function') return ((...given: unknown[]) => `⟦${value(...given)}⟧`) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, bracketed(one, name)])) as T
}

const LISTS = [storyListPage, entityListPage, conceptListPage, sourceListPage]
const draw = drawView
const PSEUDO: Messages = { ...bracketed(en), predicates: en.predicates, tag: 'en' }
const ARABIC: Messages = { ...PSEUDO, direction: 'rtl' }

describe('third language', () => {
  let site: StartedSite
  let record: ReadonlySet<string>
  beforeAll(async () => {
    site = await startSite()
    const { seeds } = await import('./start-site.ts')
    // Names begin a line with a capital.
    record = new Set(stringsOf(await seeds()).flatMap((text) => [text, capitalised(text, 'en')]))
  })
  afterAll(() => site.stop())

  const context = (messages: Messages): PageContext => ({
    store: site.open.store,
    viewer: PUBLIC_VIEWER,
    messages,
    asOf: null,
    links: linksIn(messages.tag, null),
    now: NOW,
    publicUrl: 'http://127.0.0.1:1',
    assets: {
      icon: '/assets/i?v=1',
      fonts: [],
      style: '/assets/a?v=1',
      charts: '/assets/c?v=1',
      picture: '/assets/c?v=1',
      site: '/assets/s?v=1',
      widget: '/assets/b?v=1',
      builder: '/assets/c?v=1',
      embed: '/assets/d?v=1',
      page: '/assets/p?v=1',
    },
    draw,
  })
  const embed = async (messages: Messages, view: string): Promise<string> => {
    const request = parseEmbed(
      view === 'claim' ? 'claim' : view === 'network' ? 'network' : 'story',
      SLUGS[view] ?? 'x-privacy-2023',
      new URLSearchParams({ view }),
    )
    return (await embedPage({ ...request, messages }, context(messages))).html
  }
  const SLUGS: Readonly<Record<string, string>> = { claim: 'x-sells-user-data', network: 'x' }

  it('needs no words outside the catalogue', async () => {
    const own = context(PSEUDO)
    const pages = [
      (await homePage(own)).html,
      (await searchPage({ text: 'twitter', kind: null, from: 0 }, own)).html,
      (await claimPage('x-sells-user-data', own))?.html,
      ...(await Promise.all(
        ENTITY_VIEWS.map(async (view) => (await entityPage('x', { view, after: null }, own))?.html),
      )),
      (await sourcePage('x-privacy-policy', null, own))?.html,
      (await conceptPage('data', 'biometric', null, own))?.html,
      (await comparePage('x,xai', 'matrix', own))?.html,
      (await compareForm([], 'musk', own)).html,
      ...(await Promise.all(LISTS.map(async (list) => (await list(null, own)).html))),
      (await embedBuilderPage(new URLSearchParams({ what: 'claim/x-sells-user-data' }), own)).html,
      ...(await Promise.all(VIEWS.map((view) => embed(PSEUDO, view)))),
    ]
    for (const page of pages) expect([...new Set(wordsOutside(page ?? '', record))]).toEqual([])
  })

  it.each(VIEWS)('is written from right to left where its direction says so: %s', async (view) => {
    const html = await embed(ARABIC, view)
    expect(html).toMatch(/<html lang="en" dir="rtl"/)
    expect(html).toContain('data-close="⟦Close⟧"')
  })
})

const OTHERS =
  /\b(January|February|March|April|May|June|July|August|September|October|November|December|English|EN|Bahasa Indonesia|ID|sha256|and|wikidata|dpv|px|UTC|JSON-LD|SVG|PNG|GraphQL)\b/g

/** Names of files and of programs, which are the same in every language. */
const FILES = new RegExp(
  EXPORT_FORMATS.flatMap(({ file, program }) => [file.replaceAll('.', '\\.'), ...(program?.split(', ') ?? [])]).join(
    '|',
  ),
  'g',
)

function wordsOutside(html: string, record: ReadonlySet<string>): readonly string[] {
  const body = html
    .slice(html.indexOf('<body'))
    .replace(/<(script|textarea|svg)[^>]*>.*?<\/\1>/gs, '')
    // Names in a sentence are links.
    .replace(/<a [^>]*><bdi>(.*?)<\/bdi><\/a>/g, '$1')
    // Words of a sentence in another language.
    .replace(/<span lang="[^"]*">([^<]*)<\/span>/g, '$1')
    .replace(/<\/?(?:mark|wbr)[^>]*>/g, '')
  const shown = [
    ...body.matchAll(/>([^<]+)</g),
    ...body.matchAll(/(?:aria-label|placeholder|data-close|data-copied)="([^"]+)"/g),
  ]
  return shown.flatMap(([, escaped]) => {
    let text = String(escaped).replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
    if (record.has(text.replace(/^“|”$/g, ''))) return []
    for (let inner = /⟦[^⟦⟧]*⟧/; inner.test(text); ) text = text.replace(inner, '')
    if ([...record].some((known) => known.length > 3 && text.includes(known))) return []
    const left = text
      .replace(/sha256 [0-9a-f]+…/g, '')
      .replace(FILES, '')
      .replace(OTHERS, '')
      .split(/[\s():;,“”]+/)
    return left.some((word) => /\p{L}/u.test(word) && !record.has(word)) ? [text] : []
  })
}

function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : []
}
