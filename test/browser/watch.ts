import type { BrowserContext, Page } from 'playwright-core'

export interface Watched {
  /** Errors and warnings on the console, and uncaught exceptions. */
  readonly errors: readonly string[]
  /** Violations such as 'script-src-elem blocks https://…', in every frame that runs scripts. */
  readonly violations: readonly string[]
  /** URLs of all requests, of all frames. */
  readonly requests: readonly string[]
}

const VIOLATION = 'violates the policy: '
const TELL_VIOLATIONS = `addEventListener('securitypolicyviolation', (event) =>
  console.error('${VIOLATION}' + event.effectiveDirective + ' blocks ' + event.blockedURI))`

/** Must be called before the page loads anything. The returned lists grow while the page lives. */
export async function watch(page: Page | BrowserContext): Promise<Watched> {
  const errors: string[] = []
  const violations: string[] = []
  const requests: string[] = []
  const watchPage = (one: Page): void => {
    one.on('pageerror', (error) => void errors.push(error.message))
    one.on('console', (message) => {
      const text = message.text()
      if (text.startsWith(VIOLATION)) violations.push(text.slice(VIOLATION.length))
      else if (message.type() === 'error' || message.type() === 'warning') errors.push(text)
    })
    one.on('request', (request) => void requests.push(request.url()))
  }
  await page.addInitScript(TELL_VIOLATIONS)
  if ('pages' in page) page.on('page', watchPage)
  else watchPage(page)
  return { errors, violations, requests }
}
