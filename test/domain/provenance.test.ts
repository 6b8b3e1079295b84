import { describe, expect, it } from 'vitest'
import { claimStatus } from '../../src/domain/claim-status.ts'
import { checkProvenances } from '../../src/domain/rules/provenances.ts'
import { toSlug } from '../../src/domain/slug.ts'
import type { SourceDerivation } from '../../src/domain/source.ts'
import { smallDataset } from '../contracts/small-dataset.ts'
import { acts, assertion, claimRecord } from './status-acts.ts'

const NOW = new Date('2026-11-01T00:00:00Z')
const JUDGED = { newsroom: 'The Desk', on: '2026-10-31', note: null }

const problems = (derivation: 'KNOWN' | 'UNKNOWN', ...derivedFrom: readonly SourceDerivation[]) => {
  const data = smallDataset(1)
  const sources = data.sources.map((one) => ({ ...one, item: { ...one.item, derivation, derivedFrom } }))
  return checkProvenances({ ...data, sources }, NOW).map(({ path, message }) => [path.slice(2), message])
}

describe('judged derivation', () => {
  it('may not belong to a source with a known derivation', () => {
    expect(problems('KNOWN', { sourceId: toSlug('other'), provenance: JUDGED })).toEqual([
      [['derivation'], expect.stringContaining('leave it UNKNOWN')],
    ])
    expect(problems('UNKNOWN', { sourceId: toSlug('other'), provenance: JUDGED })).toEqual([])
    expect(problems('KNOWN', { sourceId: toSlug('other') })).toEqual([])
    expect(
      problems('KNOWN', { sourceId: toSlug('other'), provenance: { sourceId: toSlug('third'), quote: null } }),
    ).toEqual([])
  })

  it('never makes a third party independent, and takes independence away', () => {
    const given = claimRecord(acts(['STATES', 'AFFIRMS', 'party'], ['STATES', 'AFFIRMS', 'other']).map(assertion))
    const withReport = (derivation: 'KNOWN' | 'UNKNOWN', ancestors: readonly string[]) =>
      claimStatus({
        ...given,
        sources: {
          ...given.sources,
          report: { derivation, publishedBy: toSlug('reporter'), ancestors: ancestors.map(toSlug) },
        },
      }).status
    expect(withReport('KNOWN', [])).toBe('CONFIRMED')
    // The store counts judged documents among the ancestors.
    expect(withReport('KNOWN', ['policy'])).toBe('STATED')
    expect(withReport('UNKNOWN', ['wire'])).toBe('STATED')
  })
})
