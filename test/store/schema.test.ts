import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { STORE_SCHEMA } from '../../src/store/schema.ts'

const kept = [...STORE_SCHEMA.unique, ...STORE_SCHEMA.indexes.filter(({ only }) => only === undefined)]
const dropped = STORE_SCHEMA.indexes.filter(({ only }) => only !== undefined)

test('what is dropped at close shares its property with no index that stays', () => {
  // The embedded engine has one index for a property of all labels: dropping that of one takes it from all.
  const properties = new Set(kept.map(({ property }) => property))
  expect(dropped.filter(({ property }) => properties.has(property))).toEqual([])
})

test('a start builds no index that only loads look at', async () => {
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
    await engine.close()
    const again = await open()
    expect(again.names).toEqual(['index_Row_id'])
    await again.engine.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
