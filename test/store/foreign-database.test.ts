import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FORMAT, STORE_SCHEMA } from '../../src/store/encoding/schema.ts'
import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { readVersion } from '../../src/version.ts'
import { openStore } from '../open-store.ts'

const FILE = 'graph.grafeo'
let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'sanad-foreign-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const open = (mustExist = false, folder = dataDir) =>
  openStore({ neo4jUri: '', neo4jUser: '', neo4jPassword: '', dataDir: folder, readTimeoutMs: 5000, mustExist })
const openPlain = () => openEmbedded({ path: join(dataDir, FILE), readTimeoutMs: 5000 })

async function expectRefusal(format: number | null): Promise<void> {
  const found = format === null ? 'a format without a number, older than format 1' : `format ${format}`
  const path = join(dataDir, FILE)
  const remedy = 'choose another folder with --data, and rebuild the database from its stories with `sanad seed`.'
  const message = `The database ${path} has ${found}, and sanad ${readVersion()} reads format ${FORMAT} only: ${remedy}`
  for (const mustExist of [false, true]) {
    await expect(open(mustExist)).rejects.toMatchObject({ code: 'STORE_DAMAGED', message })
  }
}

describe('database file', () => {
  it('from another program is rejected, and gets no constraint and no node', async () => {
    const theirs = await openPlain()
    await theirs.transaction((tx) => tx.run("CREATE (m:Movie {title: 'The Matrix'})"))
    await theirs.close()
    for (const mustExist of [false, true]) {
      await expect(open(mustExist)).rejects.toMatchObject({
        code: 'STORE_DAMAGED',
        message: `The database ${join(dataDir, FILE)} has data of another program and none of Sanad; choose another folder with --data.`,
      })
    }
    const after = await openPlain()
    expect(await after.run('MATCH (n) RETURN labels(n) AS labels, n.title AS title')).toEqual([
      { labels: ['Movie'], title: 'The Matrix' },
    ])
    expect(await after.run('SHOW CONSTRAINTS')).toEqual([])
    await after.close()
  })

  it.each([null, 1, FORMAT - 1])(
    'in format %s is rejected with the command that rebuilds it, and left unchanged',
    async (format) => {
      await (await open()).database.close()
      const before = await openPlain()
      await before.transaction((tx) => tx.run('MATCH (r:StoreState) SET r.format = $format', { format }))
      await before.close()
      await expectRefusal(format)
      const after = await openPlain()
      expect(await after.run('MATCH (r:StoreState) RETURN r.format AS format')).toEqual([{ format }])
      await after.close()
    },
  )

  it.each([null, 3])(
    'in format %s, with that format’s label, is distinguished from another program’s',
    async (format) => {
      const older = await openPlain()
      const create = "CREATE (r:Record {id: 'record', published: 2, loading: false, format: $format})"
      await older.transaction((tx) => tx.run(create, { format }))
      await older.close()
      await expectRefusal(format)
    },
  )

  it('that is absent or empty is created only with permission to create', async () => {
    const typo = join(dataDir, 'typo')
    const refusal = (folder: string): object => ({
      code: 'NOT_FOUND',
      message: `The database ${join(folder, FILE)} does not exist or is empty; choose another folder with --data, or fill it with \`sanad seed\`.`,
    })
    await expect(open(true, typo)).rejects.toMatchObject(refusal(typo))
    expect(existsSync(typo)).toBe(false)
    await expect(open(true)).rejects.toMatchObject(refusal(dataDir))
    expect(readdirSync(dataDir)).toEqual([])
    const empty = await openPlain()
    await empty.flush()
    await empty.close()
    await expect(open(true)).rejects.toMatchObject(refusal(dataDir))
    // A crash between creating the schema and the StoreState node leaves an empty database.
    const begun = await openPlain()
    await begun.ensureSchema(STORE_SCHEMA)
    await begun.close()
    await expect(open(true)).rejects.toMatchObject(refusal(dataDir))
    const made = await open()
    await made.database.close()
    const again = await open(true)
    expect(await again.store.revisionAt(null)).toBe(0)
    await again.database.close()
  })
})
