import type { Settings } from '../../config/settings.ts'
import { DomainError } from '../../domain/errors.ts'
import { type VerifiedDump, verifyDump } from '../../dump/read-dump.ts'
import type { ReplayResult } from '../../store/write/replay-history.ts'
import { nearest } from '../../text/nearest.ts'
import { printable, quoted } from '../../text/printable.ts'
import { openLocalStore } from '../open-local-store.ts'
import type { Terminal } from '../terminal.ts'

export interface ImportOptions {
  readonly format: string
  readonly file: string
  /** Verifies the file without opening a database. */
  readonly check: boolean
  readonly json: boolean
}

/** Formats that can be imported. */
const FORMATS = ['sanad'] as const

const PROGRESS_EVERY = 1000

/**
 * Imports a dump into an empty database. The file is verified before the database is opened.
 * @returns the exit code: 1 if derived statuses differ from those of the dump, which is imported all the same
 */
export async function importFile(settings: Settings, options: ImportOptions, terminal: Terminal): Promise<number> {
  const { file } = options
  checkFormat(options.format)
  try {
    const dump = await verifyDump(file, (lines) => {
      if (lines % PROGRESS_EVERY === 0) terminal.progress(`Checking ${file}: ${lines} lines`)
    })
    terminal.progress(null)
    if (options.check) {
      const { head, end } = dump
      terminal.write(options.json ? JSON.stringify({ file, ...head, ...end }) : describeDump(file, dump))
      return 0
    }
    const result = await replayInto(settings, file, dump, terminal)
    terminal.progress(null)
    terminal.write(options.json ? JSON.stringify({ file, ...result }) : describeResult(file, result))
    return result.differences.standings === 0 ? 0 : 1
  } finally {
    terminal.progress(null)
  }
}

function checkFormat(format: string): void {
  if (FORMATS.some((one) => one === format)) return
  const near = nearest(format, FORMATS)
  const hint = near === null ? '' : ` Did you mean ${near}?`
  throw new DomainError('BAD_INPUT', `${quoted(format)} is no format to import: ${FORMATS.join(', ')}.${hint}`)
}

async function replayInto(
  settings: Settings,
  file: string,
  { history, firstThings }: VerifiedDump,
  terminal: Terminal,
): Promise<ReplayResult> {
  const local = await openLocalStore(settings, { inMemory: false, command: 'sanad import' })
  try {
    const onProgress = (done: number): void =>
      terminal.progress(`Importing ${file}: ${done} of ${history.states} states`)
    return await local.replayHistory(history, { firstThings, onProgress })
  } finally {
    await local.close()
  }
}

const describeDump = (file: string, { head, end }: VerifiedDump): string =>
  `${printable(file)} is complete: ${head.states} states up to revision ${head.revision}, written by sanad ${head.program}, SHA-256 ${end.sha256}.`

function describeResult(file: string, { revision, states, differences }: ReplayResult): string {
  const { standings, examples } = differences
  const done = `Imported ${printable(file)}: ${states} states, now at revision ${revision}.`
  if (standings === 0) return done
  const lines = examples.map(
    ({ claim, revision: since, given, derived }) =>
      `${claim}: ${given ?? 'no status'} in the dump from revision ${since}, but its assertions give ${derived ?? 'no status'}`,
  )
  return [done, `${standings} statuses differ from those of the dump:`, ...lines].join('\n')
}
