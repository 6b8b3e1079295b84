import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { STANDINGS, standingName } from '../../src/domain/standing.ts'
import { openStore } from '../open-store.ts'
import { exitOf, readApi, run, start } from './run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'sanad-stats-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('sanad stats', { timeout: 30_000 }, () => {
  it('prints the same with and without a server that has the database open', async () => {
    const data = join(folder, 'data')
    const server = start(['serve', '--port', '0', '--data', data, '--json'])
    await readApi(server)
    const through = await run(['stats', '--data', data])
    server.kill('SIGTERM')
    await exitOf(server)
    const closed = await run(['stats', '--data', data])
    expect(closed.stdout).toBe(through.stdout)
    const [, counts = ''] = /\n\n(DISPUTED .*)$/s.exec(closed.stdout) ?? []
    const named = counts.split('\n').map((line) => line.split(' ')[0])
    expect(named).toEqual(expect.arrayContaining(['DENIED', 'STATED', 'STATED_NOT', 'REPORTED', 'ALLEGED']))
    const ordered = [...new Set(STANDINGS.map(standingName))]
    expect(named.filter(Boolean)).toEqual(ordered.filter((name) => named.includes(name)))
    expect(closed.stderr).toBe('')
  })

  it('reports an empty database, as after a killed first load', async () => {
    const data = join(folder, 'begun')
    const begun = { neo4jUri: '', neo4jUser: '', neo4jPassword: '', dataDir: data, readTimeoutMs: 5000 }
    await (await openStore(begun)).database.close()
    const { code, stdout, stderr } = await run(['stats', '--data', data])
    expect(stderr).toBe('Nothing was loaded yet; `sanad seed seeds` does it.\n')
    expect(stdout).toContain('revision 0')
    expect(code).toBe(0)
  })
})
