import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ClaimDetails } from '../../src/domain/claim-details.ts'
import { claimStatus } from '../../src/domain/claim-status.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { assertion, EARLY, LATE, smallDataset } from '../contracts/small-dataset.ts'
import { withSlugs } from '../domain/plain-slugs.ts'
import { type OpenStore, openStore } from '../open-store.ts'

const IN_MEMORY = { neo4jUri: '', neo4jUser: '', neo4jPassword: '', dataDir: null, readTimeoutMs: 5000 }

/** A claim asserted in an unsigned letter that the owner published. That the owner speaks for X is recorded later. */
function letterOfTheOwner(): Dataset {
  const dataset = smallDataset(1)
  const characters = dataset.sources.map(({ item }) => ({
    item: { ...item, id: 'letter', publishedBy: 'musk' },
    recordedAt: EARLY,
  }))
  const said = assertion('letter-says', 'claim-0000', { claimantId: null, sourceId: 'letter' })
  return withSlugs<Dataset>({
    ...dataset,
    entities: dataset.entities.map((entity) => (entity.item.id === 'musk' ? { ...entity, recordedAt: LATE } : entity)),
    sources: [...dataset.sources, ...characters],
    assertions: [{ item: said, recordedAt: EARLY }],
  })
}

describe('unsigned document of a speaker for a party', () => {
  let opened: OpenStore
  beforeAll(async () => {
    opened = await openStore(IN_MEMORY)
    await opened.load(letterOfTheOwner(), { author: 'test', set: 'test', now: new Date('2026-11-01T00:00:00Z') })
  })
  afterAll(() => opened.database.close())

  const claimAt = async (time: string | null): Promise<ClaimDetails | null | undefined> => {
    const [claim] = await opened.store.claims([toSlug('claim-0000')], await opened.store.revisionAt(time))
    return claim
  }

  it('is read with the parties of its publisher, so that the derived status equals the stored one', async () => {
    const claim = await claimAt(null)
    expect(claim?.status.status).toBe('STATED')
    expect(claim && claimStatus(claim)).toEqual(claim?.status)
  })

  it('counts as another party before its publisher is recorded as a speaker', async () => {
    expect((await claimAt(EARLY))?.status.status).toBe('REPORTED')
  })
})
