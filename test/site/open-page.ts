import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { NewPage } from '../browser/launch.ts'
import type { Watched } from '../browser/watch.ts'
import type { StartedSite } from './start-site.ts'

export const FRAMES = [
  '/embed/story/x-privacy-2023',
  '/embed/claim/x-sells-user-data',
  '/embed/entity/x?view=timeline',
  '/embed/compare/x,xai',
  '/embed/network/x',
]
export const PAGES = [
  '/',
  '/?q=twitter',
  '/story/x-privacy-2023',
  '/claim/x-collects-dm-contents',
  '/entity/x',
  '/source/x-privacy-policy',
  '/data/biometric',
  '/entity/elon-musk?view=timeline',
  '/entities',
  '/data',
  '/sources',
  '/stories',
  '/compare',
  '/search?q=what+did+Musk+deny',
  '/search?q=blomberg',
  '/compare?entities=x,xai',
  '/embed/new?what=claim/x-sells-user-data',
  '/claim/nothing-like-this',
]
export const FRAME_WIDTHS = [320, 600, 760]
export const PAGE_WIDTHS = [320, 760, 1200]
export const LANGUAGES = ['en', 'id']
/** Pixels of the highest page at a width of 1,200. */
export const MAX_HEIGHT = 6000

export const inLanguage = (path: string, language: string): string =>
  `${path}${path.includes('?') ? '&' : '?'}lang=${language}`

export interface OpenOptions {
  readonly width: number
  readonly scheme?: 'light' | 'dark'
  readonly scripts?: boolean
}

/** Opens a path of the site. */
export async function openPage(newPage: NewPage, site: StartedSite, path: string, options: OpenOptions): Promise<Page> {
  const page = await newPage({
    viewport: { width: options.width, height: 900 },
    javaScriptEnabled: options.scripts ?? true,
  })
  if (options.scheme) await page.emulateMedia({ colorScheme: options.scheme })
  await page.goto(`${site.url}${path}`)
  return page
}

/** Pixels by which the page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

/** Pixels from the top of the page to its end. */
export const heightOf = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollHeight')

/** Expects a loaded page without errors, requests to other origins, or stored data. */
export async function expectNothingForeign(page: Page, watched: Watched, origin: string): Promise<void> {
  const isMissing = page.url().includes('nothing-like-this')
  expect(watched.errors.filter((text) => !(isMissing && text.includes('404')))).toEqual([])
  expect(watched.violations).toEqual([])
  expect(watched.requests.filter((url) => !url.startsWith(origin))).toEqual([])
  expect(await page.context().cookies()).toEqual([])
  expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0)
}
