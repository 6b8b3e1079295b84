import { expect, it } from 'vitest'
import { axeViolations } from './axe.ts'
import { describeInBrowser } from './launch.ts'
import { serve } from './serve.ts'
import { watch } from './watch.ts'

const page = (body: string): string =>
  `<!doctype html><html lang="en"><title>Test</title><body><main><h1>Test</h1>${body}</main></body></html>`
const STRICT = { 'Content-Security-Policy': "default-src 'none'; script-src 'self'" }

describeInBrowser('browser harness', (newPage) => {
  it('reports planted accessibility violations, also under a strict policy, and none on a valid page', async () => {
    const served = await serve({
      '/good': { body: page('<img src="data:," alt="A map">'), headers: STRICT },
      '/bad': {
        body: page('<img src="data:,"><button></button><p role="nonsense" tabindex="5">x</p>'),
        headers: STRICT,
      },
      '/pale': page('<p style="color:#bbb;background:#fff">Too pale to read</p>'),
    })
    const tab = await newPage()
    const found = async (path: string, about?: 'colours'): Promise<readonly string[]> => {
      await tab.goto(served.origin + path)
      return (await axeViolations(tab, about)).map(({ rule }) => rule).sort()
    }
    expect(await found('/good')).toEqual([])
    expect(await found('/bad')).toEqual(['aria-roles', 'button-name', 'image-alt', 'tabindex'])
    expect(await found('/pale')).toEqual(['color-contrast'])
    expect(await found('/pale', 'colours')).toEqual(['color-contrast'])
    expect(await found('/bad', 'colours')).toEqual([])
    await tab.close()
    await served.close()
  })

  it('reports errors, policy violations and requests, in frames too', async () => {
    const frame = await serve({ '/frame': { body: page('<script>1</script>'), headers: STRICT } })
    const served = await serve({
      '/': page(`<iframe src="${frame.origin}/frame"></iframe><script src="/throw.js"></script><img src="/gone.svg">`),
      '/throw.js': "console.error('said'); setTimeout(() => { throw new Error('thrown') })",
    })
    const tab = await newPage()
    const watched = await watch(tab)
    await tab.goto(`${served.origin}/`)
    await expect.poll(() => watched.violations).toEqual(['script-src-elem blocks inline'])
    expect(watched.errors).toContain('said')
    expect(watched.errors).toContain('thrown')
    expect(watched.errors.join()).toContain('404')
    expect(watched.requests).toContain(`${frame.origin}/frame`)
    expect(served.requests.map(({ path }) => path)).toEqual(['/', '/throw.js', '/gone.svg'])
    expect(frame.origin).not.toBe(served.origin)
    await tab.close()
    await Promise.all([served.close(), frame.close()])
  })
})
