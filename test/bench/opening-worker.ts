/** Times the parts of opening a store in a new process: node … opening-worker.ts <data folder> */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PUBLIC_VIEWER } from '../../src/domain/viewer.ts'
import { STORE_SCHEMA } from '../../src/store/encoding/schema.ts'
import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { createGraphDatabase } from '../../src/store/read/graph-database.ts'
import { recover } from '../../src/store/write/load-lock.ts'

export interface OpeningResult {
  /** Opening of the engine. */
  readonly openMs: number
  /** Creation of constraints. */
  readonly schemaMs: number
  readonly recoverMs: number
  /** Deferred work after readiness: all indexes, and the vocabulary of the search. */
  readonly preparedMs: number
}

const [data = ''] = process.argv.slice(2)
const [file] = (await readdir(data)).filter((name) => name.endsWith('.grafeo'))
const started = performance.now()
const engine = await openEmbedded({ path: join(data, file ?? ''), readTimeoutMs: 60_000 })
const opened = performance.now()
await engine.ensureSchema(STORE_SCHEMA)
const made = performance.now()
await recover(engine)
const recovered = performance.now()
await engine.prepareReads(await createGraphDatabase(engine).visibleTo(PUBLIC_VIEWER).revisionAt(null))
const result: OpeningResult = {
  openMs: opened - started,
  schemaMs: made - opened,
  recoverMs: recovered - made,
  preparedMs: performance.now() - recovered,
}
await engine.close()
process.stdout.write(`${JSON.stringify(result)}\n`)
