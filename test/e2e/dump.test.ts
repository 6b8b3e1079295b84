import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeStory } from './generated-story.ts'
import { copyWhenStopped, isKilledAt, killAtSize, type Writing, watchSizes } from './interrupted-command.ts'
import { run } from './run-cli.ts'

const KILLS = 6
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i)

describe('sanad dump and sanad import', { timeout: 300_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-dump-'))
  const source = join(folder, 'source')
  const file = join(folder, 'sanad.jsonl.gz')
  let stats = ''

  beforeAll(async () => {
    const story = join(folder, 'stories', 'story')
    writeStory(story, { id: 'generated', claims: range(0, 60), denied: false })
    expect(await run(['seed', story, '--data', source])).toMatchObject({ code: 0 })
    writeStory(story, { id: 'generated', claims: range(10, 500), denied: true })
    expect(await run(['seed', story, '--data', source])).toMatchObject({ code: 0 })
    const written = await run(['dump', '--data', source, '--out', file, '--json'], {
      PUBLIC_URL: 'https://claims.example',
    })
    expect(JSON.parse(written.stdout)).toMatchObject({ file, revision: 2, revisions: 2, bytes: statSync(file).size })
    stats = (await run(['stats', '--data', source, '--json'])).stdout
  }, 300_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('give an equal database, whose dump has the same bytes', async () => {
    const data = join(folder, 'imported')
    const imported = await run(['import', 'sanad', file, '--data', data, '--json'])
    expect(JSON.parse(imported.stdout)).toMatchObject({ revision: 2, differences: { standings: 0, states: 0 } })
    expect((await run(['stats', '--data', data, '--json'])).stdout).toBe(stats)
    expect((await run(['check', '--database', '--data', data])).code).toBe(0)
    const again = join(folder, 'again.jsonl.gz')
    expect((await run(['dump', '--data', data, '--out', again], { PUBLIC_URL: 'https://claims.example' })).code).toBe(0)
    expect(readFileSync(again).equals(readFileSync(file))).toBe(true)
    const [head] = gunzipSync(readFileSync(file)).toString().split('\n')
    expect(JSON.parse(head ?? '')).toMatchObject({ format: 'sanad-dump', publicUrl: 'https://claims.example' })

    const second = await run(['import', 'sanad', file, '--data', data, '--json'])
    expect(second).toMatchObject({ code: 1, stdout: '' })
    expect(JSON.parse(second.stderr).error).toMatchObject({ code: 'CONFLICT' })
  })

  it('check a file without a database, and refuse a cut-off one before a database is made', async () => {
    const checked = await run(['import', 'sanad', file, '--check', '--json'])
    expect(JSON.parse(checked.stdout)).toMatchObject({
      file,
      revision: 2,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    const cut = join(folder, 'cut.jsonl.gz')
    const bytes = readFileSync(file)
    writeFileSync(cut, bytes.subarray(0, bytes.length / 2))
    const data = join(folder, 'never')
    const refused = await run(['import', 'sanad', cut, '--data', data])
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('the file is cut off') })
    expect(existsSync(data)).toBe(false)
  })

  it('name the formats, and the database that is not there', async () => {
    const format = await run(['import', 'sanat', file])
    expect(format).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no format to import: sanad. Did you mean sanad?'),
    })
    const missing = await run(['dump', '--data', join(folder, 'nowhere'), '--out', join(folder, 'no.gz')])
    expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('does not exist or is empty') })
    expect(existsSync(join(folder, 'no.gz'))).toBe(false)
  })

  it(`leave an empty database or the complete one, wherever an import is killed (${KILLS} moments)`, async () => {
    const sizes = await watchSizes(importInto('watched'))
    const sizeAt = (moment: number): number => sizes[Math.floor(((moment + 1) * sizes.length) / (KILLS + 1))] ?? 0
    await copyWhenStopped(
      importInto('stopped'),
      range(0, KILLS)
        .filter((moment) => !isKilledAt(moment))
        .map((moment) => ({ size: sizeAt(moment), to: join(folder, `killed-${moment}`) })),
    )
    const found: string[] = []
    for (const moment of range(0, KILLS)) {
      const { args, data } = importInto(`killed-${moment}`)
      if (isKilledAt(moment)) await killAtSize({ args, data }, sizeAt(moment))
      const after = await run(['stats', '--data', data, '--json'])
      const isComplete = after.stdout === stats
      if (!isComplete) {
        expect(after.stdout === '' || JSON.parse(after.stdout).revision === 0, after.stdout).toBe(true)
        const again = await run(args)
        expect(again).toMatchObject({ code: 0 })
        expect((await run(['stats', '--data', data, '--json'])).stdout).toBe(stats)
      }
      found.push(isComplete ? 'complete' : 'empty')
    }
    expect(found.filter((one) => one === 'empty').length, found.join()).toBeGreaterThanOrEqual(KILLS / 2)
  })

  /** Returns the import of the file into a database of its own. */
  function importInto(name: string): Writing {
    const data = join(folder, name)
    return { args: ['import', 'sanad', file, '--data', data], data }
  }
})
