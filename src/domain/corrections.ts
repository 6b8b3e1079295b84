import type { Assertion } from './assertion.ts'
import type { ClaimDetails, GraphStore, RemovalParent } from './graph-store.ts'

/**
 * What readers of an older state must be told: somebody took a statement back, the newsroom took an entry of its own
 * out, or a whole claim is in the record no more.
 */
export type Correction = CorrectedItem & (RetractedStatement | WithdrawnEntry | { readonly kind: 'REMOVED' })

interface CorrectedItem {
  /** For what was removed, as it stood last. */
  readonly claim: ClaimDetails
  /** The revision that `claim` was read at. */
  readonly readAt: number
  /** The revision in which this record learnt of it. */
  readonly revision: number
}

export interface RetractedStatement {
  readonly kind: 'RETRACTED'
  readonly retraction: Assertion
}

export interface WithdrawnEntry {
  readonly kind: 'WITHDRAWN'
  readonly entry: Assertion
  /** As the newsroom gave it; null where it gave none. */
  readonly reason: string | null
}

/** What removed claims are looked for by. */
export interface Below {
  readonly parent: RemovalParent
  readonly ids: readonly string[]
}

/** Entries on a claim that were taken back by who said them, or out by us: each by itself, as each said something else. */
export function correctionsOf(claim: ClaimDetails, readAt: number): readonly Correction[] {
  return claim.assertions
    .flatMap((assertion): readonly Correction[] => {
      const correction: CorrectedItem = { claim, readAt, revision: claim.recordedIn[assertion.id] ?? 0 }
      if (assertion.withdrawn !== null) {
        const reason = assertion.withdrawn.trim() === '' ? null : assertion.withdrawn
        return [{ ...correction, kind: 'WITHDRAWN', entry: assertion, reason }]
      }
      return assertion.stance === 'RETRACTS' ? [{ ...correction, kind: 'RETRACTED', retraction: assertion }] : []
    })
    .sort(newestFirst)
}

/** What a retraction takes back; null where the record does not hold it. */
export const retractedBy = (
  retraction: Assertion,
  { assertions }: Pick<ClaimDetails, 'assertions'>,
): Assertion | null => assertions.find(({ id }) => id === retraction.retracts) ?? null

/** Claims as they stood when they were last there. */
export async function readRemoved(
  store: Pick<GraphStore, 'claims'>,
  removed: readonly { readonly id: string; readonly removedIn: number }[],
): Promise<readonly Correction[]> {
  const revisions = [...new Set(removed.map(({ removedIn }) => removedIn))]
  const read = await Promise.all(
    revisions.map(async (revision) => {
      const ids = removed.filter(({ removedIn }) => removedIn === revision).map(({ id }) => id)
      const claims = (await store.claims(ids, revision - 1)).flatMap((claim) => claim ?? [])
      return claims.map((claim): Correction => ({ kind: 'REMOVED', claim, readAt: revision - 1, revision }))
    }),
  )
  return read.flat().sort(newestFirst)
}

/** The newest of what was taken back or out among these claims and below this thing. */
export async function readCorrections(
  store: Pick<GraphStore, 'claims' | 'removedClaims'>,
  among: { readonly claims: readonly ClaimDetails[]; readonly below: readonly Below[] },
  limit: number,
  revision: number,
): Promise<{ readonly shown: readonly Correction[]; readonly complete: boolean }> {
  const { claims, below } = among
  const found = await Promise.all(below.map(({ parent, ids }) => store.removedClaims(parent, ids, limit + 1, revision)))
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
