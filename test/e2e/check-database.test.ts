import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseName } from '../../src/cli/commands/check-database.ts'
import { STORE_SCHEMA } from '../../src/store/encoding/schema.ts'
import { openEmbedded } from '../../src/store/engines/embedded.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { writeStory } from './generated-story.ts'
import { run } from './run-cli.ts'

const CLAIMS = 210
const folder = mkdtempSync(join(tmpdir(), 'sanad-check-'))
const data = join(folder, 'data')
const check = (...options: string[]): ReturnType<typeof run> => run(['check', '--database', '--data', data, ...options])

describe('sanad check --database', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    const stories = join(folder, 'stories')
    writeStory(stories, { id: 'generated', claims: Array.from({ length: CLAIMS }, (_, i) => i), denied: true })
    expect((await run(['seed', stories, '--data', data])).code).toBe(0)
  }, 30_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('reports no difference after a load, over several pages', async () => {
    const { code, stdout } = await check()
    expect(stdout).toBe(`${data}: no differences in ${CLAIMS} claims at revision 1\n`)
    expect(code).toBe(0)
  })

  it('reports no difference in the supplied stories', async () => {
    const own = join(folder, 'own')
    expect((await run(['seed', 'seeds', '--data', own])).code).toBe(0)
    const { code, stdout } = await run(['check', '--database', '--data', own, '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ revision: 1, differences: [] })
    expect(JSON.parse(stdout).claims).toBeGreaterThan(40)
    expect(code).toBe(0)
  })

  const row = (claim: string): string => `MATCH (w:ClaimState) WHERE w.claimId = 'x-collects-${claim}'`
  const stored = '{"status":"CONFIRMED","polarity":"AFFIRMS","because":[],"caveats":[],"contradictsItself":false}'
  const denial = "MATCH (w:State {thing: 'Assertion:denies-198'})"
  const tampered: readonly [string, Tampering, string, object][] = [
    [
      'a status, on the last page',
      text(row('209'), 'statusJson', () => stored),
      'x-collects-209: stored CONFIRMED, filtered as STATED, but its assertions give STATED because of states-209',
      { indexed: 'STATED', stored: { status: 'CONFIRMED' }, derived: { status: 'STATED' } },
    ],
    [
      'what filters go by',
      value(`${row('3')} SET w.status = 'STATED'`),
      'x-collects-3: stored DISPUTED because of denies-3, states-3, filtered as STATED, but its assertions give DISPUTED',
      { indexed: 'STATED', stored: { status: 'DISPUTED' } },
    ],
    [
      'what filters go by, into no status',
      value(`${row('6')} SET w.status = 'TRUE'`),
      'x-collects-6: stored DISPUTED because of denies-6, states-6, filtered as no status, but',
      { indexed: null },
    ],
    [
      'what filters on a day go by',
      value(`${row('9')} SET w.statusPeriods = ['D/2023-08-01/2023-08-31/1']`),
      'x-collects-9: stored DISPUTED because of denies-9, states-9, but its assertions give DISPUTED because of denies-9, states-9; its status on some days differs from the derived one',
      {
        indexed: 'DISPUTED',
        byDay: { stored: ['D/2023-08-01/2023-08-31/1', expect.any(String)], derived: [expect.any(String)] },
      },
    ],
    [
      'what filters on every other day go by',
      value(`${row('12')} SET w.contestKey = '9'`),
      'x-collects-12: stored DISPUTED because of denies-12, states-12, but its assertions give DISPUTED',
      { byDay: { stored: ['9'] } },
    ],
    [
      'the stance of an assertion',
      text(denial, 'json', (json) => json.replace('NEGATES', 'AFFIRMS')),
      'x-collects-198: stored DISPUTED because of denies-198, states-198, but its assertions give STATED',
      { indexed: 'DISPUTED', derived: { status: 'STATED' } },
    ],
  ]
  it.each(tampered)('reports a change of the database file: %s', async (_, tampering, sentence, difference) => {
    const before = JSON.parse((await check('--json')).stdout).differences.length
    await tamper(tampering)
    const result = await check()
    expect(result.code).toBe(1)
    expect(result.stdout).toContain(sentence)
    const { code, stdout } = await check('--json')
    expect(code).toBe(1)
    const { differences } = JSON.parse(stdout)
    expect(differences).toHaveLength(before + 1)
    expect(differences.find(({ claim }: { claim: string }) => sentence.startsWith(`${claim}:`))).toMatchObject(
      difference,
    )
  })

  it.each([
    ['', '.sanad'],
    ['bolt://127.0.0.1:7687', 'bolt://127.0.0.1:7687'],
    ['neo4j://neo4j:p@ss/word@db.example.org:7687', 'neo4j://db.example.org:7687'],
  ])('names the checked database without a password: %j', (NEO4J_URI, name) => {
    expect(databaseName({ NEO4J_URI, SANAD_DATA: '.sanad' })).toBe(name)
  })

  it('rejects a folder of stories as argument', async () => {
    const { code, stderr } = await check('seeds')
    expect(code).toBe(2)
    expect(stderr).toContain('--database checks the database')
  })
})

type Tampering = (engine: Engine) => Promise<unknown>

const value =
  (statement: string): Tampering =>
  (engine) =>
    engine.transaction((tx) => tx.run(statement))

/** A change of one property of the state matched as `w`. */
const text =
  (match: string, property: 'json' | 'statusJson', change: (text: string) => string): Tampering =>
  async (engine) => {
    const [row] = await engine.run(`${match} RETURN w.${property} AS held`)
    const changed = change(String(row?.held))
    await engine.transaction((tx) => tx.run(`${match} SET w.${property} = $held`, { held: changed }))
  }

async function tamper(tampering: Tampering): Promise<void> {
  const engine = await openEmbedded({ path: join(data, 'graph.grafeo'), readTimeoutMs: 5000 })
  await engine.ensureSchema(STORE_SCHEMA)
  await tampering(engine)
  await engine.close()
}
