import type { Settings } from '../../config.ts'
import { openLocalStore } from '../open-local-store.ts'
import type { Terminal } from '../terminal.ts'

/** How many things of each kind the record holds, and how many claims have which status. */
export async function stats(
  settings: Settings,
  options: { readonly json: boolean },
  terminal: Terminal,
): Promise<number> {
  const open = await openLocalStore(settings, { inMemory: false })
  try {
    const revision = await open.store.revisionAt(null)
    const kinds = await open.store.countByKind(revision)
    const statuses = await open.store.countByStatus(revision)
    const engine = open.engine.name
    if (options.json) terminal.write(JSON.stringify({ engine, revision, kinds, statuses }))
    else
      terminal.write([`engine ${engine}, revision ${revision}`, '', ...table(kinds), '', ...table(statuses)].join('\n'))
    return 0
  } finally {
    await open.store.close()
  }
}

function table(counts: Readonly<Record<string, number>>): string[] {
  const rows = Object.entries(counts)
  const width = Math.max(0, ...rows.map(([name]) => name.length))
  return rows.map(([name, count]) => `${name.padEnd(width)}  ${String(count).padStart(6)}`)
}
