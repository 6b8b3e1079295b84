import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Claim } from '../../src/domain/claim.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { changedPropositionParts } from '../../src/store/write/proposition-change.ts'
import { smallDataset } from '../contracts/small-dataset.ts'
import { type PlainSlugs, withSlugs } from '../domain/plain-slugs.ts'
import { type OpenStore, openStore } from '../open-store.ts'

const NOW = new Date('2026-11-01T00:00:00Z')
const OPTIONS = { author: 'test', set: 'test', now: NOW }
const CLAIM: Claim = {
  id: toSlug('x-shares'),
  subject: { kind: 'Entity', id: toSlug('x') },
  predicate: 'SHARES_WITH',
  data: ['messages', 'posts'].map(toSlug),
  uses: [toSlug('ads')],
  object: { kind: 'Entity', id: toSlug('xai') },
  condition: { en: 'if asked' },
  validFrom: null,
  validTo: '2025',
}
const SPOKEN: Claim = { ...CLAIM, object: { kind: 'Text', text: { en: 'others' } } }

describe('proposition of a claim', () => {
  const changes: readonly [string, Partial<PlainSlugs<Claim>>][] = [
    ['subject', { subject: { kind: 'Entity', id: 'xai' } }],
    ['subject', { subject: { kind: 'Source', id: 'x' } }],
    ['predicate', { predicate: 'SELLS' }],
    ['data', { data: [toSlug('messages')] }],
    ['data', { data: ['messages', 'posts', 'faces'].map(toSlug) }],
    ['uses', { uses: [] }],
    ['object', { object: { kind: 'Entity', id: 'x' } }],
    ['object', { object: null }],
    ['object', { object: { kind: 'Text', text: { en: 'xai' } } }],
    ['condition', { condition: { en: 'always' } }],
    ['condition', { condition: { id: 'jika diminta' } }],
    ['condition', { condition: null }],
    ['validTo', { validTo: '2026' }],
    ['validTo', { validTo: '2025-01' }],
    ['validTo', { validTo: null }],
  ]
  it.each(changes)('changes with another %s: %j', (part, change) => {
    expect(changedPropositionParts(CLAIM, withSlugs<Claim>(withSlugs<Claim>({ ...CLAIM, ...change })))).toEqual([part])
  })

  const same: readonly Partial<PlainSlugs<Claim>>[] = [
    {},
    { data: ['posts', 'messages'].map(toSlug) },
    { validFrom: '2023-08' },
    { condition: { id: 'jika diminta', en: 'if asked' } },
  ]
  it.each(same)('stays the same with %j', (change) => {
    expect(changedPropositionParts(CLAIM, withSlugs<Claim>(withSlugs<Claim>({ ...CLAIM, ...change })))).toEqual([])
  })

  it('stays the same with one more translation, and changes with another wording', () => {
    const text = (words: Record<string, string>): Claim =>
      withSlugs<Claim>({ ...SPOKEN, object: { kind: 'Text', text: words } })
    expect(changedPropositionParts(SPOKEN, text({ id: 'yang lain', en: 'others' }))).toEqual([])
    expect(changedPropositionParts(SPOKEN, text({ en: 'some others' }))).toEqual(['object'])
  })

  it('changes when it gains a condition', () => {
    expect(changedPropositionParts({ ...CLAIM, condition: null }, CLAIM)).toEqual(['condition'])
  })
})

describe('load that changes a proposition', () => {
  let open: OpenStore
  beforeEach(async () => {
    open = await openStore({ neo4jUri: '', neo4jUser: '', neo4jPassword: '', dataDir: null, readTimeoutMs: 5000 })
    await open.load(smallDataset(), OPTIONS)
  })
  afterEach(() => open.database.close())
  const nodes = async (): Promise<unknown> => {
    const rows = await open.engine.run('MATCH (n) RETURN count(n) AS n, max(n.fromRevision) AS newest')
    return { rows, revision: await open.store.revisionAt(null) }
  }
  const withClaim = (change: Partial<PlainSlugs<Claim>>, from = smallDataset()): Dataset =>
    withSlugs<Dataset>({
      ...from,
      claims: from.claims.map((c) => (c.item.id === 'claim-0001' ? { ...c, item: { ...c.item, ...change } } : c)),
    })

  it('is rejected as a whole, with the claim and the remedy in the error', async () => {
    const before = await nodes()
    await expect(
      open.load(withClaim({ data: [toSlug('messages')], condition: { en: 'if' } }), OPTIONS),
    ).rejects.toMatchObject({
      code: 'INVALID_SEED',
      message:
        'The proposition of a claim never changes, but it would for claim-0001 (data, condition). Give the new proposition a claim with a new slug; nothing was loaded.',
    })
    expect(await nodes()).toEqual(before)
  })

  it('is rejected even after the claim was removed for a while', async () => {
    const { claims, assertions, stories, ...rest } = smallDataset()
    const without: Dataset = {
      ...rest,
      claims: claims.filter(({ item }) => item.id !== 'claim-0001'),
      assertions: assertions.filter(({ item }) => item.claimId !== 'claim-0001'),
      stories: stories.map((s) => ({
        ...s,
        item: { ...s.item, claimIds: s.item.claimIds.filter((id) => id !== 'claim-0001') },
      })),
    }
    expect(await open.load(without, OPTIONS)).toMatchObject({ changed: true })
    await expect(open.load(withClaim({ predicate: 'SELLS' }), OPTIONS)).rejects.toMatchObject({ code: 'INVALID_SEED' })
    expect(await open.load(smallDataset(), OPTIONS)).toMatchObject({ changed: true })
  })

  it('may fill in an unknown bound once', async () => {
    expect(await open.load(withClaim({ validTo: '2025-03' }), OPTIONS)).toMatchObject({ created: 1, ended: 1 })
    await expect(open.load(withClaim({ validTo: '2025-04' }), OPTIONS)).rejects.toMatchObject({ code: 'INVALID_SEED' })
  })

  it('changes nothing if only the order of the seeds differs', async () => {
    const { claims, ...rest } = smallDataset()
    const turned = { ...rest, claims: [...claims].reverse(), contentHash: 'another file' }
    expect(await open.load(turned, OPTIONS)).toMatchObject({ changed: false })
  })
})
