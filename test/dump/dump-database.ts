import { writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { verifyDump } from '../../src/dump/read-dump.ts'
import { writeDump } from '../../src/dump/write-dump.ts'
import { STORE_SCHEMA } from '../../src/store/encoding/schema.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { toOpenStore } from '../../src/store/open-store.ts'
import { recover } from '../../src/store/write/load-lock.ts'
import type { ReplayResult } from '../../src/store/write/replay-history.ts'

export async function openReady(open: () => Promise<Engine>): Promise<Engine> {
  const engine = await open()
  await engine.ensureSchema(STORE_SCHEMA)
  await recover(engine)
  return engine
}

/** Text of the dump of a database. */
export async function dumpOf(engine: Engine, drafts: boolean): Promise<string> {
  const history = await toOpenStore(engine).readHistory({ drafts })
  const { revision, revisions, firstLoad, states } = history
  const head = { program: 'test', publicUrl: null, drafts, revision, revisions, firstLoad, states }
  let text = ''
  for await (const chunk of writeDump({ head, history })) text += chunk
  return text
}

/** Imports the text of a dump by way of a file. */
export async function importDump(engine: Engine, text: string, path: string): Promise<ReplayResult> {
  await writeFile(path, gzipSync(text))
  const { history, firstThings } = await verifyDump(path)
  return toOpenStore(engine).replayHistory(history, { firstThings })
}

/** All nodes and the number of edges of each type. */
export async function contentOf(engine: Engine): Promise<unknown> {
  const nodes = await engine.run(
    'MATCH (n) WHERE n:State OR n:Revision OR n:LoadedSet OR n.fromRevision IS NOT NULL RETURN labels(n) AS names, n {.*} AS n',
  )
  const edges = await engine.run('MATCH (a)-[r]->(b) RETURN type(r) AS type, count(r) AS n ORDER BY type')
  const [state] = await engine.run(
    'MATCH (r:StoreState) RETURN r.published AS published, r.publicRevision AS seen, r.loading AS loading',
  )
  const texts = nodes.map(({ names, n }) => JSON.stringify([sorted(names), Object.entries(Object(n)).sort()]))
  return { nodes: texts.sort(), edges, state: { ...state, seen: state?.seen ?? null } }
}

const sorted = (list: unknown): readonly string[] => (Array.isArray(list) ? list.map(String).sort() : [])
