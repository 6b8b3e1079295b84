import type { Assertion } from './assertion.ts'
import type { ClaimDetails } from './claim-details.ts'
import type { GraphStore } from './graph-store.ts'
import { BEFORE_FIRST, type RevisionNumber, revisionBefore } from './revision-number.ts'
import type { Slug } from './slug.ts'
import type { RemovalParent } from './store/removed-claim.ts'

/**
 * A correction that readers of an older state must learn of: a claimant retracted an assertion, the newsroom withdrew one, or a
 * claim was removed.
 */
export type Correction = CorrectedItem & (RetractedStatement | WithdrawnEntry | { readonly kind: 'REMOVED' })

interface CorrectedItem {
  /** The claim; for a removed one, its last state. */
  readonly claim: ClaimDetails
  /** Revision at which `claim` was read. */
  readonly readAt: RevisionNumber
  /** Revision that recorded the correction. */
  readonly revision: RevisionNumber
}

export interface RetractedStatement {
  readonly kind: 'RETRACTED'
  readonly retraction: Assertion
}

export interface WithdrawnEntry {
  readonly kind: 'WITHDRAWN'
  readonly entry: Assertion
  /** The newsroom's reason; null where it gave none. */
  readonly reason: string | null
}

/** Things of one kind, by which their removed claims are found. */
export interface RemovalKey {
  readonly parent: RemovalParent
  readonly ids: readonly Slug[]
}

/** Retracted and withdrawn assertions of a claim, each as a correction of its own. */
export function correctionsOf(claim: ClaimDetails, readAt: RevisionNumber): readonly Correction[] {
  return claim.assertions
    .flatMap((assertion): readonly Correction[] => {
      const correction: CorrectedItem = { claim, readAt, revision: claim.recordedIn[assertion.id] ?? BEFORE_FIRST }
      if (assertion.withdrawn !== null) {
        const reason = assertion.withdrawn.trim() === '' ? null : assertion.withdrawn
        return [{ ...correction, kind: 'WITHDRAWN', entry: assertion, reason }]
      }
      return assertion.stance === 'RETRACTS' ? [{ ...correction, kind: 'RETRACTED', retraction: assertion }] : []
    })
    .sort(newestFirst)
}

/** The assertion that a retraction takes back; null where it is not recorded. */
export const retractedBy = (
  retraction: Assertion,
  { assertions }: Pick<ClaimDetails, 'assertions'>,
): Assertion | null => assertions.find(({ id }) => id === retraction.retracts) ?? null

/** Reads removed claims at the last revision that has them. */
export async function readRemoved(
  store: Pick<GraphStore, 'claims'>,
  removed: readonly { readonly id: Slug; readonly removedIn: RevisionNumber }[],
): Promise<readonly Correction[]> {
  const revisions = [...new Set(removed.map(({ removedIn }) => removedIn))]
  const read = await Promise.all(
    revisions.map(async (revision) => {
      const ids = removed.filter(({ removedIn }) => removedIn === revision).map(({ id }) => id)
      const claims = (await store.claims(ids, revisionBefore(revision))).flatMap((claim) => claim ?? [])
      return claims.map((claim): Correction => ({ kind: 'REMOVED', claim, readAt: revisionBefore(revision), revision }))
    }),
  )
  return read.flat().sort(newestFirst)
}

/** Reads the newest corrections: of these claims, and the removed claims that the keys find. */
export async function readCorrections(
  store: Pick<GraphStore, 'claims' | 'removedClaims'>,
  among: { readonly claims: readonly ClaimDetails[]; readonly removalKeys: readonly RemovalKey[] },
  limit: number,
  revision: RevisionNumber,
): Promise<{ readonly shown: readonly Correction[]; readonly complete: boolean }> {
  const { claims, removalKeys } = among
  const found = await Promise.all(
    removalKeys.map(({ parent, ids }) => store.removedClaims(parent, ids, limit + 1, revision)),
  )
  const removed = new Map(found.flat().map((one) => [one.id, one]))
  const all = [
    ...claims.flatMap((claim) => correctionsOf(claim, revision)),
    ...(await readRemoved(store, [...removed.values()])),
  ]
  all.sort(newestFirst)
  return { shown: all.slice(0, limit), complete: all.length <= limit }
}

function newestFirst(a: Correction, b: Correction): number {
  if (a.revision !== b.revision) return b.revision - a.revision
  return orderKey(a) < orderKey(b) ? -1 : 1
}

function orderKey(correction: Correction): string {
  const own =
    correction.kind === 'RETRACTED'
      ? correction.retraction.id
      : correction.kind === 'WITHDRAWN'
        ? correction.entry.id
        : ''
  return `${correction.claim.claim.id} ${correction.kind} ${own}`
}
