import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { exitOf, readApi, run, start } from './run-cli.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sanad-cli-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('command line', { timeout: 30_000 }, () => {
  it('prints help with examples', async () => {
    const { code, stdout } = await run(['--help'])
    expect(code).toBe(0)
    expect(stdout).toContain('Examples:')
    for (const command of ['serve', 'seed', 'check', 'query', 'stats', 'export', 'export-schema'])
      expect(stdout).toContain(command)
  })

  it.each([[['wrong']], [['serve', '--port', 'x']], [['serve', '--wrong']], [['seed']], [[]]])(
    'exits with 2 on wrong usage: %j',
    async (args) => {
      const { code, stdout, stderr } = await run(args)
      expect(code).toBe(2)
      expect(stdout).toBe('')
      expect(stderr).not.toBe('')
    },
  )

  it('reports in one line that the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const data = join(folder, 'data-port')
    for (const where of [['--in-memory'], ['--data', data]]) {
      const { code, stdout, stderr } = await run(['serve', ...where, '--port', String(port)])
      expect(code).toBe(1)
      expect(stdout).toBe('')
      expect(stderr).toBe(`sanad: Port ${port} is taken by another program; use --port to choose another.\n`)
    }
    other.close()
    expect(existsSync(data)).toBe(false)
  })

  it.each(['stats', 'check --database', 'query -e {__typename}'])(
    'creates no database for a command that reads: %s',
    async (command) => {
      const data = join(folder, 'typo')
      const { code, stdout, stderr } = await run([...command.split(' '), '--data', data])
      expect(code).toBe(1)
      expect(stdout).toBe('')
      expect(stderr).toBe(
        `sanad: The database ${join(data, 'graph.grafeo')} does not exist or is empty; choose another folder with --data, or fill it with \`sanad seed\`.\n`,
      )
      expect(existsSync(data)).toBe(false)
    },
  )

  it('reports in one line that a database belongs to another program', async () => {
    const data = join(folder, 'foreign')
    await mkdir(data)
    const theirs = await openEmbedded({ path: join(data, 'graph.grafeo'), readTimeoutMs: 5000 })
    await theirs.transaction((tx) => tx.run("CREATE (m:Movie {title: 'The Matrix'})"))
    await theirs.close()
    const { code, stderr } = await run(['serve', '--port', '0', '--data', data])
    expect(code).toBe(1)
    expect(stderr).toMatch(/^sanad: The database \S+ has data of another program and none of Sanad; [^\n]+\n$/)
  })

  it('reports in one line that a folder is not writable', async () => {
    const file = join(folder, 'a-file')
    await writeFile(file, '')
    const { code, stderr } = await run(['seed', 'seeds', '--data', join(file, 'below')])
    expect(code).toBe(1)
    expect(stderr).toMatch(/^sanad: [^\n]+\n$/)
    expect(stderr).not.toContain('unexpected')
  })

  it('creates its database in an existing folder', async () => {
    const data = join(folder, 'made-before')
    await mkdir(data)
    expect((await run(['seed', 'seeds', '--data', data])).code).toBe(0)
    expect((await run(['stats', '--data', data])).stdout).toContain('revision 1')
  })

  it('reports in one line that a folder of stories does not exist', async () => {
    const { code, stderr } = await run(['seed', join(folder, 'none'), '--data', join(folder, 'data-none')])
    expect(code).toBe(1)
    expect(stderr).toMatch(/^sanad: There is no folder [^\n]+\n$/)
  })

  it('exports the schema', async () => {
    const { code, stdout } = await run(['export-schema'])
    expect(code).toBe(0)
    expect(stdout).toContain('type Query')
  })

  it('runs a query without a server, and fails where the response has errors', async () => {
    const data = join(folder, 'data-query')
    expect((await run(['seed', 'seeds', '--data', data])).code).toBe(0)
    const good = await run(['query', '-e', '{ __typename }', '--json', '--data', data])
    expect(JSON.parse(good.stdout)).toMatchObject({ data: { __typename: 'Query' } })
    expect(good.code).toBe(0)
    expect((await run(['query', '-e', '{ wrong }', '--data', data])).code).toBe(1)
    expect((await run(['query', 'no-such-example', '--data', data])).stderr).toMatch(
      /^sanad: no-such-example is neither/,
    )
  })

  it('exits with 2 for a missing or invalid query', async () => {
    const [nothing, noQuestion, noObject] = await Promise.all([
      run([]),
      run(['query']),
      run(['query', 'not-known', '--variables', '[]']),
    ])
    expect([nothing.code, noQuestion.code, noObject.code]).toEqual([2, 2, 2])
    expect(noQuestion.stderr).toContain('give a file, -e TEXT, or one of the examples: what-x-says')
    expect(noObject.stderr).toContain('It must be a JSON object')
  })

  it('exits with 1 where the data folder cannot be created', async () => {
    const { code, stderr } = await run(['serve', '--port', '0', '--data', '/proc/nothing/here'])
    expect(code).toBe(1)
    expect(stderr).toContain('cannot be used as the folder of the database')
  })

  it('exits promptly on SIGTERM after it has drawn a picture and a network', async () => {
    const child = start(['serve', '--in-memory', '--port', '0', '--json'])
    const site = new URL('/', await readApi(child))
    for (const path of ['card/claim/x-sells-user-data.png?lang=en', 'embed/network/x?lang=en']) {
      expect((await fetch(new URL(path, site))).status).toBe(200)
    }
    const started = performance.now()
    child.kill('SIGTERM')
    expect(await exitOf(child)).toBe(0)
    expect(performance.now() - started).toBeLessThan(5000)
  })

  it('serves the stories, answers over HTTP, and exits with 0 on SIGTERM', async () => {
    const child = start(['serve', '--port', '0', '--data', join(folder, 'data-serve'), '--json'])
    const exited = exitOf(child)
    const api = await readApi(child)
    const body = JSON.stringify({ query: '{ stories { totalCount } }' })
    const response = await fetch(api, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ data: { stories: { totalCount: expect.any(Number) } } })
    child.kill('SIGTERM')
    expect(await exited).toBe(0)
  })
})
