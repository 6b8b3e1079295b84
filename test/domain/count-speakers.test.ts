import { describe, expect, it } from 'vitest'
import { countSpeakers } from '../../src/domain/count-speakers.ts'
import { assertion } from '../contracts/small-dataset.ts'

const printed = { value: 'some users', language: 'en' }

describe('number of speakers', () => {
  it('counts a claimant once, and a document that speaks for itself once', () => {
    const own = { claimantId: null }
    const said = [assertion('a', 'c', {}), assertion('b', 'c', {}), assertion('d', 'c', own), assertion('e', 'c', own)]
    expect(countSpeakers(said)).toBe(2)
  })

  it.each([
    ['hearsay', { evidentiality: 'HEARSAY' }],
    ['indirect speech', { evidentiality: 'INDIRECT_SPEECH' }],
    ['printed words for a claimant', { claimantAsPrinted: printed }],
  ] as const)('leaves out the document of %s without a named claimant', (_, rest) => {
    expect(countSpeakers([assertion('a', 'c', { claimantId: null, ...rest })])).toBe(0)
  })
})
