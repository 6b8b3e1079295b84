import { beforeAll, describe, expect, it } from 'vitest'
import type { Dataset } from '../../src/domain/dataset.ts'
import { readShippedSeeds } from './shipped-seeds.ts'

/** Facts of the X story that a fact-checker corrected. quotes.test.ts compares the quoted words with the documents. */
let data: Dataset
beforeAll(async () => {
  data = await readShippedSeeds()
})
const find = <T extends { readonly id: string }>(items: readonly { readonly item: T }[], id: string): T =>
  items.find(({ item }) => item.id === id)?.item ?? expect.fail(`there is no ${id}`)
const claim = (id: string) => find(data.claims, id)
const assertion = (id: string) => find(data.assertions, id)
const source = (id: string) => find(data.sources, id)

describe("Musk's post of 31 August 2023", () => {
  it('speaks of training AI models, and of no AI that X owns', () => {
    const spoken = data.assertions.filter(({ item }) => item.sourceId === 'musk-post-2023-08-31')
    expect(spoken.map(({ item }) => claim(item.claimId).uses)).toEqual(Array(3).fill(['train-ai-models']))
  })
  it('has no address, so its words are quoted as the press gives them, and nobody asked him', () => {
    for (const id of ['musk-post-public-data', 'musk-post-dms', 'musk-post-private-data'])
      expect(assertion(id)).toMatchObject({
        stance: 'STATES',
        evidentiality: 'DIRECT_QUOTE',
        quote: { versionId: null },
      })
    expect(source('musk-post-2023-08-31')).toMatchObject({ url: null, archive: null })
    expect(JSON.stringify([data.relations, data.sources])).not.toContain('question')
  })
})

describe("clauses of X's policy", () => {
  const policy = () => source('x-privacy-policy').versions
  const clauses = () => data.assertions.map(({ item }) => item).filter((one) => one.sourceId === 'x-privacy-policy')

  it('were asserted on the day of the first capture that holds them', () => {
    expect(clauses().length).toBeGreaterThan(10)
    for (const { id, assertedAt, quote } of clauses()) {
      const holding = [quote?.versionId, ...(quote?.foundIn ?? [])]
      const first = policy().find((version) => holding.includes(version.id))
      expect([id, assertedAt]).toEqual([id, first?.capturedAt?.slice(0, 10)])
    }
  })
  it('about biometric and job data first stood on 23 August 2023, and hold from 29 September', () => {
    for (const id of [
      'policy-biometric',
      'policy-employment-history',
      'policy-education-history',
      'policy-job-sharing',
    ])
      expect(assertion(id)).toMatchObject({ assertedAt: '2023-08-23', heldFrom: '2023-09-29' })
  })
  it('have captures in the order in which the archive made them, a refilter being technical', () => {
    const captures = policy()
    expect(captures).toEqual(captures.toSorted((a, b) => ((a.capturedAt ?? '') < (b.capturedAt ?? '') ? -1 : 1)))
    const day = captures.filter(({ capturedAt }) => capturedAt?.startsWith('2021-07-20'))
    expect(day.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'x-policy-2021-07-20-e333a24a TECHNICAL',
      'x-policy-2021-07-20-40b762ef CHANGE',
    ])
  })
})
