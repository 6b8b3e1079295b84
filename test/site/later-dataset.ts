import { toAssertionId } from '../../src/domain/assertion-id.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { smallDataset } from '../contracts/small-dataset.ts'
import { withSlugs } from '../domain/plain-slugs.ts'

/**
 * The small data set half a year later: one assertion is withdrawn, one claim is removed, one claim has a new denial.
 */
export function later(): Dataset {
  const before = smallDataset()
  const [first] = before.assertions
  if (!first) throw new Error('The small data set has assertions.')
  return withSlugs<Dataset>({
    ...before,
    claims: before.claims.filter(({ item }) => item.id !== 'claim-0004'),
    stories: before.stories.map(({ item, recordedAt }) => ({
      recordedAt,
      item: { ...item, claimIds: item.claimIds.filter((id) => id !== 'claim-0004') },
    })),
    assertions: before.assertions
      .filter(({ item }) => item.claimId !== 'claim-0004')
      .map((one) =>
        one.item.claimId === 'claim-0001' ? { ...one, item: { ...one.item, withdrawn: 'read the wrong page' } } : one,
      )
      .concat({
        ...first,
        item: {
          ...first.item,
          id: toAssertionId('new'),
          claimId: toSlug('claim-0002'),
          stance: 'DENIES',
          polarity: 'NEGATES',
        },
      }),
    contentHash: 'later',
  })
}
