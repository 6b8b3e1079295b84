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

  it('says how many can be compared where it names too many', async () => {
    expect(await read('/compare?entities=x,xai,roll20,linkedin,elon-musk,reuters&lang=en')).toContain(
      'At most 5 can be compared.',
    )
  })
})

describe('form of comparisons', () => {
  const form = async (path: string): Promise<string> => {
    const response = await fetch(`${site.url}${path}`)
    expect(response.status, path).toBe(200)
    return response.text()
  }
  const chosenIn = (html: string) => [...html.matchAll(/value="([^"]+)" checked/g)].map(([, id]) => id)

  it('counts what each entity says, and the claims about it', async () => {
    const html = await form('/compare?lang=en')
    expect(html).toMatch(/>Engadget <small>says \d+<\/small>/)
    expect(html).toMatch(/>Elon Musk <small>says \d+, about \d+<\/small>/)
    expect(html).not.toContain('<small>0 claims')
  })

  it('has all entities to choose from, and shows the comparison without a script', async () => {
    for (const path of ['/compare?lang=en', '/compare?entities=,,&lang=en']) {
      const html = await form(path)
      expect(html).toContain('<form action="/compare" method="get"')
      for (const id of ['x', 'linkedin', 'roll20']) expect(html).toContain(`name="entities" value="${id}"`)
      expect(chosenIn(html)).toEqual([])
    }
    expect(await form('/compare?entities=x&entities=linkedin&lang=en')).toContain('Comparison: X and LinkedIn')
  })

  it('stays with one entity, and keeps it chosen while a name is searched for', async () => {
    expect(chosenIn(await form('/compare?entities=x&lang=id'))).toEqual(['x'])
    const found = await form('/compare?entities=x&add=rol20&lang=en')
    expect(chosenIn(found)).toEqual(['x'])
    expect(found).toContain('One name found')
    expect(found.indexOf('value="roll20"')).toBeLessThan(found.indexOf('value="bloomberg"'))
    expect(await form(`/compare?add=${encodeURIComponent('<b>"\'&'.repeat(60))}&lang=en`)).not.toContain('<b>"')
  })
})
