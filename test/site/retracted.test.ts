import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Assertion } from '../../src/domain/assertion.ts'
import { toAssertionId } from '../../src/domain/assertion-id.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { assertion, LATE, smallDataset } from '../contracts/small-dataset.ts'
import type { PlainSlugs } from '../domain/plain-slugs.ts'
import { type StartedSite, startSite } from './start-site.ts'

const entry = (id: string, claimId: string, rest: Partial<PlainSlugs<Assertion>>) => ({
  item: assertion(id, claimId, rest),
  recordedAt: LATE,
})
const takesBack = (id: string, claimId: string, retracts: string, rest: Partial<PlainSlugs<Assertion>> = {}) =>
  entry(id, claimId, { stance: 'RETRACTS', polarity: 'UNKNOWN', retracts: toAssertionId(retracts), ...rest })

describe('retraction notice', () => {
  let site: StartedSite
  beforeAll(async () => {
    const before = smallDataset()
    site = await startSite({ now: new Date('2027-06-01T00:00:00Z'), dataset: before })
    const musk = { claimantId: 'musk' }
    const assertions = [
      ...before.assertions,
      takesBack('back', 'claim-0000', 'denies', { ...musk, assertedAt: '2025-04-01' }),
      takesBack('back-x', 'claim-0000', 'states-claim-0000', { assertedAt: null }),
      takesBack('back-month', 'claim-0002', 'states-claim-0002', { assertedAt: '2025-04' }),
      entry('not', 'claim-0001', { polarity: 'NEGATES', ...musk, withdrawn: 'misread' }),
      entry('denial', 'claim-0001', { stance: 'DENIES', polarity: 'NEGATES', ...musk, withdrawn: '' }),
      takesBack('never-back', 'claim-0003', 'states-claim-0003', { withdrawn: 'somebody else' }),
    ]
    const options = { author: 'editor', set: 'test', now: new Date('2027-01-01T00:00:00Z') }
    await site.open.load({ ...before, assertions, contentHash: 'retracted' }, options)
  })
  afterAll(() => site.stop())
  const notices = async (path: string): Promise<readonly string[]> => {
    const html = await (await fetch(`${site.url}${path}`)).text()
    return [...html.matchAll(/data-notice="RETRACTED">(?:<a[^>]*>)?([^<]*)/g)].map(([, text = '']) => text)
  }

  it.each(['', '&asOf=2026-12-01T00:00:00Z'])('names claimant, claim, day and recording day%s', async (at) => {
    expect(await notices(`/claim/claim-0000?lang=en${at}`)).toEqual([
      'Taken back by MUSK on 1 April 2025 (recorded 1 January 2027): MUSK denies that X collects messages',
      'Taken back by X, day unknown (recorded 1 January 2027): X says that it collects messages',
    ])
    expect(await notices(`/claim/claim-0002?lang=en${at}`)).toEqual([
      'Taken back by X in April 2025 (recorded 1 January 2027): X says that it collects messages',
    ])
  })

  it('names each assertion withdrawn as our mistake, denials as denials', async () => {
    expect(await notices('/embed/claim/claim-0001?lang=en')).toEqual([
      '1 January 2027: our mistake, taken out of this record: that MUSK denies that X collects posts',
      '1 January 2027: our mistake, taken out of this record: that MUSK says that X does not collect posts — misread',
    ])
    expect(await notices('/claim/claim-0003?lang=en')).toEqual([
      '1 January 2027: our mistake, taken out of this record: that X took this back: X says that it collects posts — somebody else',
    ])
  })

  it('shows a misread assertion on the page of its document, outside of every list', async () => {
    const small = smallDataset(2)
    const [policy] = small.sources
    const wire = policy && { ...policy, item: { ...policy.item, id: toSlug('wire'), publishedBy: null } }
    const misread = entry('misread', 'claim-0001', {
      claimantId: 'musk',
      sourceId: 'wire',
      withdrawn: 'misread',
    })
    const dataset = {
      ...small,
      sources: wire ? [...small.sources, wire] : [],
      assertions: [...small.assertions, misread],
    }
    const other = await startSite({ dataset })
    const html = await (await fetch(`${other.url}/source/wire?lang=en`)).text()
    expect(html).toContain('our mistake, taken out of this record: that MUSK says that X collects posts — misread')
    expect(html).toContain('No such claim is recorded.')
    expect(html).not.toContain('id="claim-claim-0001"')
    await other.stop()
  })

  it('is shown in Indonesian too', async () => {
    expect(await notices('/claim/claim-0000?lang=id')).toEqual([
      'Ditarik kembali oleh MUSK pada 1 April 2025 (dicatat 1 Januari 2027): MUSK membantah bahwa X mengumpulkan messages',
      'Ditarik kembali oleh X, tanggal tidak diketahui (dicatat 1 Januari 2027): X menyatakan bahwa pihaknya mengumpulkan messages',
    ])
    expect(await notices('/claim/claim-0001?lang=id')).toContain(
      '1 Januari 2027: kesalahan kami, dikeluarkan dari catatan ini: bahwa MUSK membantah bahwa X mengumpulkan posts',
    )
  })
})
