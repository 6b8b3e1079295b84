import type { Dataset } from '../../src/domain/dataset.ts'
import type { Rename } from '../../src/domain/rename.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { EARLY, smallDataset } from './small-dataset.ts'

/** The small data set with one object of every kind renamed, and nothing else changed. */
export const RENAMES: readonly Rename[] = [
  { kind: 'Entity', former: toSlug('x'), slug: toSlug('x-corp') },
  { kind: 'DataCategory', former: toSlug('messages'), slug: toSlug('dm-contents') },
  { kind: 'Source', former: toSlug('policy'), slug: toSlug('privacy-policy') },
  { kind: 'Claim', former: toSlug('claim-0000'), slug: toSlug('claim-zero') },
  { kind: 'Story', former: toSlug('story'), slug: toSlug('tale') },
]

export const renamedDataset = (from = smallDataset(), renames = RENAMES): Dataset =>
  toRenamed({ ...from, renames: [] }, renames)

function toRenamed(from: Dataset, renames: readonly Rename[]): Dataset {
  const slugs = new Map(renames.map(({ former, slug }) => [former, slug]))
  // A name may equal a slug, so values of names stay.
  const rename = (key: string, value: unknown): unknown =>
    typeof value === 'string' && key !== 'value' ? (slugs.get(toSlug(value)) ?? value) : value
  const renamed = JSON.parse(JSON.stringify(from), rename) as Dataset
  return {
    ...renamed,
    renames: renames.map((item) => ({ item, recordedAt: EARLY })),
    contentHash: `${from.contentHash}-${[...slugs].join()}`,
  }
}

/** The same data set after claim-zero was removed. */
export function withoutClaimZero({ claims, assertions, stories, ...rest }: Dataset): Dataset {
  return {
    ...rest,
    claims: claims.filter(({ item }) => item.id !== 'claim-zero'),
    assertions: assertions.filter(({ item }) => item.claimId !== 'claim-zero'),
    stories: stories.map(({ item, recordedAt }) => ({
      recordedAt,
      item: { ...item, claimIds: item.claimIds.filter((id) => id !== 'claim-zero') },
    })),
    contentHash: 'gone',
  }
}
