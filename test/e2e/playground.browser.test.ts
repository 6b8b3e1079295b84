import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { EXAMPLES } from '../../src/graphql/examples.ts'
import { describeInBrowser } from '../browser/launch.ts'
import { type Watched, watch } from '../browser/watch.ts'
import { type StartedSite, startSite } from '../site/start-site.ts'

describeInBrowser('playground', (browser) => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site.stop())

  let context: BrowserContext
  let page: Page
  let watched: Watched
  /** Requests to other hosts; each is blocked. */
  let foreign: string[]
  beforeEach(async () => {
    context = await browser().newContext({ viewport: { width: 1280, height: 800 } })
    foreign = []
    await context.route(/^(?:https?|wss?):/, async (route) => {
      const url = route.request().url()
      if (new URL(url).origin === site.url) return route.continue()
      foreign.push(url)
      return route.abort()
    })
    page = await context.newPage()
    watched = await watch(page)
    await page.goto(`${site.url}/graphql`)
    await page.getByRole('tab').first().waitFor()
  })
  afterEach(() => context.close())

  const expectNoComplaints = (): void => {
    expect(foreign).toEqual([])
    expect(watched).toMatchObject({ errors: [], violations: [] })
  }
  const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 20_000 })
  /** Visible text of an editor, with its no-break spaces as spaces. */
  const textIn = async (place: string): Promise<string> =>
    (await page.locator(`${place} .view-lines`).first().textContent())?.replaceAll('\u00a0', ' ') ?? ''
  /** While the page is starting, a click on a tab may have no effect. */
  const choose = (i: number): Promise<void> =>
    eventually(async () => {
      const tab = page.getByRole('tab').nth(i)
      await tab.click()
      return tab.getAttribute('aria-selected')
    }).toBe('true')
  /** Presses the button until this query is sent: the editor notices a change of tab with a delay. */
  const send = (operationName: string): Promise<void> => {
    let sent = ''
    page.on('request', (request) => {
      sent = (request.postDataJSON() as { operationName?: string } | null)?.operationName ?? sent
    })
    return eventually(async () => {
      await page.getByRole('button', { name: 'Execute query' }).click()
      return sent
    }).toBe(operationName)
  }

  it('has a named tab for each query, and instructions in the first one', async () => {
    const names = EXAMPLES.map(({ text }) => nameOf(text))
    expect(EXAMPLES).toHaveLength(13)
    await eventually(() => page.getByRole('tab').allInnerTexts()).toEqual(names)
    await eventually(() => textIn('.graphiql-editor')).toContain(`# ${EXAMPLES[0]?.title}`)
    expect(await textIn('.graphiql-editor')).toContain('each other tab has another one')
    expectNoComplaints()
  })

  it('shows the response to each query', async () => {
    for (const [i, { title, text }] of EXAMPLES.entries()) {
      await choose(i)
      await eventually(() => textIn('.graphiql-editor')).toContain(`# ${title}`)
      await send(nameOf(text))
      await eventually(() => textIn('.graphiql-response')).toMatch(/^\{\s*"data": \{/)
      expect(await textIn('.graphiql-response')).not.toContain('"errors"')
    }
    await choose(0)
    await eventually(() => textIn('.graphiql-response')).toContain('"slug": "x-collects-biometric-with-consent"')
    expectNoComplaints()
  })

  it('documents the schema, from the root to a field and its type', async () => {
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click()
    const explorer = page.locator('.graphiql-doc-explorer')
    await eventually(() => explorer.textContent()).toContain('A Claim is a proposition, not a fact.')
    await explorer.getByRole('link', { name: 'Query', exact: true }).click()
    await eventually(() => explorer.textContent()).toContain('Entry points of the API')
    await explorer.getByRole('link', { name: 'comparison', exact: true }).click()
    await eventually(() => explorer.textContent()).toContain(
      'Comparison of entities: their claims by data category and use',
    )
    expectNoComplaints()
  })

  it('marks unknown fields while they are typed', async () => {
    await eventually(() => page.locator('.graphiql-editor .squiggly-error').count()).toBe(0)
    await page.locator('.graphiql-editor .view-line').nth(4).click()
    await page.keyboard.press('End')
    await page.keyboard.type(' misspelt')
    await eventually(() => page.locator('.graphiql-editor .squiggly-error').count()).toBe(1)
    expectNoComplaints()
  })

  it('runs its own script only, and no script made from text', async () => {
    await page.evaluate(`document.body.append(Object.assign(document.createElement('script'), { text: 'ran = 1' }))`)
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="ran = 2">')`)
    expect(await page.evaluate(`new Promise((done) => setTimeout(() => done(typeof ran), 100))`)).toBe('undefined')
    expect(watched.violations).toEqual(['script-src-elem blocks inline', 'script-src-attr blocks inline'])
    const policy = (await (await fetch(`${site.url}/graphql`, { headers: { Accept: 'text/html' } })).headers).get(
      'content-security-policy',
    )
    expect(policy).toMatch(/script-src 'sha256-[\w+/]+=*'(?:;|$)/)
    expect(foreign).toEqual([])
  })
})

const nameOf = (title: string): string =>
  /^query (\w+)/m.exec(title)?.[1] ?? expect.fail(`a question without a name: ${title}`)
