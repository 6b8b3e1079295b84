import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { EXAMPLES } from '../../src/graphql/examples.ts'
import { toCode } from '../../src/playground/to-code.ts'
import { axeViolations } from '../browser/axe.ts'
import { describeInBrowser } from '../browser/launch.ts'
import { type Watched, watch } from '../browser/watch.ts'
import { type StartedSite, startSite } from '../site/start-site.ts'

describeInBrowser('playground', (newPage) => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site.stop())

  let page: Page
  let watched: Watched
  beforeEach(async () => {
    page = await newPage({
      permissions: ['clipboard-read', 'clipboard-write'],
      viewport: { width: 1280, height: 800 },
    })
    watched = await watch(page)
  })

  const open = async (fragment = ''): Promise<void> => {
    await page.goto(`${site.url}/graphql${fragment}`)
    await page.getByRole('tab').first().waitFor()
  }
  const expectNoComplaints = (): void => {
    expect(watched).toMatchObject({ errors: [], violations: [] })
    expect(watched.requests.filter((url) => !url.startsWith(site.url) && !url.startsWith('data:'))).toEqual([])
  }
  const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 20_000 })
  /** Text of an editor, lines that are scrolled out of sight included. */
  const textIn = (part: 'query' | 'variables' | 'response'): Promise<string> =>
    page.evaluate(`document.querySelector('.${part}-part .CodeMirror')?.CodeMirror.getValue() ?? ''`)
  const copied = (): Promise<string> => page.evaluate('navigator.clipboard.readText()')
  const tab = (title: string) => page.getByRole('tab', { name: title, exact: true })

  it('opens with the response to the first example, within 700 kilobytes', async () => {
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.setCacheDisabled', { cacheDisabled: true })
    let bytes = 0
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
    })
    await open()
    await eventually(() => textIn('response')).toContain('"slug": "x-collects-biometric-with-consent"')
    expect(bytes).toBeGreaterThan(100_000)
    expect(bytes).toBeLessThan(700_000)
    expectNoComplaints()
  })

  it('runs each example by one click on its tab, and has variables for one of them', async () => {
    await open()
    expect(EXAMPLES).toHaveLength(13)
    expect(await page.getByRole('tab').allInnerTexts()).toEqual(EXAMPLES.map(({ title }) => title))
    for (const { title, text } of EXAMPLES.toReversed()) {
      await tab(title).click()
      expect(await tab(title).getAttribute('aria-selected')).toBe('true')
      expect(await textIn('query')).toBe(text)
      await eventually(() => textIn('response')).toMatch(/^\{\s*"data": \{/)
      expect(await textIn('response')).not.toContain('"errors"')
    }
    await tab('What is said about biometric data?').click()
    expect(JSON.parse(await textIn('variables'))).toEqual({ dataCategory: 'biometric', orderBy: 'MOST_CONTESTED' })
    expectNoComplaints()
  })

  it('chooses a tab by one click after tabs were dragged', async () => {
    await open()
    const [first, third, sixth] = [0, 2, 5].map((i) => page.getByRole('tab').nth(i))
    await first?.dragTo(sixth ?? expect.fail())
    await third?.dragTo(first ?? expect.fail())
    expect(await page.getByRole('tab').allInnerTexts()).toEqual(EXAMPLES.map(({ title }) => title))
    for (const i of [4, 0, 12]) {
      await page.getByRole('tab').nth(i).click()
      expect(await page.getByRole('tab').nth(i).getAttribute('aria-selected')).toBe('true')
      expect(await textIn('query')).toBe(EXAMPLES[i]?.text)
    }
    expectNoComplaints()
  })

  it('reaches every tab by keyboard', async () => {
    await open()
    await page.getByRole('tab').first().focus()
    for (const { title } of [...EXAMPLES.slice(1), ...EXAMPLES.slice(0, 1)]) {
      await page.keyboard.press('ArrowDown')
      expect(await page.evaluate('document.activeElement.textContent')).toBe(title)
    }
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await eventually(() => textIn('query')).toBe(EXAMPLES.at(-1)?.text)
    expectNoComplaints()
  })

  it('keeps a changed query while another one is shown', async () => {
    await open()
    await page.locator('.query-part .CodeMirror-line').nth(1).click()
    await page.keyboard.press('Home')
    await page.keyboard.type('# mine ')
    await page.getByRole('tab').nth(1).click()
    expect(await textIn('query')).not.toContain('# mine')
    await page.getByRole('tab').first().click()
    expect(await textIn('query')).toContain('# mine')
  })

  it('copies a command that gets the same response', async () => {
    await open('#not-known')
    await eventually(() => textIn('response')).toMatch(/^\{\s*"data": \{/)
    await page.getByRole('button', { name: 'Copy as curl' }).click()
    await page.getByRole('button', { name: 'Copied' }).waitFor()
    const { stdout } = await promisify(execFile)('sh', ['-c', await copied()])
    expect(JSON.parse(stdout).data).toEqual(JSON.parse(await textIn('response')).data)
  })

  it('copies the program of the tutorial', async () => {
    await open('#biometric')
    await eventually(() => textIn('query')).toContain('query BiometricData')
    await page.getByRole('button', { name: 'Copy as code' }).click()
    await page.getByRole('button', { name: 'Copied' }).waitFor()
    expect(await copied()).toBe(toCode(await textIn('query'), await textIn('variables')))
  })

  it('leads back to the pages', async () => {
    await open()
    await page.getByRole('link', { name: 'Sanad', exact: true }).click()
    await page.waitForURL(`${site.url}/?lang=en`, { waitUntil: 'commit' })
  })

  it('copies a URL that restores the query and its variables', async () => {
    await open('#biometric')
    await eventually(() => textIn('query')).toContain('query BiometricData')
    const copyAddress = async (): Promise<string> => {
      await page.getByRole('button', { name: 'Copy address' }).click()
      await page.getByRole('button', { name: 'Copied' }).waitFor()
      return copied()
    }
    expect(await copyAddress()).toBe(`${site.url}/graphql#biometric`)
    const query = '{ claim(slug: "it\'s & #50% + ü") { slug } }'
    await page.evaluate(
      `document.querySelector('.query-part .CodeMirror').CodeMirror.setValue(${JSON.stringify(query)})`,
    )
    const variables = await textIn('variables')
    await page.getByRole('button', { name: /Copy address|Copied/ }).waitFor()
    const own = await copyAddress()
    await page.goto('about:blank')
    await page.goto(own)
    await page.getByRole('tab').first().waitFor()
    await eventually(() => textIn('query')).toBe(query)
    expect(await textIn('variables')).toBe(variables)
    expectNoComplaints()
  })

  it('documents the schema, open at its root, from there to a field and its type', async () => {
    await open()
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
    await open()
    await eventually(() => textIn('response')).toMatch(/^\{\s*"data": \{/)
    const marks = () => page.locator('.query-part .CodeMirror-lint-mark-error').count()
    await page.locator('.query-part .CodeMirror-line', { hasText: 'nodes {' }).click()
    await page.keyboard.press('End')
    await page.keyboard.type(' misspelt')
    await eventually(marks).toBe(1)
    expectNoComplaints()
  })

  it.each([
    ['a computer', 1280, 'light'],
    ['a phone', 360, 'dark'],
  ] as const)('is accessible on %s', async (_, width, colorScheme) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 800 })
    await open()
    await eventually(() => textIn('response')).toMatch(/^\{\s*"data": \{/)
    // The scrolled part of an editor takes no focus. The text field beside it takes it, and its keys scroll.
    const scrolled = '.response-part .CodeMirror-scroll'
    const places = (await axeViolations(page)).flatMap(({ rule, places }) => places.map((place) => `${rule}: ${place}`))
    const isEditor = (place: string): boolean =>
      /^scrollable-region-focusable: <div class="CodeMirror-scroll"/.test(place)
    expect(places.filter((place) => !isEditor(place))).toEqual([])
    await page.locator('.response-part textarea').focus()
    await page.keyboard.press('Control+End')
    await eventually(() => page.locator(scrolled).evaluate((one) => one.scrollTop)).toBeGreaterThan(0)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
  })

  it('has the queries as text without JavaScript', async () => {
    const read = await newPage({ javaScriptEnabled: false })
    await read.goto(`${site.url}/graphql`)
    expect(await read.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(EXAMPLES.map(({ title }) => title))
    expect(await read.locator('pre.query').first().textContent()).toBe(EXAMPLES[0]?.text)
  })

  it('runs its own script only, and no script made from text', async () => {
    await open()
    await page.evaluate(`document.body.append(Object.assign(document.createElement('script'), { text: 'ran = 1' }))`)
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="ran = 2">')`)
    expect(await page.evaluate(`new Promise((done) => setTimeout(() => done(typeof ran), 100))`)).toBe('undefined')
    expect(watched.violations).toEqual(['script-src-elem blocks inline', 'script-src-attr blocks inline'])
  })
})
