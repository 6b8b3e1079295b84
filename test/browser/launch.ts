import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { CHROMIUM } from './chromium.ts'

const { REQUIRE_BROWSER } = process.env
/** Longest load of a page, below the time limit of a test. The first page of a busy machine takes longer than the default. */
const LOAD_MS = 100_000

/**
 * Opens a page for one test, in a context that it shares with the pages of its file that have the same options: a context
 * of its own costs half a second of CPU. Pages in one context share cookies, storage and the cache of responses. After the
 * test, pages that it left open are closed.
 */
export type NewPage = (options?: BrowserContextOptions) => Promise<Page>

/**
 * Runs tests in a real Chromium, which all files share; contexts that a test opens are its own. Skips the tests visibly
 * where there is no Chromium, and fails where there must be one.
 */
export function describeInBrowser(what: string, tests: (newPage: NewPage) => void): void {
  describe(`${what} in a browser`, () => {
    if (CHROMIUM === null) {
      it.skipIf(REQUIRE_BROWSER !== '1')('needs Chromium (apt-get install chromium-headless-shell)', () =>
        expect.fail('REQUIRE_BROWSER=1, but there is no Chromium.'),
      )
      return
    }
    let browser: Browser | undefined
    beforeAll(async () => {
      browser = await chromium.connect(inject('browserUrl'))
    })
    afterAll(() => browser?.close())
    const started = (): Browser => browser ?? expect.fail('The browser did not start.')
    const shared = new Map<string, Promise<BrowserContext>>()
    afterEach(async () => {
      for (const context of await Promise.all(shared.values())) for (const page of context.pages()) await page.close()
    })
    tests(async (options = {}) => {
      const key = JSON.stringify(options)
      const context = shared.get(key) ?? started().newContext(options)
      shared.set(key, context)
      const page = await (await context).newPage()
      page.setDefaultNavigationTimeout(LOAD_MS)
      return page
    })
  })
}
