import { z } from 'zod'
import type { Settings } from '../../config/settings.ts'
import { STATUSES } from '../../domain/claim-status-types.ts'
import { DomainError } from '../../domain/errors.ts'
import { type LocalStore, openOrFindServer } from '../open-local-store.ts'
import { queryServer } from '../query-server.ts'
import type { Terminal } from '../terminal.ts'

interface Counts {
  readonly engine: string
  readonly revision: number
  readonly kinds: Readonly<Record<string, number>>
  readonly statuses: Readonly<Record<string, number>>
}

/** Prints the number of things of each kind and of claims of each status. */
export async function stats(
  settings: Settings,
  options: { readonly json: boolean },
  terminal: Terminal,
): Promise<number> {
  const found = await openOrFindServer(settings, { inMemory: false, command: 'sanad stats' })
  const counts = 'api' in found ? await requestCounts(found.api) : await readCounts(found.local)
  const { engine, revision, kinds, statuses } = counts
  if (revision === 0) terminal.note(`Nothing was loaded yet; \`sanad seed ${settings.SANAD_SEEDS}\` does it.`)
  if (options.json) terminal.write(JSON.stringify(counts))
  else
    terminal.write([`engine ${engine}, revision ${revision}`, '', ...table(kinds), '', ...table(statuses)].join('\n'))
  return 0
}

async function readCounts({ store, engineName, close }: LocalStore): Promise<Counts> {
  try {
    const revision = await store.revisionAt(null)
    const kinds = await store.countByKind(revision)
    const counted = await store.countByStatus(revision)
    const statuses = STATUSES.flatMap((status) => (counted[status] ? [[status, counted[status]]] : []))
    return { engine: engineName, revision, kinds, statuses: Object.fromEntries(statuses) }
  } finally {
    await close()
  }
}

const QUESTION = '{ stats { revision byKind { kind count } byStatus { status count } } }'
const form = z.object({
  stats: z.object({
    revision: z.number(),
    byKind: z.array(z.object({ kind: z.string(), count: z.number() })),
    byStatus: z.array(z.object({ status: z.string(), count: z.number() })),
  }),
})

/** Reads the counts, from a running server where that has the embedded database open. */
async function requestCounts(api: string): Promise<Counts> {
  const { success, data } = form.safeParse((await queryServer(api, QUESTION)).data)
  if (!success) throw new DomainError('STORE_UNAVAILABLE', `The server at ${api} could not count what it holds.`)
  const { revision, byKind, byStatus } = data.stats
  const statuses = byStatus.filter(({ count }) => count > 0).map(({ status, count }) => [status, count])
  const kinds = byKind.map(({ kind, count }) => [kind, count])
  return { engine: 'embedded', revision, kinds: Object.fromEntries(kinds), statuses: Object.fromEntries(statuses) }
}

function table(counts: Readonly<Record<string, number>>): string[] {
  const rows = Object.entries(counts)
  const width = Math.max(0, ...rows.map(([name]) => name.length))
  return rows.map(([name, count]) => `${name.padEnd(width)}  ${String(count).padStart(6)}`)
}
