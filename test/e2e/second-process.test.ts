import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { exitOf, readApi, run, start } from './run-cli.ts'

const QUERY = '{ stories { totalCount } }'

describe('second process on the same database', { timeout: 60_000 }, () => {
  const data = mkdtempSync(join(tmpdir(), 'sanad-second-'))
  const owner = join(data, 'owner.json')
  let server: ChildProcess
  let api: string
  let before: string
  beforeAll(async () => {
    expect((await run(['seed', 'seeds', '--data', data])).code).toBe(0)
    before = (await run(['stats', '--json', '--data', data])).stdout
    server = start(['serve', '--port', '0', '--data', data, '--json'])
    api = await readApi(server)
  }, 60_000)
  afterAll(async () => {
    const ended = exitOf(server)
    if (server.kill('SIGKILL')) await ended
    rmSync(data, { recursive: true, force: true })
  })

  it.each(['serve --port 0', 'seed seeds'])('gets the owner and a remedy in its error: %s', async (args) => {
    const { code, stdout, stderr } = await run([...args.split(' '), '--data', data])
    expect(code).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toBe(
      `sanad: The database in ${data} is in use by process ${server.pid} (sanad serve, ${api}): stop it, or query its API; only Neo4j (NEO4J_URI) takes several at once.\n`,
    )
  })

  it('gets the same error where it uses the same port too', async () => {
    const { code, stderr } = await run(['serve', '--port', new URL(api).port, '--data', data])
    expect(code).toBe(1)
    expect(stderr).toContain(`is in use by process ${server.pid} (sanad serve, ${api})`)
  })

  it('reads through the API of the server', async () => {
    const queried = await run(['query', '-e', QUERY, '--json', '--data', data])
    expect(queried).toMatchObject({ code: 0, stdout: expect.stringMatching(/"totalCount":\d+/), stderr: '' })
    const counted = await run(['stats', '--json', '--data', data])
    expect(JSON.parse(counted.stdout)).toEqual(JSON.parse(before))
    expect((await run(['export-schema'])).code).toBe(0)
    expect((await run(['query', '-e', '{ wrong }', '--data', data])).code).toBe(1)
  })

  it('leaves the server responding and stopping as before', async () => {
    const body = JSON.stringify({ query: QUERY })
    const response = await fetch(api, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
    expect(response.status).toBe(200)
    expect(JSON.parse(readFileSync(owner, 'utf8'))).toEqual({ pid: server.pid, command: 'sanad serve', api })
    server.kill('SIGTERM')
    expect(await exitOf(server)).toBe(0)
    expect(existsSync(owner)).toBe(false)
    expect(JSON.parse((await run(['stats', '--json', '--data', data])).stdout)).toEqual(JSON.parse(before))
  })

  it('ignores the owner file of a killed server', async () => {
    const dead = start(['serve', '--port', '0', '--data', data, '--json'])
    const gone = await readApi(dead)
    dead.kill('SIGKILL')
    await exitOf(dead)
    expect(readFileSync(owner, 'utf8')).toContain(gone)

    const engine = await openEmbedded({ path: join(data, 'graph.grafeo'), readTimeoutMs: 5000 })
    const { code, stderr } = await run(['seed', 'seeds', '--data', data])
    await engine.close()
    expect(code).toBe(1)
    expect(stderr).toMatch(/^sanad: The database in \S+ is in use by another process: wait until it ends, or stop it;/)

    const counted = await run(['stats', '--json', '--data', data])
    expect(JSON.parse(counted.stdout)).toEqual(JSON.parse(before))
    expect(existsSync(owner)).toBe(false)
  })

  it.each(['', 'not json', '{"pid":0}', '{"pid":1,"command":"x","api":"file:///etc/passwd"}'])(
    'reports an unknown owner for an invalid owner file: %j',
    async (text) => {
      const engine = await openEmbedded({ path: join(data, 'graph.grafeo'), readTimeoutMs: 5000 })
      writeFileSync(owner, text)
      const { code, stderr } = await run(['stats', '--data', data])
      await engine.close()
      expect(code).toBe(1)
      expect(stderr).toContain('is in use by another process')
    },
  )
})
