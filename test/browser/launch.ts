import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { CHROMIUM, hasChromium } from './chromium.ts'

const { REQUIRE_BROWSER } = process.env

/**
 * Runs tests in a real Chromium, which all files share; contexts that a test opens are its own. Skips the tests visibly
 * where there is no Chromium, and fails where there must be one.
 */
export function describeInBrowser(what: string, tests: (browser: () => Browser) => void): void {
  describe(`${what} in a browser`, () => {
    if (!hasChromium()) {
      it.skipIf(REQUIRE_BROWSER !== '1')('needs Chromium (apt-get install chromium)', () =>
        expect.fail(`REQUIRE_BROWSER=1, but there is no ${CHROMIUM}`),
      )
      return
    }
    let browser: Browser | undefined
    beforeAll(async () => {
      browser = await chromium.connect(inject('browserUrl'))
    })
    afterAll(() => browser?.close())
    tests(() => browser ?? expect.fail('The browser did not start.'))
  })
}
