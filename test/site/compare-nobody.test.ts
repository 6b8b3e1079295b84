import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedSite, startSite } from './start-site.ts'

let site: StartedSite
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.stop())
const read = async (path: string): Promise<string> => {
  const response = await fetch(`${site.url}${path}`)
  expect(response.status).toBe(path.startsWith('/embed/new') ? 200 : 404)
  const html = await response.text()
  return html.slice(html.indexOf('<main'), html.indexOf('</main>'))
}

describe('comparison that cannot be shown', () => {
  it('names only the entities that do not exist', async () => {
    for (const path of [
      '/compare?entities=x,nobody&lang=en',
      '/embed/compare/x,nobody?lang=en',
      '/embed/new?what=compare/x,nobody&lang=en',
    ]) {
      const page = await read(path)
      expect(page, path).toContain('Nothing in this record is called “nobody”.')
      expect(page.match(/Nothing in this record is called/g), path).toHaveLength(1)
    }
    const both = await read('/compare?entities=noone,x,nobody&lang=id')
    expect(both).toContain('Tidak ada dalam catatan ini yang bernama “noone”.')
    expect(both).toContain('Tidak ada dalam catatan ini yang bernama “nobody”.')
  })

  it('links to the builder where it names no entity, or too many', async () => {
    for (const path of ['/compare?lang=en', '/compare?entities=,,&lang=en']) {
      const page = await read(path)
      expect(page).toContain('Choose whom to compare:')
      expect(page).toContain('<a href="/embed/new?lang=en">')
      expect(page).not.toContain('“”')
    }
    expect(await read('/compare?entities=x,xai,roll20,linkedin,elon-musk,reuters&lang=en')).toContain(
      'At most 5 can be compared.',
    )
  })
})
