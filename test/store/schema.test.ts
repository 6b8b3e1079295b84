import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openEmbedded } from '../../src/store/engines/embedded.ts'
import type { IndexSpec } from '../../src/store/engines/engine.ts'
import { STORE_SCHEMA } from '../../src/store/schema.ts'

const dropped = STORE_SCHEMA.indexes.filter(({ only }) => only !== undefined)
const behindUnique = STORE_SCHEMA.unique.map(({ label, properties: [property] }) => ({ label, property }))
const kept = [
  ...behindUnique.filter((one) => !dropped.some((other) => isSame(one, other))),
  ...STORE_SCHEMA.indexes.filter(({ only }) => only === undefined),
]

test('what is dropped at close shares its property with no index that stays', () => {
  // The embedded engine has one index for a property of all labels: dropping that of one takes it from all.
  const properties = new Set(kept.map(({ property }) => property))
  expect(dropped.filter(({ property }) => properties.has(property))).toEqual([])
})

test('a start builds no index over rows of all kinds', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-schema-'))
  const open = async () => {
    const engine = await openEmbedded({ path: join(folder, 'graph.grafeo'), readTimeoutMs: 5_000 })
    await engine.ensureSchema(STORE_SCHEMA)
    const names = (await engine.run('SHOW INDEXES')).map((row) => String(row['name']))
    return { engine, names: names.filter((name) => name.startsWith('index_Row_')) }
  }
  try {
    const { engine } = await open()
    await engine.prepareLoads()
    const names = (await engine.run('SHOW INDEXES')).map((row) => row['name'])
    expect(names).toEqual(expect.arrayContaining(['index_Row_thing', 'index_Row_loadSet']))
    await engine.close()
    const again = await open()
    expect(again.names).toEqual([])
    // An unknown address asks whether anything ever was there; without this index that reads every row.
    await again.engine.prepareSearch(0)
    const after = (await again.engine.run('SHOW INDEXES')).map((row) => row['name'])
    expect(after).toContain('index_Row_thing')
    expect(after).not.toContain('index_Row_loadSet')
    await again.engine.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

type Index = Pick<IndexSpec, 'label' | 'property'>
function isSame(one: Index, other: Index): boolean {
  return one.label === other.label && one.property === other.property
}
