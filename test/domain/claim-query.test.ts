import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ClaimQuery, resolveClaimQuery } from '../../src/domain/claim-query.ts'
import type { FindCurrentSlug } from '../../src/domain/current-slug.ts'
import { canonicalClaimQuery, parseClaimQuery } from '../../src/domain/parse-claim-query.ts'
import { toRevisionNumber } from '../../src/domain/revision-number.ts'
import { renamedDataset } from '../contracts/renamed-dataset.ts'
import { smallDataset } from '../contracts/small-dataset.ts'
import { openEmpty } from '../graphql/seeded-store.ts'
import type { OpenStore } from '../open-store.ts'

let open: OpenStore
let revision: number
beforeAll(async () => {
  open = await openEmpty()
  const load = { author: 'test', set: 'test' }
  await open.load(smallDataset(), { ...load, now: new Date('2026-11-01T00:00:00Z') })
  await open.load(renamedDataset(), { ...load, now: new Date('2027-01-01T00:00:00Z') })
  revision = await open.store.revisionAt(null)
})
afterAll(() => open.database.close())

const resolve = (query: ClaimQuery, prefix = '') =>
  resolveClaimQuery(open.store, query, { revision: toRevisionNumber(revision), prefix })
const found = async (query: ClaimQuery) => {
  const page = { limit: 10, backwards: false, cursor: null }
  const { items } = await open.store.claimPage(await resolve(query), 'SLUG', page, toRevisionNumber(revision))
  return items.map(({ claim }) => claim.id)
}

describe('resolveClaimQuery', () => {
  it('restricts nothing without keys', async () => {
    const restricting = Object.values(await resolve({})).filter((value) => value != null)
    expect(restricting).toEqual([])
    expect(await found({})).toHaveLength(5)
  })

  it('follows former slugs of every kind', async () => {
    const query = {
      story: 'story',
      subject: 'x',
      party: 'x',
      claimant: 'x',
      source: 'policy',
      dataCategory: 'messages',
    }
    expect(await resolve(query)).toMatchObject({
      story: 'tale',
      subject: 'x-corp',
      party: 'x-corp',
      claimant: 'x-corp',
      source: 'privacy-policy',
      data: ['dm-contents'],
    })
    expect(await found(query)).toEqual(['claim-0002', 'claim-0004', 'claim-zero'])
  })

  it('finds a current slug at a revision before its rename', async () => {
    const former = await resolveClaimQuery(open.store, { claimant: 'x-corp' }, { revision: toRevisionNumber(1) })
    expect(former.claimant).toBe('x')
  })

  it('converts a text into the slugs of the claims that contain it', async () => {
    const { ids } = await resolve({ text: 'messages' })
    expect([...(ids ?? [])].sort()).toEqual(['claim-0002', 'claim-0004', 'claim-zero'])
    expect(await found({ text: 'messages', claimant: 'musk' })).toEqual(['claim-zero'])
  })

  it.each<[ClaimQuery, string, string]>([
    [{ claimant: 'nobody' }, 'NOT_FOUND', 'filter.claimant'],
    [{ notInSource: 'nothing' }, 'NOT_FOUND', 'filter.notInSource'],
    [{ dataCategory: 'nothing' }, 'NOT_FOUND', 'filter.dataCategory'],
    [{ use: 'nothing' }, 'NOT_FOUND', 'filter.use'],
    [{ statuses: [] }, 'BAD_INPUT', 'filter.statuses'],
    [{ statuses: ['CONFIRMED', 'DISPUTED'], polarity: 'NEGATES' }, 'BAD_INPUT', 'filter.polarity'],
    [{ text: ' … ' }, 'BAD_INPUT', 'filter.text'],
    [{ assertedBetween: { from: '2024', until: '2023' } }, 'BAD_INPUT', 'filter.assertedBetween'],
  ])('rejects %o with %s and the argument %s', async (query, code, argument) => {
    await expect(resolve(query, 'filter.')).rejects.toMatchObject({ code, argument })
  })

  it.each(['Use', 'Source'])(
    'rejects two unknown slugs with the same error, also where a %s is found last',
    async (last) => {
      const findSlug: FindCurrentSlug = async (kind) => {
        if (kind === last) await setTimeout(20)
        return null
      }
      const query = { use: 'nothing', source: 'nothing' }
      const resolved = resolveClaimQuery(open.store, query, { revision: toRevisionNumber(revision), findSlug })
      await expect(resolved).rejects.toMatchObject({ code: 'NOT_FOUND', argument: 'use' })
    },
  )
})

describe('parseClaimQuery', () => {
  const parse = (text: string) => parseClaimQuery(new URLSearchParams(text))

  it('returns null for a URL without a claim query', () => {
    expect([parse(''), parse('lang=en&asOf=2026-01-01T00:00:00Z'), parse('claimant=&status=')]).toEqual([
      null,
      null,
      null,
    ])
  })

  it('reads slugs, lists, dates and text', () => {
    const text =
      'claimant=x&status=denied,stated_not,disputed&status=DENIED&validOn=2023&assertedTo=2024-05&undated=true&text=a b'
    expect(parse(text)).toMatchObject({
      claimant: 'x',
      subject: null,
      standings: ['DISPUTED', 'DENIED', 'STATED_NOT'],
      predicates: null,
      validOn: '2023',
      assertedBetween: { from: null, until: '2024-05', undated: true },
      text: 'a b',
    })
  })

  it.each([
    ['status=MAYBE', 'status'],
    ['status=DENIED_NOT', 'status'],
    ['status=STATED-NOT', 'status'],
    ['predicate=SELLS,BUYS', 'predicate'],
    ['validOn=yesterday', 'validOn'],
    ['assertedFrom=2023-13', 'assertedFrom'],
    ['assertedFrom=2023&undated=maybe', 'undated'],
    ['undated=true', 'undated'],
  ])('rejects %s and names the parameter', (text, argument) => {
    expect(() => parse(text)).toThrowError(expect.objectContaining({ code: 'BAD_INPUT', argument }))
  })

  it('formats equal queries equally', () => {
    const canonical = (text: string) => String(canonicalClaimQuery(new URLSearchParams(text)))
    expect(canonical('status=denied&utm_source=a&claimant=x&status=ALLEGED,DENIED&text=')).toBe(
      'claimant=x&status=DENIED%2CALLEGED',
    )
    expect(canonical('stance=x,DENIES')).toBe(canonical('stance=denies&stance=y'))
    expect(() => parse(canonical('stance=x'))).toThrowError(expect.objectContaining({ argument: 'stance' }))
    expect(canonical('lang=en')).toBe('')
  })
})
