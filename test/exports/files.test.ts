import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXPORT_FORMATS } from '../../src/exports/formats.ts'
import { type StartedSite, startSite } from '../site/start-site.ts'

let site: StartedSite
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.stop())

describe.each(EXPORT_FORMATS.map(({ file, mediaType }) => [file, mediaType]))('/export/%s', (file, mediaType) => {
  it('is a file of its media type, with a tag by which a client that has it gets 304', async () => {
    const address = `${site.url}/export/${file}?lang=en&story=x-privacy-2023`
    const response = await fetch(address)
    expect([response.status, response.headers.get('Content-Type')]).toEqual([200, mediaType])
    expect(response.headers.get('Content-Disposition')).toBe(`attachment; filename="sanad-${file}"`)
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(0)
    const tag = response.headers.get('ETag') ?? ''
    const again = await fetch(address, { headers: { 'If-None-Match': tag } })
    expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0])
    const other = await fetch(`${site.url}/export/${file}?lang=id&story=x-privacy-2023`)
    expect(other.headers.get('ETag')).not.toBe(tag)
    await other.arrayBuffer()
  })

  it('refuses unknown parameters, words and slugs with 400', async () => {
    for (const query of ['stroy=x', 'status=MAYBE', 'claimant=nobody', 'assertedFrom=2024-13']) {
      const response = await fetch(`${site.url}/export/${file}?lang=en&${query}`)
      expect([query, response.status]).toEqual([query, 400])
      expect(await response.text()).toContain('"errors"')
    }
  })
})

it('compresses a text for a client that accepts gzip', async () => {
  const { request } = await import('node:http')
  const read = (headers: Record<string, string>): Promise<{ encoding: string | undefined; body: Buffer }> =>
    new Promise((resolve, reject) => {
      request(`${site.url}/export/claims.csv?lang=en`, { headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk) => chunks.push(chunk))
        response.on('end', () =>
          resolve({ encoding: response.headers['content-encoding'], body: Buffer.concat(chunks) }),
        )
        response.on('error', reject)
      }).end()
    })
  const [plain, gzip] = [await read({}), await read({ 'Accept-Encoding': 'gzip' })]
  expect([plain.encoding, gzip.encoding]).toEqual([undefined, 'gzip'])
  expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true)
  expect(gzip.body.length).toBeLessThan(plain.body.length)
})

it('names its address with the requested instant where that is before the first revision', async () => {
  const response = await fetch(`${site.url}/export/dossier.md?lang=en&asOf=2000-01-01T00:00:00Z`)
  const text = await response.text()
  expect(text).toContain('claims: 0')
  expect(text).toContain('/export/dossier.md?lang=en&asOf=2000-01-01T00%3A00%3A00Z')
})
