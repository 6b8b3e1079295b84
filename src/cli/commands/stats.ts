import { z } from 'zod'
import type { Settings } from '../../config/settings.ts'
import { STATUSES } from '../../domain/claim-status-types.ts'
import { DomainError } from '../../domain/errors.ts'
import { type StandingCount, standingName } from '../../domain/standing.ts'
import { type LocalStore, openOrFindServer } from '../open-local-store.ts'
import { queryServer } from '../query-server.ts'
import type { Terminal } from '../terminal.ts'

interface Counts {
  readonly engine: string
  readonly revision: number
  readonly kinds: Readonly<Record<string, number>>
  /** By the name of the standing: `STATED` and `STATED_NOT` are counted apart. */
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
    const statuses = countsByName(await store.countByStanding(revision))
    return { engine: engineName, revision, kinds, statuses }
  } finally {
    await close()
  }
}

const COUNTS_QUERY = '{ stats { revision byKind { kind count } byStatus { status polarity count } } }'
const form = z.object({
  stats: z.object({
    revision: z.number(),
    byKind: z.array(z.object({ kind: z.string(), count: z.number() })),
    byStatus: z.array(
      z.object({ status: z.enum(STATUSES), polarity: z.enum(['AFFIRMS', 'NEGATES']).nullable(), count: z.number() }),
    ),
  }),
})

/** Reads the counts from the server that has the database open. */
async function requestCounts(api: string): Promise<Counts> {
  const { success, data } = form.safeParse((await queryServer(api, COUNTS_QUERY)).data)
  if (!success)
    throw new DomainError(
      'STORE_UNAVAILABLE',
      `The server at ${api} could not count its objects; its log has the reason.`,
    )
  const { revision, byKind, byStatus } = data.stats
  const kinds = byKind.map(({ kind, count }) => [kind, count])
  return { engine: 'embedded', revision, kinds: Object.fromEntries(kinds), statuses: countsByName(byStatus) }
}

/** Counts by name, the most contested first, without those that are 0. */
function countsByName(counts: readonly StandingCount[]): Readonly<Record<string, number>> {
  const byName = new Map<string, number>()
  for (const standing of counts) {
    if (standing.count === 0) continue
    const name = standingName(standing)
    byName.set(name, (byName.get(name) ?? 0) + standing.count)
  }
  return Object.fromEntries(byName)
}

function table(counts: Readonly<Record<string, number>>): string[] {
  const rows = Object.entries(counts)
  const width = Math.max(0, ...rows.map(([name]) => name.length))
  return rows.map(([name, count]) => `${name.padEnd(width)}  ${String(count).padStart(6)}`)
}
