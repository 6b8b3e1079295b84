import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messagesIn } from '../../src/messages/all-messages.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { recordedInstant } from './recorded-instant.ts'
import { type StartedSite, seeds, startSite } from './start-site.ts'

/** An instant after the revision of the seeds, and before the clock of the server: a later one is refused. */
const ASKED = '2026-10-15T00:00:00Z'
/** Pages without a single topic, and embeds. */
const OTHERS = [
  '/',
  '/?q=twitter',
  '/search',
  '/search?q=twitter&kind=claim',
  '/search?q=twiter',
  ...['/stories', '/entities', '/data', '/sources', '/compare', '/compare?add=x'],
  ...['', '&view=list', '&view=timeline'].map((view) => `/compare?entities=x,xai${view}`),
  ...['list', 'matrix', 'timeline'].map((view) => `/story/x-privacy-2023?view=${view}`),
  ...['says', 'about', 'network'].map((view) => `/entity/x?view=${view}`),
  '/embed/story/x-privacy-2023',
  '/embed/story/x-privacy-2023?view=timeline',
  '/embed/story/x-privacy-2023?view=matrix',
  '/embed/network/x',
  '/embed/claim/x-sells-user-data',
]
/**
 * Paths that are independent of the revision: files, the API, the builder, and the start page, the lists and the search of
 * the current state.
 */
const TIMELESS =
  /^\/(?:assets\/|feed\/|graphql(?:\?|$)|(?:(?:stories|entities|data|sources|compare|search|embed\/new))?\?lang=\w+$)/

let site: StartedSite
let recorded: string
let paths: fc.Arbitrary<string>
beforeAll(async () => {
  const dataset = await seeds()
  site = await startSite({ dataset })
  paths = fc.oneof(
    fc.constantFrom(...OTHERS),
    ...[
      dataset.stories.map(({ item }) => `/story/${item.id}`),
      dataset.claims.map(({ item }) => `/claim/${item.id}`),
      dataset.entities.map(({ item }) => `/entity/${item.id}`),
      dataset.sources.map(({ item }) => `/source/${item.id}`),
      dataset.concepts.map(({ item }) => `/${item.kind === 'Use' ? 'use' : 'data'}/${item.id}`),
    ].map((own) => fc.constantFrom(...own)),
  )
  recorded = await recordedInstant(site, ASKED)
})
afterAll(() => site.stop())

interface Link {
  readonly href: string
  /** The words of the link, and the tags around them. */
  readonly words: string
  /** The tag directly before the link. */
  readonly before: string
}

const plainText = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&#39;', "'")

/** Navigation of the whole site, which leads to the current state from every page. */
const CHROME = /<header class="site-header">.*?<\/header>|<footer class="site-footer">.*?<\/footer>/gs

/** Internal links of a page, without the navigation of the site. */
async function linksOn(path: string, language: string): Promise<readonly Link[]> {
  const separator = path.includes('?') ? '&' : '?'
  const response = await fetch(`${site.url}${path}${separator}lang=${language}&asOf=${encodeURIComponent(ASKED)}`)
  const html = (await response.text()).replace(CHROME, '')
  expect([path, response.status]).toEqual([path, 200])
  return [...html.matchAll(/(<[^>]*>)?\s*<a [^>]*?href="(\/[^"]*)"[^>]*>(.*?)<\/a>/gs)].map(
    ([, before = '', href = '', words = '']) => ({ before, href: plainText(href), words }),
  )
}

/** The instant that a link leads to; null for the current state. */
const instantOf = (href: string): string | null => new URL(href, site.url).searchParams.get('asOf')

describe('pinned page', () => {
  it('has its revision in every internal link, except links that name another instant', async () => {
    const pinned: string[] = []
    await fc.assert(
      fc.asyncProperty(paths, fc.constantFrom('en', 'id'), async (path, language) => {
        const { ui } = messagesIn(language)
        for (const { href, words, before } of await linksOn(path, language)) {
          if (TIMELESS.test(href)) continue
          const instant = instantOf(href)
          if (instant === recorded) pinned.push(href)
          else if (instant === null) expect([path, href, before]).toEqual([path, href, expect.stringMatching(/notice/)])
          else expect([path, href, words]).toEqual([path, href, ui.seeThen])
        }
      }),
      { numRuns: propertyRuns(40) },
    )
    expect(pinned.length).toBeGreaterThan(100)
  })

  it('links to the current state in its notice', async () => {
    for (const path of ['/claim/x-sells-user-data', '/embed/claim/x-sells-user-data']) {
      const links = await linksOn(path, 'en')
      const current = links.filter(({ words }) => words.includes(messagesIn('en').ui.seeCurrent))
      expect(current.map(({ href }) => href)).toEqual(['/claim/x-sells-user-data?lang=en'])
    }
    for (const path of ['/stories', '/entities', '/data', '/sources', '/compare', '/search']) {
      const links = await linksOn(path, 'en')
      const current = links.filter(({ words }) => words.includes(messagesIn('en').ui.seeCurrent))
      expect(current.map(({ href }) => href)).toEqual([`${path}?lang=en`])
    }
  })
})
