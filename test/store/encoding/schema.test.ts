import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import grafeo from '@grafeo-db/js'
import { afterAll, describe, expect, it } from 'vitest'
import { STORE_SCHEMA } from '../../../src/store/encoding/schema.ts'
import { openEmbedded } from '../../../src/store/engines/embedded.ts'
import type { Engine, IndexSpec } from '../../../src/store/engines/engine.ts'

const nameOf = ({ label, property }: Pick<IndexSpec, 'label' | 'property'>): string => `index_${label}_${property}`
const behindUnique = STORE_SCHEMA.unique.map(({ label, properties: [property] }) => nameOf({ label, property }))
const only = (use: IndexSpec['only']): string[] =>
  STORE_SCHEMA.indexes.filter((index) => index.only === use).map(nameOf)
const forReads = [...new Set([...behindUnique, ...only(undefined)])].toSorted()
const forLoads = [...new Set([...forReads, ...only('loads')])].toSorted()

describe('indexes of the embedded engine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-schema-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  async function open(): Promise<Engine> {
    const engine = await openEmbedded({ path: join(folder, 'graph.grafeo'), readTimeoutMs: 5_000 })
    await engine.ensureSchema(STORE_SCHEMA)
    return engine
  }
  const names = async (engine: Engine): Promise<string[]> =>
    (await engine.forLoads.run('SHOW INDEXES')).map((row) => String(row['name'])).toSorted()

  it('are absent after opening, and are built on first need', async () => {
    const first = await open()
    await first.prepareLoads()
    expect(await names(first)).toEqual(forLoads)
    await first.close()
    const again = await open()
    expect(await names(again)).toEqual([])
    await again.checkHealth()
    await again.forLoads.run('RETURN 1 AS one')
    expect(await names(again)).toEqual([])
    // Reads of clients wait for the indexes of slugs.
    await again.run('RETURN 1 AS one')
    expect(await names(again)).toEqual(behindUnique.filter((name) => name !== 'index_State_thing').toSorted())
    await again.prepareReads(0)
    expect(await names(again)).toEqual(forReads)
    await again.close()
  })

  // A kill during the removal of indexes leaves the later ones: see docs/reference/engines.md.
  it('are used again for all labels after that of the first label is rebuilt', async () => {
    const db = grafeo.GrafeoDB.create(null)
    const create = (label: string) =>
      db.executeCypher(`CREATE INDEX index_${label}_id IF NOT EXISTS FOR (n:${label}) ON (n.id)`)
    const read = async () => (await db.executeCypher("MATCH (n:B {id: 'b7'}) RETURN n.id AS id")).rowsScanned
    await db.executeCypher(
      "UNWIND range(1, 50) AS i CREATE (:A {id: 'a' + toString(i)}) CREATE (:B {id: 'b' + toString(i)})",
    )
    for (const label of ['A', 'B']) await create(label)
    expect(await read()).toBe(1)
    await db.executeCypher('DROP INDEX index_A_id')
    expect(await read()).toBe(50)
    await create('A')
    expect(await read()).toBe(1)
    db.close()
  })
})
