import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadSeeds } from '../../src/cli/load-seeds.ts'
import { readSeeds } from '../../src/ingest/read-seeds.ts'
import type { SeedProblem } from '../../src/ingest/seed-problem.ts'
import { type OpenStore, openStore } from '../open-store.ts'
import { isWithinCpu } from '../slowness.ts'
import { BAD_CHARACTERS, GOOD_FUTURES, SAME_AS_GOOD } from './bad-characters.ts'
import { BAD_FORMER_SLUGS } from './bad-former-slugs.ts'
import { BAD_REPEATS, GOOD_REPEATS } from './bad-repeats.ts'
import { BAD_RETRACTIONS, GOOD_RETRACTIONS } from './bad-retractions.ts'
import { BAD, type Files } from './bad-seed-cases.ts'
import { BAD_TEXTS_AND_DAYS, GOOD_DAYS } from './bad-texts-and-days.ts'
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
  afterAll(() => open.database.close())
  beforeEach(() => {
    dir = ''
  })
  afterEach(() => rmSync(dir, { recursive: true, force: true }))

  it.each([...BAD, ...BAD_FORMER_SLUGS, ...BAD_RETRACTIONS, ...BAD_REPEATS, ...BAD_TEXTS_AND_DAYS, ...BAD_CHARACTERS])(
    'are reported with place and reason, and write nothing: $what',
    async ({ files, problem, message }) => {
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
    },
  )

  it('larger than the file limit are rejected unread: 50 MB', async () => {
    dir = writeSeed(GOOD)
    const path = join(dir, 'large.yaml')
    writeFileSync(path, '# large\n')
    truncateSync(path, 50 * 1024 * 1024)
    const before = process.cpuUsage()
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
    const { user, system } = process.cpuUsage(before)
    expect(isWithinCpu((user + system) / 1000, 1000)).toBe(true)
    await expectNothingWritten()
  })

  it('have all their problems reported in one run, by file and line', async () => {
    dir = writeSeed({ ...GOOD, 'a.yaml': 'a: 1\nb: 1\n', 'b.yaml': '[', 'c.yaml': 'c: 1\n' })
    const problems = await problemsOf(dir)
    expect(problems.map((p) => `${p.file.split('/').at(-1)}:${p.line}`)).toEqual([
      'a.yaml:1',
      'a.yaml:2',
      'b.yaml:1',
      'c.yaml:1',
    ])
  })

  it('have problems of well-formed parts reported beside those of malformed parts', async () => {
    const things = GOOD['things.yaml'].replace('kind: Service', 'kind: Website')
    const claims = GOOD['claims.yaml'].replace('COLLECTS', 'DOES_NOT_COLLECT')
    const other = claimOf('polcy').replace('polarity: AFFIRMS', 'polarity: UNKNOWN')
    dir = writeSeed({ ...GOOD, 'things.yaml': things, 'claims.yaml': claims, 'other.yaml': other })
    expect((await problemsOf(dir)).map(({ code, file, path }) => [code, file.split('/').at(-1), path])).toEqual([
      ['INVALID', 'claims.yaml', 'claims[0].predicate'],
      ['RULE_BROKEN', 'other.yaml', 'claims[0].assertions[0].polarity'],
      ['UNKNOWN_REFERENCE', 'other.yaml', 'claims[0].assertions[0].source'],
      ['INVALID', 'things.yaml', 'entities[0].kind'],
    ])
    await expectNothingWritten()
  })

  const BROKEN: readonly (readonly [string, string | Uint8Array])[] = [
    ['of another form', 'sources:\n  - id: memo\n    kind: NONE\n'],
    ['no YAML', 'sources:\n  - id: memo\n  kind: [\n'],
    ['no UTF-8', new Uint8Array([...Buffer.from('sources:\n  - id: memo # '), 0xff])],
  ]
  it.each(BROKEN)('report only the file that is %s, since it may define missing references', async (_, text) => {
    dir = writeSeed({ ...GOOD, 'other.yaml': claimOf('memo'), 'zz.yaml': text })
    const problems = await problemsOf(dir)
    expect(problems.length).toBeGreaterThan(0)
    for (const { file } of problems) expect(file).toMatch(/zz\.yaml$/)
  })

  it('report only the malformed story file, since it may name the missing claims', async () => {
    dir = writeSeed({ ...GOOD, 'story.yaml': GOOD['story.yaml'].replace('summary', 'sumary') })
    for (const { file } of await problemsOf(dir)) expect(file).toMatch(/story\.yaml$/)
  })

  /** Another claim like the good one, with an assertion from the given source. */
  function claimOf(source: string): string {
    const renamed = GOOD['claims.yaml'].replace('x-collects-biometric', 'x-collects-more').replace('x-says', 'x-tells')
    return renamed
      .replace('COLLECTS', 'PROCESSES')
      .replace('source: policy', `source: ${source}`)
      .replace(/ +quote: .*\n/, '')
  }

  async function expectNothingWritten(): Promise<void> {
    await expect(loadSeeds(open, dir, SILENT, () => NOW)).rejects.toMatchObject({ code: 'INVALID_SEED' })
    expect(await everything(open)).toEqual(before)
  }
})

it('the good seed, from which the bad ones are derived, has no problem', async () => {
  const dir = writeSeed(GOOD)
  expect(await problemsOf(dir)).toEqual([])
  rmSync(dir, { recursive: true })
})

it.each([
  ...GOOD_RETRACTIONS.map(([what, files]) => [`seed with a retraction by ${what}`, files] as const),
  ...GOOD_REPEATS.map(([what, files]) => [`seed with a near repeat (${what})`, files] as const),
  ...GOOD_FUTURES.map(({ what, files }) => [`seed with ${what}`, files] as const),
  ...GOOD_DAYS.map(([what, files]) => [`seed with an assertion ${what}`, files] as const),
])('%s has no problem', async (_, files) => {
  const dir = writeSeed(files)
  expect(await problemsOf(dir)).toEqual([])
  rmSync(dir, { recursive: true })
})

describe('seed', () => {
  const objectsIn = async (files: Files): Promise<unknown> => {
    const dir = writeSeed(files)
    const read = await readSeeds(dir, { now: NOW })
    rmSync(dir, { recursive: true })
    return 'dataset' in read ? { ...read.dataset, contentHash: '' } : read.problems
  }

  it.each(SAME_AS_GOOD)('is the same with another spelling: $what', async ({ files }) => {
    expect(await objectsIn(files)).toEqual(await objectsIn(GOOD))
  })
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
