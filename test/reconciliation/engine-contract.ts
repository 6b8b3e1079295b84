import { describe, expect, it } from 'vitest'
import { smallDataset } from '../contracts/small-dataset.ts'
import { candidatesOf, type FoundCandidate, type Json, type StartedService } from './started-service.ts'

/** Objects of a few claims: the service of the tests on every engine. */
export const CONTRACT_DATASET = smallDataset(3)

const found = ({ id, score, match }: FoundCandidate) => [id, score, match]

/**
 * Reads of the service that must give the same result on each engine: lists of names, look-ups by slug, by identifier and by words, lists of claims.
 * @param serviceOf returns the service over CONTRACT_DATASET, when a test runs
 */
export function describeReconciliation(name: string, serviceOf: () => StartedService): void {
  const candidates = (query: Json): Promise<readonly FoundCandidate[]> => candidatesOf(serviceOf(), query)
  const first = async (query: Json) => (await candidates(query)).slice(0, 1).map(found)

  describe(`reconciliation on ${name}`, () => {
    it.each([
      ['an entity by its name', 'Musk', 'entity/musk', 100, true],
      ['an entity by its slug', 'entity/musk', 'entity/musk', 100, true],
      ['an entity by an identifier of another register', 'wikidata:Q-musk', 'entity/musk', 100, true],
      ['a document by its misspelt title', 'Priavcy Policy', 'source/policy', 87, true],
      ['a kind of data by its misspelt name', 'mesages', 'data/messages', 92, true],
    ])('finds %s', async (_, query, id, score, match) => {
      expect(await first({ query })).toEqual([[id, score, match]])
    })

    it('keeps to the wanted type', async () => {
      expect(await first({ query: 'musk', type: 'person' })).toEqual([['entity/musk', 100, true]])
      expect(await first({ query: 'musk', type: 'service' })).toEqual([])
    })

    it('finds claims by a text, with status and by-line', async () => {
      const claims = await candidates({ query: 'X collects messages', type: 'claim' })
      expect(new Set(claims.map(({ id }) => id))).toContain('claim/claim-0000')
      for (const claim of claims) expect(claim.name).toMatch(/^\w[\w ]*: X collects .+ – .+/)
    })

    it.each([
      ['an entity', 'entity/x', 'claims-about', 3],
      ['a speaker', 'entity/musk', 'says', 1],
      ['a document', 'source/policy', 'claims-in', 3],
    ])('has the claims of %s, each with its status', async (_, id, property, count) => {
      const properties = [{ id: property }, { id: `${property}.status` }]
      const { status, json } = await serviceOf().form({ extend: JSON.stringify({ ids: [id], properties }) })
      expect(status).toBe(200)
      const values = (json.rows as Readonly<Record<string, Readonly<Record<string, readonly Json[]>>>>)[id] ?? {}
      const claims = ['claim/claim-0000', 'claim/claim-0001', 'claim/claim-0002'].slice(0, count)
      expect(values[property]?.map((claim) => claim.id).sort()).toEqual(claims)
      const statuses = ['DISPUTED', 'STATED', 'STATED'].slice(0, count)
      expect(values[`${property}.status`]?.map((value) => value.str).sort()).toEqual(statuses)
    })

    it('suggests things by the beginnings of their names, and by misspelt ones', async () => {
      for (const prefix of ['privacy', 'Privcay Policy']) {
        const { json } = await serviceOf().get(`/reconcile/suggest/entity?prefix=${encodeURIComponent(prefix)}`)
        expect((json.result as Json[])[0]).toMatchObject({ id: 'source/policy' })
      }
    })
  })
}
