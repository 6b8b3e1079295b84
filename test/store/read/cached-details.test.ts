import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ClaimDetails } from '../../../src/domain/claim-details.ts'
import type { Dataset } from '../../../src/domain/dataset.ts'
import type { GraphStore } from '../../../src/domain/graph-store.ts'
import { toSlug } from '../../../src/domain/slug.ts'
import { namesOfClaim } from '../../../src/sentences/names-of-claims.ts'
import { sentenceIn } from '../../../src/sentences/sentence.ts'
import { smallDataset } from '../../contracts/small-dataset.ts'
import { openStore } from '../../open-store.ts'

const IN_MEMORY = { neo4jUri: '', neo4jUser: '', neo4jPassword: '', dataDir: null, readTimeoutMs: 5000 }

describe('details of a cached claim', () => {
  let store: GraphStore
  let close: () => Promise<void>
  let load: (dataset: Dataset) => Promise<unknown>
  beforeAll(async () => {
    const opened = await openStore(IN_MEMORY)
    store = opened.store
    close = () => opened.database.close()
    let day = 1
    load = (dataset) => opened.load(dataset, { author: 'test', set: 'test', now: new Date(Date.UTC(2026, 10, day++)) })
    await load(smallDataset())
  })
  afterAll(() => close())

  const claimOf = async (id: string): Promise<ClaimDetails> => {
    const [claim] = await store.claims([toSlug(id)], await store.revisionAt(null))
    if (!claim) throw new Error(`${id} is not there.`)
    return claim
  }
  const sentenceOf = async (claim: ClaimDetails, language: string): Promise<string> => {
    return sentenceIn(language, claim, { validOn: null }, namesOfClaim(claim)).value
  }

  it('returns one object as long as the claim is unchanged', async () => {
    const [first, other] = [await claimOf('claim-0000'), await claimOf('claim-0001')]
    expect(await claimOf('claim-0000')).toBe(first)
    const dataset = smallDataset()
    const assertions = dataset.assertions.filter(({ item }) => item.id !== 'denies')
    await load({ ...dataset, assertions })
    const changed = await claimOf('claim-0000')
    expect(changed.assertions.map(({ id }) => id)).toEqual(['states-claim-0000'])
    expect(await claimOf('claim-0001')).toBe(other)
  })

  it('leaves names current, in each language', async () => {
    const claim = await claimOf('claim-0001')
    const before = await sentenceOf(claim, 'en')
    expect(await sentenceOf(claim, 'en')).toBe(before)
    expect(await sentenceOf(claim, 'id')).not.toBe(before)
    const dataset = smallDataset()
    const concepts = dataset.concepts.map((one) => ({
      ...one,
      item: { ...one.item, names: one.item.names.map((name) => ({ ...name, value: 'what is shown to all' })) },
    }))
    await load({ ...dataset, concepts })
    expect(await sentenceOf(await claimOf('claim-0001'), 'en')).toMatch(
      /^X says .* that it collects what is shown to all\.$/,
    )
    expect(await sentenceOf(claim, 'en')).toBe(before)
    expect(before).toMatch(/^X says .* that it collects posts\.$/)
  })
})
