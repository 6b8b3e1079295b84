import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSeeds } from '../../src/ingest/read-seeds.ts'
import { MAX_MESSAGE, MAX_PROBLEMS } from '../../src/ingest/seed-limits.ts'
import { measureCli } from '../e2e/measure-cli.ts'
import { isWithinCpu } from '../slowness.ts'
import { NOW } from './good-seed.ts'
import { type Kind, SEED_KINDS, YAML_KINDS } from './hostile-kinds.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'sanad-hostile-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

const KINDS = Object.entries({ ...YAML_KINDS, ...SEED_KINDS })
/** Far enough apart that quadratic cost exceeds the constant cost of each token. */
const [SMALL, LARGE] = process.env.CI ? [10_000, 60_000] : [5000, 30_000]
const MAX_RATIO = (LARGE / SMALL) * 1.7
/** Below it, compilation and garbage collection outweigh the work. */
const FLOOR_MS = process.env.CI ? 60 : 30

describe('hostile seed', { timeout: 60_000 }, () => {
  it.each(KINDS)(
    'takes time in proportion to its size and reports a bounded number of problems: %s',
    async (_, kind) => {
      const small = await cpuOf(kind, SMALL)
      const large = await cpuOf(kind, LARGE)
      expect(large, `after ${small} ms`).toBeLessThan(MAX_RATIO * Math.max(small, FLOOR_MS))
      const { problems } = await problemsOf(kind(1000))
      for (const { line, column, path, message } of problems) {
        expect(line).toBeGreaterThan(0)
        expect(column).toBeGreaterThan(0)
        expect(path.length).toBeLessThanOrEqual(MAX_MESSAGE)
        expect(message.length).toBeLessThanOrEqual(MAX_MESSAGE)
      }
      expect(problems.length).toBeLessThanOrEqual(MAX_PROBLEMS)
    },
  )

  it('is reported with its first problems by line, and the number of the others', async () => {
    const { problems, unlisted } = await problemsOf(`uses: [${'{},'.repeat(200)}]\nclaims: 1\n`)
    expect(problems).toHaveLength(MAX_PROBLEMS)
    expect(unlisted).toEqual([{ file: expect.stringMatching(/x\.yaml$/), count: 200 * 2 + 1 - MAX_PROBLEMS }])
  })
})

const UNKNOWN_KEYS = YAML_KINDS['unknown keys'] ?? (() => '')
const ANCHORS = YAML_KINDS['anchors'] ?? (() => '')
const NAMED: readonly (readonly [string, string, RegExp])[] = [
  ['a list that contains itself', '&a [*a]', /x\.yaml:1:5 contains itself/],
  ['500,000 empty items', `claims:\n${'  -\n'.repeat(500_000)}`, /x\.yaml:100000:4 has more than 100000 lines/],
  ['500,000 empty maps', `claims: [${'{},'.repeat(500_000)}]`, /x\.yaml:1:\d+ has more than 200000 keys/],
  ['300,000 unknown keys', UNKNOWN_KEYS(900_000), /x\.yaml:66667:\d+ has more than 200000 keys/],
  ['100,000 anchors', ANCHORS(200_000), /x\.yaml:1002:5 has more than 1000 anchors/],
]

describe('sanad check', { timeout: 60_000 }, () => {
  it.each(NAMED)('reports the place of %s', async (_, text, message) => {
    writeFileSync(join(dir, 'x.yaml'), text)
    const { code, stdout, cpuMs, peakMb } = await measureCli(['check', dir], ['--max-old-space-size=512'])
    expect(code).toBe(1)
    expect(stdout).toMatch(message)
    expect(isWithinCpu(cpuMs, 2000), `${cpuMs} ms`).toBe(true)
    expect(peakMb).toBeLessThan(512)
  })

  it('reports the number of unlisted problems in a file with the maximum', async () => {
    writeFileSync(join(dir, 'x.yaml'), UNKNOWN_KEYS(199_000))
    const { stdout, cpuMs, peakMb } = await measureCli(['check', dir], ['--max-old-space-size=512'])
    expect(stdout).toMatch(/x\.yaml: 66234 more problems not listed\n66334 problems\n$/)
    // Unlike the four named cases, this file is within the limits, so all of it is parsed.
    expect(isWithinCpu(cpuMs, 4000), `${cpuMs} ms`).toBe(true)
    expect(peakMb).toBeLessThan(512)
  })
})

async function problemsOf(text: string) {
  writeFileSync(join(dir, 'x.yaml'), text)
  const read = await readSeeds(dir, { now: NOW })
  return 'problems' in read ? read : { problems: [], unlisted: [] }
}

async function cpuOf(kind: Kind, size: number): Promise<number> {
  const text = kind(size)
  const before = process.cpuUsage()
  await problemsOf(text)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
