import type { GraphStore, RemovalParent, WholeClaim } from './graph-store.ts'

/**
 * What readers of an older state must be told: somebody took a statement back, the newsroom took an entry of its own
 * out, or a whole claim is in the record no more.
 */
export interface TakenOut {
  readonly kind: 'RETRACTED' | 'WITHDRAWN' | 'REMOVED'
  /** For what was removed, as it stood last. */
  readonly claim: WholeClaim
  /** The revision that `claim` was read at. */
  readonly readAt: number
  /** The revision in which this record learnt of it. */
  readonly revision: number
  /** As the newsroom gave them; empty where it gave none. */
  readonly reasons: readonly string[]
}

/** What removed claims are looked for by. */
export interface Below {
  readonly parent: RemovalParent
  readonly ids: readonly string[]
}

/** Entries on a claim that were taken back by who said them, or out by us; one for each kind and revision. */
export function takenOutOf(claim: WholeClaim, readAt: number): readonly TakenOut[] {
  const found = new Map<string, TakenOut>()
  for (const { id, stance, withdrawn } of claim.assertions) {
    const kind = withdrawn !== null ? 'WITHDRAWN' : stance === 'RETRACTS' ? 'RETRACTED' : null
    if (kind === null) continue
    const revision = claim.recordedIn[id] ?? 0
    const key = `${kind} ${revision}`
    const reasons = new Set(found.get(key)?.reasons)
    if (withdrawn !== null && withdrawn.trim() !== '') reasons.add(withdrawn)
    found.set(key, { kind, claim, readAt, revision, reasons: [...reasons] })
  }
  return [...found.values()].sort(newestFirst)
}

/** Claims as they stood when they were last there. */
export async function readRemoved(
  store: Pick<GraphStore, 'claims'>,
  removed: readonly { readonly id: string; readonly removedIn: number }[],
): Promise<readonly TakenOut[]> {
  const revisions = [...new Set(removed.map(({ removedIn }) => removedIn))]
  const read = await Promise.all(
    revisions.map(async (revision) => {
      const ids = removed.filter(({ removedIn }) => removedIn === revision).map(({ id }) => id)
      const claims = (await store.claims(ids, revision - 1)).flatMap((claim) => claim ?? [])
      return claims.map((claim): TakenOut => ({ kind: 'REMOVED', claim, readAt: revision - 1, revision, reasons: [] }))
    }),
  )
  return read.flat().sort(newestFirst)
}

/** The newest of what was taken back or out among these claims and below this thing. */
export async function readTakenOut(
  store: Pick<GraphStore, 'claims' | 'removedClaims'>,
  among: { readonly claims: readonly WholeClaim[]; readonly below: Below | null },
  limit: number,
  at: number,
): Promise<{ readonly shown: readonly TakenOut[]; readonly complete: boolean }> {
  const { claims, below } = among
  const removed = below === null ? [] : await store.removedClaims(below.parent, below.ids, limit + 1, at)
  const all = [...claims.flatMap((claim) => takenOutOf(claim, at)), ...(await readRemoved(store, removed))]
  all.sort(newestFirst)
  return { shown: all.slice(0, limit), complete: all.length <= limit }
}

function newestFirst(a: TakenOut, b: TakenOut): number {
  if (a.revision !== b.revision) return b.revision - a.revision
  return `${a.claim.claim.id} ${a.kind}` < `${b.claim.claim.id} ${b.kind}` ? -1 : 1
}
