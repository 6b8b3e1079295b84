import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { FORMAT } from '../../src/store/encoding/schema.ts'
import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { readVersion } from '../../src/version.ts'
import { run } from './run-cli.ts'

const STORY = 'seeds/roll20-personal-data'
const folder = mkdtempSync(join(tmpdir(), 'sanad-older-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('database in an older format', { timeout: 60_000 }, () => {
  it('is rejected by every command in one sentence, with a command that rebuilds it elsewhere', async () => {
    const data = join(folder, 'data')
    expect((await run(['seed', STORY, '--data', data])).code).toBe(0)
    const older = await openEmbedded({ path: join(data, 'graph.grafeo'), readTimeoutMs: 5000 })
    await older.transaction((tx) => tx.run('MATCH (r:StoreState) SET r.format = $format', { format: FORMAT - 1 }))
    await older.close()

    const sentence = `sanad: The database ${join(data, 'graph.grafeo')} has format ${FORMAT - 1}, and sanad ${readVersion()} reads format ${FORMAT} only: choose another folder with --data, and rebuild the database from its stories with \`sanad seed\`.\n`
    for (const command of [['stats'], ['seed', STORY], ['serve', '--no-seeds', '--port', '0']]) {
      const { code, stdout, stderr } = await run([...command, '--data', data])
      expect([command[0], code, stdout]).toEqual([command[0], 1, ''])
      expect(stderr.split('\n').filter((line) => line.startsWith('sanad: '))).toEqual([sentence.trimEnd()])
    }
    expect((await run(['seed', STORY, '--data', join(folder, 'rebuilt')])).code).toBe(0)
  })
})
