/** CPU of exports and of reading the same pages bare, over a loaded store: node … exports-worker.ts <data folder> <rounds> <file> … */
import { createCache } from '../../src/cache/create-cache.ts'
import type { PageCursor } from '../../src/domain/store/page.ts'
import { EXPORT_FORMATS } from '../../src/exports/formats.ts'
import { readSource } from '../../src/exports/read-source.ts'
import { en } from '../../src/messages/en.ts'
import { openStore } from '../../src/store/open-store.ts'

/** CPU of one round, in milliseconds of all threads of the process. */
export interface ExportRound {
  readonly exportMs: number
  readonly bareMs: number
}

export interface ExportRates {
  readonly file: string
  readonly claims: number
  readonly bytes: number
  readonly rounds: readonly ExportRound[]
}

const [data = '', rounds = '1', ...files] = process.argv.slice(2)
/** Too small for the claims, so that both ways read them from the database, as an export of a large one does. */
const CACHE_BYTES = 256 * 1024
const cache = createCache({ maxBytes: CACHE_BYTES })
const opened = await openStore({
  dataDir: data,
  neo4jUri: '',
  neo4jUser: '',
  neo4jPassword: '',
  readTimeoutMs: 60_000,
  mustExist: true,
  cache,
})
const { store } = opened
const revision = await store.revisionAt(null)
// As a server does, and `sanad export`.
await opened.prepareReads()

const rates: ExportRates[] = []
for (const file of files) {
  const format = EXPORT_FORMATS.find((one) => one.file === file)
  if (format === undefined) throw new Error(`There is no format ${file}.`)
  const measured: ExportRound[] = []
  let bytes = 0
  // The first round is not counted: it compiles.
  for (let round = 0; round <= Number(rounds); round += 1) {
    const bareMs = await cpuOf(readPages)
    const exportMs = await cpuOf(async () => {
      bytes = await write(format.write(source()))
    })
    if (round > 0) measured.push({ exportMs, bareMs })
  }
  rates.push({ file, claims: await store.countClaims({}, revision), bytes, rounds: measured })
}
await opened.close()
process.stdout.write(`${JSON.stringify(rates)}\n`)

function source() {
  const publicUrl = 'http://127.0.0.1'
  const rest = { query: new URLSearchParams(), recordedAt: null, messages: en, publicUrl, url: publicUrl }
  return readSource({ store, filter: null, revision, ...rest })
}

async function write(chunks: AsyncIterable<string | Uint8Array>): Promise<number> {
  let bytes = 0
  for await (const chunk of chunks) bytes += Buffer.byteLength(chunk)
  return bytes
}

/** Reads the claims of an export, and nothing else. */
async function readPages(): Promise<void> {
  let cursor: PageCursor | null = null
  for (;;) {
    const page: Awaited<ReturnType<typeof store.claimPage>> = await store.claimPage(
      {},
      'SLUG',
      { limit: 50, backwards: false, cursor },
      revision,
    )
    cursor = page.cursors.at(-1) ?? null
    if (!page.hasMore || cursor === null) return
  }
}

async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
