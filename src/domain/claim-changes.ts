import { wasSaid } from './assertion.ts'
import { toCurrentSlugs } from './current-slugs.ts'
import type { ClaimDetails } from './graph-store.ts'
import type { Renames } from './renames.ts'

/** What has become of a claim since an earlier revision. */
export interface ClaimChange {
  /** Its slug now, or the last one. */
  readonly claimId: string
  /** RETRACTED also where the newsroom took an entry of its own out: readers of the old state must be told. */
  readonly kind: 'CHANGED' | 'RETRACTED' | 'GONE'
}

/** Compares claims as they were with how they are now, in step; null where a claim is gone. A new slug is no change. */
export function changesBetween(
  then: readonly ClaimDetails[],
  now: readonly (ClaimDetails | null)[],
  renames: Renames,
): readonly ClaimChange[] {
  return then.flatMap((old, i): readonly ClaimChange[] => {
    const current = now[i] ?? null
    const claimId = renames.slugNow('Claim', old.claim.id) ?? old.claim.id
    if (current === null) return [{ claimId, kind: 'GONE' }]
    if (corrections(current) > corrections(old)) return [{ claimId, kind: 'RETRACTED' }]
    return fingerprint(toCurrentSlugs(old, renames)) === fingerprint(current) ? [] : [{ claimId, kind: 'CHANGED' }]
  })
}

/** Entries that were taken back by who said them, or out by us. */
const corrections = ({ assertions }: ClaimDetails): number =>
  assertions.filter((a) => !wasSaid(a) || a.stance === 'RETRACTS').length

const fingerprint = ({ claim, status, assertions, relations, assessments }: ClaimDetails): string =>
  JSON.stringify([{ ...claim, id: null }, status, assertions, relations, assessments])
