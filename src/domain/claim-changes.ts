import { wasSaid } from './assertion.ts'
import type { ClaimDetails } from './claim-details.ts'
import { toCurrentSlugs } from './current-slugs.ts'
import type { Renames } from './renames.ts'
import type { Slug } from './slug.ts'

/** Change of a claim since an earlier revision. */
export interface ClaimChange {
  /** Current slug, or the last one of a removed claim. */
  readonly claimId: Slug
  /** RETRACTED includes withdrawals by the newsroom: readers of the old state must learn of both. */
  readonly kind: 'CHANGED' | 'RETRACTED' | 'GONE'
}

/**
 * Compares earlier claims with the current ones, index by index; a current one is null if the claim was removed. A new slug alone
 * is not a change.
 */
export function changesBetween(
  then: readonly ClaimDetails[],
  now: readonly (ClaimDetails | null)[],
  renames: Renames,
): readonly ClaimChange[] {
  return then.flatMap((old, i): readonly ClaimChange[] => {
    const current = now[i] ?? null
    const claimId = renames.slugNow('Claim', old.claim.id) ?? old.claim.id
    if (current === null) return [{ claimId, kind: 'GONE' }]
    if (countCorrections(current) > countCorrections(old)) return [{ claimId, kind: 'RETRACTED' }]
    return fingerprint(toCurrentSlugs(old, renames)) === fingerprint(current) ? [] : [{ claimId, kind: 'CHANGED' }]
  })
}

/** Number of retractions and withdrawn assertions. */
const countCorrections = ({ assertions }: ClaimDetails): number =>
  assertions.filter((a) => !wasSaid(a) || a.stance === 'RETRACTS').length

const fingerprint = ({ claim, status, assertions, relations, assessments }: ClaimDetails): string =>
  JSON.stringify([{ ...claim, id: null }, status, assertions, relations, assessments])
