import type { Settings } from '../../config/settings.ts'
import { claimStatus } from '../../domain/claim-status.ts'
import type { ClaimStatus, Status } from '../../domain/claim-status-types.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import { type IndexedStatus, statusesByDay } from '../../store/read/indexed-statuses.ts'
import { type LocalStore, openLocalStore } from '../open-local-store.ts'
import type { Terminal } from '../terminal.ts'

interface Difference {
  readonly claim: string
  readonly stored: ClaimStatus
  /** Status that filters and counts use; null if it is invalid. */
  readonly indexed: Status | null
  readonly derived: ClaimStatus
  /** Status periods that filters on a day use, if they differ from the derived ones; null otherwise. */
  readonly byDay: { readonly stored: readonly string[]; readonly derived: readonly string[] } | null
}

const BATCH_SIZE = 100

/**
 * Derives the status of every claim again, and compares it with the stored one. The engine checked every value when it opened
 * its file.
 * @returns the exit code: 0 if the database is undamaged and all statuses agree, 1 otherwise
 */
export async function checkDatabase(
  settings: Settings,
  options: { readonly json: boolean },
  terminal: Terminal,
): Promise<number> {
  const local = await openLocalStore(settings, { inMemory: false, command: 'sanad check', mustExist: true })
  try {
    const revision = await local.store.revisionAt(null)
    const { claims, differences } = await compare(local, revision)
    if (options.json) terminal.write(JSON.stringify({ revision, claims, differences }, null, 2))
    else {
      for (const difference of differences) terminal.write(toSentence(difference))
      const found = differences.length === 1 ? '1 difference' : `${differences.length || 'no'} differences`
      terminal.write(`${databaseName(settings)}: ${found} in ${claims} claims at revision ${revision}`)
    }
    return differences.length === 0 ? 0 : 1
  } finally {
    await local.close()
  }
}

async function compare(
  { store, indexedStatuses }: LocalStore,
  revision: RevisionNumber,
): Promise<{ readonly claims: number; readonly differences: readonly Difference[] }> {
  const indexed = await indexedStatuses(revision)
  const differences: Difference[] = []
  let claims = 0
  for (let from = 0; from < indexed.length; from += BATCH_SIZE) {
    const some = indexed.slice(from, from + BATCH_SIZE)
    const read = await store.claims(
      some.map(({ claim }) => claim),
      revision,
    )
    for (const [i, found] of some.entries()) {
      const details = read[i]
      if (!details) continue
      claims += 1
      const { status: stored } = details
      const derived = claimStatus(details)
      const byDay = differenceByDay(found, statusesByDay(details))
      if (key(stored) === key(derived) && found.status === derived.status && byDay === null) continue
      differences.push({ claim: found.claim, stored, indexed: found.status, derived, byDay })
    }
  }
  return { claims, differences }
}

const differenceByDay = ({ byDay: stored }: IndexedStatus, derived: readonly string[]): Difference['byDay'] =>
  stored.join() === derived.join() ? null : { stored, derived }

/** Text of a status for comparison. The order of assertions does not matter. */
const key = ({ status, polarity, because, caveats, contradictsItself }: ClaimStatus): string =>
  JSON.stringify([status, polarity, [...because].sort(), [...caveats].sort(), contradictsItself])

function toSentence({ claim, stored, indexed, derived, byDay }: Difference): string {
  const where = indexed === stored.status ? '' : `, filtered as ${indexed ?? 'no status'}`
  const onDays = byDay === null ? '' : '; its status on some days differs from the derived one'
  return `${claim}: stored ${describe(stored)}${where}, but its assertions give ${describe(derived)}${onDays}`
}

const describe = ({ status, because }: ClaimStatus): string =>
  because.length === 0 ? status : `${status} because of ${[...because].sort().join(', ')}`

/** Name of the configured database for messages, without the password that its URL may have. */
export const databaseName = ({ NEO4J_URI, SANAD_DATA }: Pick<Settings, 'NEO4J_URI' | 'SANAD_DATA'>): string =>
  NEO4J_URI === '' ? SANAD_DATA : NEO4J_URI.replace(/\/\/.*@/, '//')
