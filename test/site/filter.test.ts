import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedSite, startSite } from './start-site.ts'

describe('status filter', () => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site.stop())
  const html = async (path: string): Promise<string> => (await fetch(`${site.url}${path}`)).text()
  const notice = (page: string): string => /data-notice="FILTERED">(.*?)<\/p>/.exec(page)?.[1] ?? ''
  const story = '/embed/story/x-privacy-2023'

  it('states how many claims and denials it hides, with a link to all', async () => {
    const all = await html(`${story}?lang=en&limit=60`)
    const claims = (all.match(/<li id="claim-/g) ?? []).length
    const denied = (all.match(/class="sanad-claim" data-status="DENIED"/g) ?? []).length
    const negated = (all.match(/class="sanad-claim" data-status="STATED_NOT"/g) ?? []).length
    expect(denied).toBeGreaterThan(0)
    expect(negated).toBeGreaterThan(0)
    expect(notice(all)).toBe('')
    const page = await html(`${story}?lang=en&status=CONFIRMED`)
    const shown = (page.match(/<li id="claim-/g) ?? []).length
    expect(notice(page)).toBe(
      `<a href="/story/x-privacy-2023?lang=en">Only claims that are confirmed are shown. ${claims - shown} others are not, among them 1 disputed, ${denied} denied, and ${negated} stated not to: see all.</a>`,
    )
    expect(notice(await html(`${story}?lang=id&status=CONFIRMED,STATED`))).toMatch(
      /Hanya klaim yang dikonfirmasi dan dinyatakan yang ditampilkan\. \d+ klaim lain tidak, di antaranya 1 diperselisihkan, \d+ dibantah, dan \d+ dinyatakan tidak: lihat semua\./,
    )
  })

  it('never shows a negating statement among the affirming ones, nor the reverse', async () => {
    const shown = async (status: string): Promise<readonly string[]> =>
      [
        ...(await html(`${story}?lang=en&limit=60&status=${status}`)).matchAll(
          /class="sanad-claim" data-status="(\w+)"/g,
        ),
      ].map(([, name]) => name ?? '')
    const [yes, no, both] = [await shown('STATED'), await shown('stated_not'), await shown('STATED_NOT,STATED')]
    expect(new Set(yes)).toEqual(new Set(['STATED']))
    expect(new Set(no)).toEqual(new Set(['STATED_NOT']))
    expect(both).toHaveLength(yes.length + no.length)
    expect(await html(`${story}?lang=en&status=STATED_NOT`)).toContain('Only claims that are stated not to are shown')
  })

  it.each([
    ['en', 'Stated not to'],
    ['id', 'Dinyatakan tidak'],
  ])('has one name for the negating side of "stated", in %s', async (language, name) => {
    const ofStatus = /<strong class="sanad-status" data-status="STATED_NOT"><svg.*?<\/svg>([^<:]+)/
    expect(ofStatus.exec(await html(`/claim/x-sells-user-data?lang=${language}`))?.[1]).toBe(name)
    const ofKey = /<strong class="sanad-status sanad-standing" data-status="STATED_NOT"><svg.*?<\/svg>([^<:]+)/
    for (const path of ['/story/x-privacy-2023?', '/embed/new?', '/?'])
      expect([path, ofKey.exec(await html(`${path}lang=${language}`))?.[1]]).toEqual([path, name])
  })

  it.each(['STATED-NOT', 'STATED NOT', 'NOT', '_NOT', 'DENIED_NOT', 'STATED_NOT_NOT', 'STATED%00_NOT', '__proto__'])(
    'takes %s for no status',
    async (status) => {
      const page = await html(`${story}?lang=en&status=${status}`)
      expect(notice(page)).toBe('')
      expect(page.match(/<li id="claim-/g)).toHaveLength(12)
    },
  )

  it.each(['graph', 'timeline', 'matrix', 'network'])('is disclosed in the %s view too', async (view) => {
    expect(notice(await html(`${story}?lang=en&view=${view}&status=CONFIRMED`))).toContain(
      'Only claims that are confirmed',
    )
  })

  it('without a match names the filter instead of an empty database', async () => {
    for (const path of [
      `${story}?lang=en&status=RETRACTED`,
      '/embed/claim/x-sells-user-data?lang=en&status=RETRACTED',
    ]) {
      const page = await html(path)
      expect(page).toContain('None of the claims here is taken back.')
      expect(page).not.toContain('This record holds no such claim')
      expect(notice(page)).toContain('stated not to')
    }
  })

  it('is counted separately from the limit', async () => {
    const page = await html(`${story}?lang=en&status=STATED&limit=2`)
    expect(notice(page)).not.toBe('')
    expect(page).toMatch(/<a[^>]*>See all \d+ claims<\/a>/)
  })

  it('has a separate notice in a network for claims without a named speaker, with what they contest', async () => {
    const left = async (path: string): Promise<string> =>
      /data-notice="LEFT_OUT"><a[^>]*>(.*?)<\/a>/.exec(await html(path))?.[1] ?? ''
    expect(await left(`${story}?lang=en&view=network`)).toMatch(
      /^Only what people and companies say of each other is shown\. \d+ other claims are not: see all\.$/,
    )
    const alleged = await html(`${story}?lang=en&view=network&status=ALLEGED`)
    expect(alleged).toContain('No claim here that is alleged has a named speaker.')
    expect(alleged).not.toContain('None of the claims here is alleged')
    expect(await left(`${story}?lang=id&view=network`)).toMatch(/^Di sini hanya ada perkataan orang dan perusahaan/)
    expect(await left(`${story}?lang=en&view=matrix`)).toMatch(
      /^\d+ claims have no place in this table, .*: see the whole list\.$/,
    )
    expect(await left(`${story}?lang=en&view=graph&limit=60`)).toBe('')
  })

  it('leaves claims without a cell below the table of a comparison page', async () => {
    const page = await html('/compare?entities=x,roll20&lang=en')
    const count = Number(/Claims without a place in the table \((\d+)\)/.exec(page)?.[1])
    expect(count).toBeGreaterThan(3)
    expect(page.match(/<li id="beside-claim-/g)).toHaveLength(count)
    expect(await html('/embed/compare/x,roll20?lang=en')).toContain(`${count} claims have no place in this table`)
  })
})
