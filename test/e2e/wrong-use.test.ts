import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { EXAMPLES } from '../../src/graphql/examples.ts'
import { run } from './run-cli.ts'

const STORY = 'seeds/roll20-personal-data'
const folder = mkdtempSync(join(tmpdir(), 'sanad-use-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('wrong usage', { timeout: 30_000 }, () => {
  it.each<[readonly string[], string]>([
    [['serve', '--in-memory', '--data', 'x'], "option '--in-memory' cannot be used with option '--data <folder>'"],
    [['query', '-e', '{ a }', '--in-memory', '--data', 'x'], "option '--in-memory' cannot be used with"],
    [['query', 'who-owned-x', '-e', '{ a }', '--in-memory'], 'who-owned-x and -e are two queries: give one'],
    [['query', 'who-owned-x', '--seeds', 'seeds'], 'add --in-memory'],
    [['check', 'seeds', '--data', 'x'], 'add --database'],
    [['serve', '--data', ''], "option '--data <folder>' argument '' is invalid. It must name a folder, but is empty."],
    [['serve', '--seeds', ''], 'It must name a folder, but is empty.'],
    [['serve', '--host', ''], 'It must be an address such as 127.0.0.1, but is empty.'],
    [['stats', '--data='], 'It must name a folder, but is empty.'],
    [['seed', ''], "command-argument value '' is invalid for argument 'folder'. It must name a folder, but is empty."],
  ])('is rejected without ignoring any option: %j', async (args, sentence) => {
    const { code, stdout, stderr } = await run(args)
    expect(stderr).toContain(sentence)
    expect(stdout).toBe('')
    expect(code).toBe(2)
  })

  it('with a file instead of a folder gets the name of its folder', async () => {
    const checked = await run(['check', `${STORY}/claims.yaml`])
    expect(checked.stdout).toContain(`${STORY}/claims.yaml:1:1 is a file: name its folder, ${STORY}\n`)
    expect(checked.code).toBe(1)
    const data = join(folder, 'file')
    const loaded = await run(['seed', `${STORY}/claims.yaml`, '--data', data])
    expect(loaded.stderr).toBe(`sanad: ${STORY}/claims.yaml is a file; name its folder, ${STORY}.\n`)
    expect(loaded.code).toBe(1)
  })

  it('names the nearest example for one that does not exist', async () => {
    const { code, stdout, stderr } = await run(['query', 'who-ownd-x', '--in-memory'])
    expect(stderr).toContain('who-ownd-x is neither a file nor one of the examples')
    expect(stderr).toContain('Did you mean who-owned-x?')
    expect(stdout).toBe('')
    expect(code).not.toBe(0)
  })

  it('is reported to programs with its code, on one line', async () => {
    const missing = join(folder, 'missing')
    const bad = join(folder, 'bad')
    mkdirSync(bad)
    writeFileSync(join(bad, 'claims.yaml'), 'claims:\n  - id: x\n    subjct: y\n')
    const tell = async (...args: readonly string[]) => {
      const { code, stdout, stderr } = await run([...args, '--json'])
      expect([code, stdout, stderr.split('\n').length]).toEqual([1, '', 2])
      return JSON.parse(stderr)
    }
    const seeded = await tell('seed', bad, '--data', join(folder, 'bad-data'))
    expect(seeded).toEqual({ error: { code: 'INVALID_SEED', message: expect.stringContaining('`sanad check') } })
    const query = ['query', '-e', '{ __typename }', '--data', missing]
    expect(await tell(...query)).toEqual({ error: { code: 'NOT_FOUND', message: expect.stringContaining(missing) } })
  })

  it('with a damaged database gets the path of the database', async () => {
    const data = join(folder, 'damaged')
    mkdirSync(data)
    writeFileSync(join(data, 'graph.grafeo'), 'hello')
    const { code, stderr } = await run(['stats', '--data', data])
    expect(stderr).toBe(
      `sanad: The database ${join(data, 'graph.grafeo')} is damaged, or was not written by Sanad; restore a backup, or choose another folder with --data.\n`,
    )
    expect(code).toBe(1)
  })
})

describe('--help', { timeout: 30_000 }, () => {
  it.each(['serve', 'seed', 'check', 'query', 'stats', 'export', 'export-schema'])(
    'for %s has an example',
    async (command) => {
      const { code, stdout } = await run([command, '--help'])
      expect(stdout).toMatch(new RegExp(`^ {2}\\$ sanad ${command}`, 'm'))
      expect(code).toBe(0)
    },
  )

  it('for query lists the example queries', async () => {
    const { stdout } = await run(['query', '--help'])
    for (const { name, title: query } of EXAMPLES) expect(stdout).toMatch(new RegExp(`^ {2}${name} +${query[0]}`, 'm'))
  })
})
