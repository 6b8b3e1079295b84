import { stat } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { publicUrlOf } from '../../config/parse-settings.ts'
import type { Settings } from '../../config/settings.ts'
import type { DumpEnd } from '../../dump/dump-lines.ts'
import { verifyDump } from '../../dump/read-dump.ts'
import { writeDump } from '../../dump/write-dump.ts'
import { printable } from '../../text/printable.ts'
import { readVersion } from '../../version.ts'
import { openLocalStore } from '../open-local-store.ts'
import type { Terminal } from '../terminal.ts'
import { writeAtomically } from '../write-atomically.ts'

export interface DumpOptions {
  /** File to write. */
  readonly out: string
  /** Whether drafts, and revisions of drafts alone, are left out. */
  readonly public: boolean
  readonly json: boolean
}

/** Writes all revisions of the database to one file. A killed dump leaves a file that ends with `.part`. */
export async function dump(settings: Settings, options: DumpOptions, terminal: Terminal): Promise<number> {
  const { out } = options
  const drafts = !options.public
  const local = await openLocalStore(settings, { inMemory: false, command: 'sanad dump', mustExist: true })
  try {
    const history = await local.readHistory({ drafts })
    const { revision, revisions, firstLoad, states } = history
    const publicUrl = settings.PUBLIC_URL === '' ? null : publicUrlOf(settings)
    const head = { program: readVersion(), publicUrl, drafts, revision, revisions, firstLoad, states }
    const found: { end: DumpEnd | null } = { end: null }
    const total = states + revisions
    const onProgress = (lines: number): void => terminal.progress(`Writing ${out}: ${lines} of about ${total} lines`)
    const lines = writeDump({ head, history, onProgress, onEnd: (end) => (found.end = end) })
    // The file gets its name only after an import could read it.
    await writeAtomically(out, compressed(lines), verifyDump)
    const bytes = (await stat(out)).size
    const result = { file: out, revision, revisions, states, bytes, ...found.end }
    terminal.progress(null)
    terminal.write(options.json ? JSON.stringify(result) : describe(result))
    return 0
  } finally {
    terminal.progress(null)
    await local.close()
  }
}

interface Written {
  readonly file: string
  readonly revision: number
  readonly states: number
  readonly bytes: number
}

const describe = ({ file, revision, states, bytes }: Written): string =>
  `Wrote ${printable(file)}: ${states} states up to revision ${revision}, ${bytes} bytes.`

/** Compresses lines. An error of the lines ends the bytes with the same error. */
const compressed = (lines: AsyncIterable<string>): AsyncIterable<Uint8Array> =>
  pipeline(Readable.from(lines, { objectMode: true, highWaterMark: 2 }), createGzip(), () => undefined)
