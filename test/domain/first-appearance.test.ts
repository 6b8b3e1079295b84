import { describe, expect, it } from 'vitest'
import type { Assertion } from '../../src/domain/assertion.ts'
import { toAssertionId } from '../../src/domain/assertion-id.ts'
import { firstAppearance } from '../../src/domain/first-appearance.ts'
import { toSlug } from '../../src/domain/slug.ts'
import type { Source } from '../../src/domain/source.ts'
import { smallDataset } from '../contracts/small-dataset.ts'
import { withSlugs } from './plain-slugs.ts'

const [base] = smallDataset().assertions
const [document] = smallDataset().sources
if (!base || !document) throw new Error('The small data set has an assertion and a source.')

const said = (id: string, assertedAt: string | null, captures: readonly string[] = []): Assertion => {
  const [versionId = null, ...foundIn] = captures
  const quote = {
    ...{ exact: 'words', prefix: null, suffix: null, start: null, end: null },
    ...{ language: 'en', versionId, foundIn, translations: [] },
  }
  return withSlugs<Assertion>({ ...base.item, id: toAssertionId(id), sourceId: 'policy', assertedAt, quote })
}
const version = (id: string, capturedAt: string) => ({
  ...{ id, sourceId: toSlug('policy'), capturedAt, sha256: null, effectiveFrom: null },
  ...{ kind: 'CHANGE' as const, incomplete: false, note: null },
})
const policy: Source = {
  ...document.item,
  id: toSlug('policy'),
  versions: [version('old', '2020-07-29'), version('noon', '2021-07-20T12:00Z'), version('new', '2023-08-30')],
}
const first = (...assertions: Assertion[]) =>
  firstAppearance(assertions, (id) => (id === 'policy' ? policy : null))?.id ?? null

describe('first appearance', () => {
  it('is the earliest by its day', () => {
    expect(first(said('late', '2023-09-01'), said('early', '2023-08-31'))).toBe('early')
    expect(first(said('undated', null), said('dated', '2023-08-31'))).toBe('dated')
  })
  it('agrees with the captures in which the words were found, also where the assertion has a later day', () => {
    expect(first(said('post', '2023-01-01'), said('clause', '2023-08-30', ['new', 'old']))).toBe('clause')
    expect(first(said('post', '2021-07-19'), said('clause', null, ['new', 'noon']))).toBe('post')
    expect(first(said('post', '2021-07-21'), said('clause', null, ['new', 'noon']))).toBe('clause')
  })
  it('is unknown without a day and a capture', () => {
    expect(first(said('undated', null))).toBeNull()
    expect(first(said('undated', null, ['unknown-capture']))).toBeNull()
    expect(first()).toBeNull()
  })
})
