import type { Page } from 'playwright-core'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { buildBrowserCode } from '../../../scripts/build-browser.ts'
import { axeViolations } from '../../browser/axe.ts'
import { describeInBrowser } from '../../browser/launch.ts'
import { type Served, serve } from '../../browser/serve.ts'
import { type Watched, watch } from '../../browser/watch.ts'

/** Content security policy of the real page. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-src 'self'; connect-src 'self'"

const escapeText = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')

/** A builder page like the server's: all of it follows from the URL. */
function builderPage({ searchParams: query }: URL): string {
  const get = (name: string, without: string): string => query.get(name) ?? without
  const what = get('what', '')
  const [kind] = what.split('/')
  const src = `/embed/${what}?theme=${get('theme', 'auto')}&limit=${get('limit', '12')}`
  const radios = (name: string, values: readonly string[], chosen: string): string =>
    `<fieldset><legend>${name}</legend>${values
      .map(
        (value) =>
          `<label><input type="radio" name="${name}" value="${value}"${value === chosen ? ' checked' : ''}> ${value}</label>`,
      )
      .join('')}</fieldset>`
  const snippet = (name: string): string =>
    `<label for="snippet-${name}">${name}</label><textarea id="snippet-${name}" readonly data-snippet="${name}">${name} of ${escapeText(src)}</textarea>
<button type="button" hidden data-copy="snippet-${name}">Copy ${name}</button>`
  return `<!doctype html><html lang="${get('lang', 'en')}"><head><title>Embed</title><script src="/assets/embed-builder.js" defer></script></head><body>
<main id="content"><h1>Embed</h1>
<form action="/embed/new" method="get" id="builder"><label for="what">What</label> <input id="what" name="what" value="${escapeText(what)}">
<div id="result">${what === 'claim/gone' ? '<p role="alert">There is no claim “gone”.</p>' : ''}${
    what.includes('/') && what !== 'claim/gone'
      ? `<h2>Preview</h2><iframe id="preview" class="w${get('width', '600')}" src="${escapeText(src)}" title="Preview" width="${get('width', '600')}" height="640"></iframe>
<h2>Snippets</h2>${snippet('figure')}${snippet('bare')}<p aria-live="polite" id="announce" data-copied="Copied" data-selected="Selected"></p>`
      : '<p id="choose">Choose first.</p>'
  }</div>
${radios('view', kind === 'claim' ? ['claim'] : ['graph', 'timeline'], get('view', ''))}
${radios('lang', ['en', 'id'], get('lang', 'en'))}${radios('theme', ['auto', 'dark'], get('theme', 'auto'))}
<label for="limit">Limit</label><input id="limit" name="limit" type="number" min="1" max="40" value="${get('limit', '12')}">
${radios('width', ['320', '600', '760'], get('width', '600'))}<button type="submit">Show</button></form></main></body></html>`
}

const PROPOSITION_FILTER =
  '<!doctype html><html lang="en"><title>Frame</title><script src="/frame.js"></script><p>Widget</p></html>'
const FRAME_CODE = `for (const height of [50, 20000, 321]) parent.postMessage({ sanad: 'height', height }, '*')`

describeInBrowser('script of the embed builder', (newPage) => {
  let served: Served
  let page: Page
  let watched: Watched
  let isBroken = false
  let code: Readonly<Record<string, string>>
  beforeAll(async () => {
    code = await buildBrowserCode()
  })

  async function open(query: string, options: object = {}, before = ''): Promise<void> {
    isBroken = false
    const response = (url: URL): { body: string; headers: Record<string, string>; status: number } => ({
      body: isBroken ? 'Broken' : builderPage(url),
      headers: { 'Content-Security-Policy': POLICY },
      status: isBroken ? 503 : 200,
    })
    served = await serve({
      '/embed/new': response,
      '/embed/story/x': PROPOSITION_FILTER,
      '/embed/claim/y': PROPOSITION_FILTER,
      '/frame.js': FRAME_CODE,
      '/assets/embed-builder.js': code['embed-builder.js'] ?? '',
    })
    page = await newPage(options)
    if (before) await page.addInitScript(before)
    watched = await watch(page)
    await page.goto(`${served.origin}/embed/new?${query}`)
    await page.evaluate('window.isSame = true')
  }

  const text = (path: string): number => served.requests.filter((one) => one.path.startsWith(path)).length
  const isSamePage = (): Promise<unknown> => page.evaluate('window.isSame === true')
  const source = (): Promise<string | null> => page.getAttribute('#preview', 'src')
  const snippet = (): Promise<string> => page.inputValue('#snippet-figure')

  afterEach(async () => {
    expect([...watched.errors, ...watched.violations]).toEqual([])
    await page.close()
    await served.close()
  })

  describe('when a field changes', () => {
    it('shows the new preview and snippets on the same page, and updates the URL', async () => {
      await open('what=story/x')
      await page.check('[name=theme][value=dark]')
      await expect.poll(source).toBe('/embed/story/x?theme=dark&limit=12')
      expect(await snippet()).toBe('figure of /embed/story/x?theme=dark&limit=12')
      expect(page.url()).toContain('theme=dark')
      expect(await isSamePage()).toBe(true)
      expect(await page.isChecked('[name=theme][value=dark]')).toBe(true)
      expect(await page.getByRole('button', { name: 'Copy bare' }).isVisible()).toBe(true)
    })

    it('sends one request for characters typed together, and keeps the input', async () => {
      await open('what=story/x')
      await page.focus('#what')
      await page.keyboard.press('End')
      const before = text('/embed/new')
      // Within one task of the page, since keys pressed by a busy machine may come too far apart.
      await page.$eval('#what', (field: HTMLInputElement) => {
        for (const letter of 'yz') {
          field.value += letter
          field.dispatchEvent(new Event('input', { bubbles: true }))
        }
      })
      await expect.poll(source).toBe('/embed/story/xyz?theme=auto&limit=12')
      expect(text('/embed/new')).toBe(before + 1)
      await page.keyboard.type('!')
      expect(await page.inputValue('#what')).toBe('story/xyz!')
      await expect.poll(source).toContain('xyz!')
      watched = { ...watched, errors: watched.errors.filter((text) => !text.includes('404')) }
    })

    it('changes the width without a reload of the preview', async () => {
      await open('what=story/x')
      await page.frameLocator('#preview').getByText('Widget').waitFor()
      await page.check('[name=width][value="320"]')
      await expect.poll(() => page.getAttribute('#preview', 'width')).toBe('320')
      expect(await page.getAttribute('#preview', 'class')).toBe('w320')
      expect(text('/embed/story/x')).toBe(1)
      expect(await page.evaluate('history.length')).toBe(2)
    })

    it('shows the settings of the new target, and reports an invalid one', async () => {
      await open('')
      expect(await page.locator('#preview').count()).toBe(0)
      await page.fill('#what', 'claim/y')
      await expect.poll(source).toContain('/embed/claim/y')
      expect(await page.evaluate('[...document.querySelectorAll("[name=view]")].map((one) => one.value)')).toEqual([
        'claim',
      ])
      expect(await page.locator('#choose').count()).toBe(0)
      await page.fill('#what', 'claim/gone')
      await page.getByRole('alert').waitFor()
      expect(await page.locator('#preview').count()).toBe(0)
      expect(await page.evaluate('document.activeElement.id')).toBe('what')
      expect(await axeViolations(page)).toEqual([])
    })

    it('sends no request while a field is invalid', async () => {
      await open('what=story/x')
      const before = text('/embed/new')
      await page.fill('#limit', '99')
      await page.waitForTimeout(500)
      expect(text('/embed/new')).toBe(before)
    })

    it('reloads the page for another language', async () => {
      await open('what=story/x')
      await page.check('[name=lang][value=id]')
      await page.waitForURL('**lang=id**')
      await expect.poll(() => page.getAttribute('html', 'lang')).toBe('id')
      expect(await isSamePage()).toBe(false)
    })
  })

  it('updates immediately on its button, and is a plain form after a failure', async () => {
    await open('what=story/x')
    await page.getByRole('button', { name: 'Show' }).click()
    await expect.poll(() => page.url()).toContain('limit=12')
    expect(await isSamePage()).toBe(true)
    isBroken = true
    await page.check('[name=theme][value=dark]')
    await expect.poll(() => watched.errors.length).toBe(1)
    isBroken = false
    expect(await source()).toContain('theme=auto')
    await page.getByRole('button', { name: 'Show' }).click()
    await page.waitForURL('**theme=dark**')
    expect(await isSamePage()).toBe(false)
    expect(await source()).toContain('theme=dark')
    watched = { ...watched, errors: watched.errors.filter((text) => !text.includes('503')) }
  })

  it('gives the preview the height that its own iframe posts', async () => {
    await open('what=story/x')
    await expect.poll(() => page.getAttribute('#preview', 'height')).toBe('321')
    await page.evaluate(`postMessage({ sanad: 'height', height: 500 }, '*')`)
    await page.waitForTimeout(50)
    expect(await page.getAttribute('#preview', 'height')).toBe('321')
  })

  describe('copying', () => {
    it('announces each copy, repeated ones too', async () => {
      await open('what=story/x', { permissions: ['clipboard-read', 'clipboard-write'] })
      await page.getByRole('button', { name: 'Copy figure' }).click()
      await expect.poll(() => page.textContent('#announce')).toBe('Copied')
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe(await snippet())
      const said = page.evaluate(`new Promise((done) => { const said = []
new MutationObserver(() => said.push(announce.textContent) === 2 && done(said)).observe(announce, { childList: true }) })`)
      await page.getByRole('button', { name: 'Copy figure' }).click()
      expect(await said).toEqual(['', 'Copied'])
    })

    it('selects the snippet where the clipboard is unavailable', async () => {
      await open('what=story/x', {}, `Object.defineProperty(navigator, 'clipboard', { value: undefined })`)
      await page.getByRole('button', { name: 'Copy bare' }).click()
      await expect.poll(() => page.textContent('#announce')).toBe('Selected')
      expect(await page.evaluate('getSelection().toString()')).toBe('bare of /embed/story/x?theme=auto&limit=12')
      expect(await page.evaluate('document.activeElement.id')).toBe('snippet-bare')
    })

    it('keeps the focus on a button while the snippets change', async () => {
      await open('what=story/x')
      await page.check('[name=theme][value=dark]')
      await page.focus('[data-copy=snippet-bare]')
      await expect.poll(source).toContain('theme=dark')
      expect(await page.evaluate('document.activeElement.dataset.copy')).toBe('snippet-bare')
    })
  })

  it('is a plain form without copy buttons where scripts are off', async () => {
    await open('what=story/x', { javaScriptEnabled: false })
    expect(await page.locator('[data-copy]:visible').count()).toBe(0)
    await page.check('[name=theme][value=dark]')
    await page.getByRole('button', { name: 'Show' }).click()
    expect(await source()).toContain('theme=dark')
  })
})
