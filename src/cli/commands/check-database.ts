import type { Settings } from '../../config.ts'
import { claimStatus } from '../../domain/claim-status.ts'
import { type ClaimStatus, STATUSES, type Status } from '../../domain/claim-status-types.ts'
import type { ClaimFilter, GraphStore, PageCursor, WholeClaim } from '../../domain/graph-store.ts'
import { openLocalStore } from '../open-local-store.ts'
import type { Terminal } from '../terminal.ts'

interface Difference {
  readonly claim: string
  readonly stored: ClaimStatus
  /** What filters and counts go by; null if it is no status at all. */
  readonly indexed: Status | null
  readonly derived: ClaimStatus
}

const PAGE = 100

/** Derives the status of every claim again and compares. @returns the exit code: 0 where all agree, 1 otherwise */
export async function checkDatabase(
  settings: Settings,
  options: { readonly json: boolean },
  terminal: Terminal,
): Promise<number> {
  const asked = { inMemory: false, command: 'sanad check', mustExist: true }
  const { store, close } = await openLocalStore(settings, asked)
  try {
    const revision = await store.revisionAt(null)
    const { claims, differences } = await compare(store, revision)
    if (options.json) terminal.write(JSON.stringify({ revision, claims, differences }, null, 2))
    else {
      for (const difference of differences) terminal.write(toSentence(difference))
      const found = differences.length === 1 ? '1 difference' : `${differences.length || 'no'} differences`
      terminal.write(`${settings.SANAD_DATA}: ${found} in ${claims} claims at revision ${revision}`)
    }
    return differences.length === 0 ? 0 : 1
  } finally {
    await close()
  }
}

async function compare(
  store: GraphStore,
  revision: number,
): Promise<{ readonly claims: number; readonly differences: readonly Difference[] }> {
  const indexed = new Map<string, Status>()
  for (const status of STATUSES) {
    for await (const { claim } of allClaims(store, { status: [status] }, revision)) indexed.set(claim.id, status)
  }
  const differences: Difference[] = []
  let claims = 0
  for await (const whole of allClaims(store, {}, revision)) {
    claims += 1
    const { claim, status: stored } = whole
    const derived = claimStatus(whole)
    const found = indexed.get(claim.id) ?? null
    if (key(stored) === key(derived) && found === derived.status) continue
    differences.push({ claim: claim.id, stored, indexed: found, derived })
  }
  return { claims, differences }
}

async function* allClaims(store: GraphStore, filter: ClaimFilter, revision: number): AsyncGenerator<WholeClaim> {
  let cursor: PageCursor | null = null
  do {
    const page = await store.claimPage(filter, 'SLUG', { limit: PAGE, backwards: false, cursor }, revision)
    yield* page.items
    cursor = page.hasMore ? (page.cursors.at(-1) ?? null) : null
  } while (cursor !== null)
}

/** The order in which assertions were read says nothing. */
const key = ({ status, polarity, because, caveats, contradictsItself }: ClaimStatus): string =>
  JSON.stringify([status, polarity, [...because].sort(), [...caveats].sort(), contradictsItself])

function toSentence({ claim, stored, indexed, derived }: Difference): string {
  const where = indexed === stored.status ? '' : `, is found as ${indexed ?? 'nothing'}`
  return `${claim}: stored ${describe(stored)}${where}, but its assertions give ${describe(derived)}`
}

const describe = ({ status, because }: ClaimStatus): string =>
  because.length === 0 ? status : `${status} because of ${[...because].sort().join(', ')}`
