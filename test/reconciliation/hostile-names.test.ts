import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fc, propertyRuns } from '../property-runs.ts'
import { namesDataset } from './names-dataset.ts'
import { CLOSING, type StartedService, startService } from './started-service.ts'

let service: StartedService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.site.stop())

const batch = (queries: object): Readonly<Record<string, string>> => ({ queries: JSON.stringify(queries) })

describe('previews', () => {
  it('may be framed by every site, and run nothing', async () => {
    const response = await fetch(`${service.site.url}/reconcile/preview?id=claim/x-sells-user-data&lang=en`, {
      headers: CLOSING,
    })
    const policy = response.headers.get('Content-Security-Policy') ?? ''
    expect(policy).toContain('frame-ancestors *')
    expect(policy).toContain("default-src 'none'")
    expect(response.headers.get('X-Frame-Options')).toBeNull()
    const html = await response.text()
    expect(html).toMatch(/<strong>Stated not to<\/strong> – X says it does not/)
    expect(html).not.toContain('<script')
    const [, style = ''] = /href="(\/assets\/sanad\.css[^"]*)"/.exec(html) ?? []
    expect((await fetch(`${service.site.url}${style}`, { headers: CLOSING })).status).toBe(200)
  })
})

describe('hostile names', () => {
  it('are text in previews and flyouts', async () => {
    const name = `"><script>alert(1)</script><img src=x onerror=alert(1)>`
    const other = await startService({ dataset: namesDataset([name]) })
    try {
      const html = await (
        await fetch(`${other.site.url}/reconcile/preview?id=entity/service-0`, { headers: CLOSING })
      ).text()
      const { json } = await other.get('/reconcile/flyout/entity?id=entity/service-0')
      for (const markup of [html, String(json.html)]) {
        expect(markup).not.toMatch(/<script|<img/)
        expect(markup).toContain('&lt;script&gt;')
      }
    } finally {
      await other.site.stop()
    }
  })

  it('never break a response, and come back as data', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '__proto__',
        'constructor',
        '"}]',
        '<script>alert(1)</script>',
        '\u202eX',
        '$' + '{id}',
        '{{id}}',
        ' ',
        '\u0000',
      ),
      fc.stringMatching(/^[XTwiter ]{1,20}$/),
    )
    const properties = fc.array(fc.record({ pid: fc.constantFrom('names', 'kind', 'external-ids'), v: text }), {
      maxLength: 2,
    })
    await fc.assert(
      fc.asyncProperty(fc.dictionary(text, fc.record({ query: text, properties }), { maxKeys: 5 }), async (queries) => {
        const { status, json } = await service.form(batch(queries))
        expect(status).toBe(200)
        expect(Object.keys(json).sort()).toEqual(Object.keys(JSON.parse(JSON.stringify(queries))).sort())
        for (const { result } of Object.values(json) as { result: { match: boolean; score: number }[] }[]) {
          expect(result.filter(({ match }) => match).length).toBeLessThanOrEqual(1)
          for (const { score } of result) expect(score >= 0 && score <= 100).toBe(true)
        }
      }),
      { numRuns: propertyRuns(100) },
    )
  })
})
