import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Frame, Page } from 'playwright-core'

export interface Violation {
  readonly rule: string
  readonly help: string
  /** Markup of each element that violates the rule. */
  readonly places: readonly string[]
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

const require = createRequire(import.meta.url)

/** The smaller build of axe, which each document parses anew. */
const SOURCE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

/** Rules that read colours. No other rule depends on the theme. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/** Rules for one document in another theme: all in CI, and otherwise those that can differ. */
export const OTHER_THEME = process.env.CI ? 'everything' : 'colours'

/**
 * Violations of WCAG 2.2 AA and of axe's best practices in a page, or in one frame of it.
 *
 * @param about `'colours'` runs the rules that read colours alone
 */
export async function axeViolations(
  page: Page | Frame,
  about: 'everything' | 'colours' = 'everything',
): Promise<readonly Violation[]> {
  // The source of axe has half a megabyte, so it is sent once to each page.
  if (!(await page.evaluate('Boolean(globalThis.axe)'))) await page.evaluate(SOURCE)
  // Preloading would fetch the style sheet again, which the page's policy forbids.
  const options = {
    runOnly: about === 'colours' ? { type: 'rule', values: COLOUR_RULES } : { type: 'tag', values: RULES },
    resultTypes: ['violations'],
    iframes: false,
    preload: false,
  }
  const found = await page.evaluate<readonly { id: string; help: string; nodes: readonly { html: string }[] }[]>(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) =>
      violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ html }) => ({ html })) })))`,
  )
  return found.map(({ id, help, nodes }) => ({ rule: id, help, places: nodes.map(({ html }) => html) }))
}
