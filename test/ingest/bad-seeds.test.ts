import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadSeeds } from '../../src/cli/load-seeds.ts'
import { readSeeds } from '../../src/ingest/read-seeds.ts'
import type { SeedProblem } from '../../src/ingest/seed-problem.ts'
import { type OpenStore, openStore } from '../../src/store/open-store.ts'
import { BAD, type Files } from './bad-seed-cases.ts'
import { GOOD, NOW } from './good-seed.ts'

const SILENT = { write: () => undefined, note: () => undefined, progress: () => undefined }
describe('bad seeds', () => {
  let dir = ''
  let open: OpenStore
  let before: unknown
  beforeAll(async () => {
    open = await openStore({ neo4jUri: '', neo4jUser: '', neo4jPassword: '', dataDir: null, readTimeoutMs: 5000 })
    const first = writeSeed(GOOD)
    await loadSeeds(open, first, SILENT, () => NOW)
    rmSync(first, { recursive: true })
    before = await everything(open)
  })
  afterAll(() => open.store.close())
  beforeEach(() => {
    dir = ''
  })
  afterEach(() => rmSync(dir, { recursive: true, force: true }))

  it.each(BAD)('say where and what, and nothing is written: $what', async ({ files, problem, message }) => {
    dir = writeSeed(files)
    const [code, file, line, column, path] = problem
    expect(await problemsOf(dir)).toContainEqual({
      code,
      file: expect.stringMatching(new RegExp(`(^|/)${file}$`)),
      line,
      column,
      path,
      message: typeof message === 'string' ? message : expect.stringMatching(message),
    })
    await expectNothingWritten()
  })

  it('of 50 MB are not read', async () => {
    dir = writeSeed(GOOD)
    const path = join(dir, 'large.yaml')
    writeFileSync(path, '# large\n')
    truncateSync(path, 50 * 1024 * 1024)
    const startedMs = performance.now()
    expect(await problemsOf(dir)).toEqual([
      {
        code: 'UNREADABLE',
        file: expect.stringMatching(/large\.yaml$/),
        line: 1,
        column: 1,
        path: '',
        message: 'is 52428800 bytes, at most 5242880 are read: split it',
      },
    ])
    expect(performance.now() - startedMs).toBeLessThan(1000)
    await expectNothingWritten()
  })

  it('tell all problems at once, by file and line', async () => {
    dir = writeSeed({ ...GOOD, 'a.yaml': 'a: 1\nb: 1\n', 'b.yaml': '[', 'c.yaml': 'c: 1\n' })
    const problems = await problemsOf(dir)
    expect(problems.map((p) => `${p.file.split('/').at(-1)}:${p.line}`)).toEqual([
      'a.yaml:1',
      'a.yaml:2',
      'b.yaml:1',
      'c.yaml:1',
    ])
  })

  async function expectNothingWritten(): Promise<void> {
    await expect(loadSeeds(open, dir, SILENT, () => NOW)).rejects.toMatchObject({ code: 'INVALID_SEED' })
    expect(await everything(open)).toEqual(before)
  }
})

it('the good seed, which the bad ones differ from, has no problem', async () => {
  const dir = writeSeed(GOOD)
  expect(await problemsOf(dir)).toEqual([])
  rmSync(dir, { recursive: true })
})

function writeSeed(files: Files): string {
  const dir = mkdtempSync(join(tmpdir(), 'sanad-bad-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text)
  return dir
}

async function problemsOf(dir: string): Promise<readonly SeedProblem[]> {
  const result = await readSeeds(dir, { now: NOW })
  return 'problems' in result ? result.problems : []
}

const everything = ({ engine }: OpenStore): Promise<unknown> => engine.run('MATCH (n) RETURN n {.*} AS n ORDER BY n.id')
