import { accessSync, constants } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const { REQUIRE_BROWSER } = process.env
/** Debian's own, because browsers do not come from the registries. */
const CHROMIUM = '/usr/bin/chromium'
/** No sandbox, because containers forbid it; no requests of the browser's own. */
const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Runs tests in a real Chromium; skips them visibly where there is none, and fails where there must be one. */
export function describeInBrowser(what: string, tests: (browser: () => Browser) => void): void {
  describe(`${what} in a browser`, () => {
    if (!isThere(CHROMIUM)) {
      it.skipIf(REQUIRE_BROWSER !== '1')('needs Chromium (apt-get install chromium)', () =>
        expect.fail(`REQUIRE_BROWSER=1, but there is no ${CHROMIUM}`),
      )
      return
    }
    let browser: Browser | undefined
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS })
    })
    afterAll(() => browser?.close())
    tests(() => browser ?? expect.fail('The browser did not start.'))
  })
}

function isThere(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
