import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeStory } from './generated-story.ts'
import { run } from './run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'sanad-sets-'))
const data = join(folder, 'data')
const seed = (dir: string, ...options: string[]): ReturnType<typeof run> =>
  run(['seed', dir, '--data', data, ...options])
async function storiesLoaded(): Promise<string[]> {
  const { stdout } = await run(['query', '-e', '{ stories { nodes { slug } } }', '--json', '--data', data])
  return JSON.parse(stdout).data.stories.nodes.map(({ slug }: { slug: string }) => slug)
}

/** Steps of an operator, in order. Each folder is called seeds. */
describe('seed folders', { timeout: 60_000 }, () => {
  const ours = join(folder, 'ours', 'seeds')
  const theirs = join(folder, 'theirs', 'seeds')
  beforeAll(() => {
    writeStory(join(ours, 'one'), { id: 'one', claims: [1, 2], denied: false, prefix: 'one-' })
    writeStory(theirs, { id: 'two', claims: [1, 2], denied: false, prefix: 'two-' })
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('with the same name are distinct sets: loading one keeps the other', async () => {
    expect((await seed(ours)).code).toBe(0)
    expect((await seed(theirs)).stdout).toContain(' 0 ended')
    expect(await storiesLoaded()).toEqual(['one', 'two'])
  })

  it('are recognized after they are moved and renamed', async () => {
    const moved = join(folder, 'moved')
    cpSync(ours, moved, { recursive: true })
    expect((await seed(moved)).stdout).toContain('is unchanged (revision 2)')
  })

  it('may gain a story', async () => {
    writeStory(join(ours, 'a-third'), { id: 'a-third', claims: [1], denied: false, prefix: 'third-' })
    expect((await seed(ours)).stdout).toContain(' 0 ended')
    expect(await storiesLoaded()).toEqual(['a-third', 'one', 'two'])
  })

  it('lose a story only with --end-stories', async () => {
    rmSync(join(ours, 'a-third'), { recursive: true })
    const refused = await seed(ours)
    expect(refused.code).toBe(1)
    expect(refused.stderr).toBe(
      `sanad: ${ours} lacks a-third, loaded with its other stories before: add it again, or end it with \`sanad seed ${ours} --end-stories\`.\n`,
    )
    expect(await storiesLoaded()).toEqual(['a-third', 'one', 'two'])
    expect((await seed(ours, '--end-stories')).code).toBe(0)
    expect(await storiesLoaded()).toEqual(['one', 'two'])
  })

  it('are rejected with an object of another set, and the error names it and both sets', async () => {
    const clash = join(folder, 'clash', 'seeds')
    writeStory(clash, { id: 'three', claims: [1], denied: false, prefix: 'two-' })
    const { code, stderr } = await seed(clash)
    expect(code).toBe(1)
    expect(stderr).toMatch(
      /^sanad: The seeds three have objects that other seeds have already: Entity two-x \(in two\), [^\n]+ and \d more\. Give them other ids, or load both from one folder\.\n$/,
    )
    expect(await storiesLoaded()).toEqual(['one', 'two'])
  })

  it('that were loaded separately are rejected as one set', async () => {
    const both = join(folder, 'both')
    cpSync(ours, both, { recursive: true })
    cpSync(theirs, join(both, 'two'), { recursive: true })
    const { code, stderr } = await seed(both)
    expect(code).toBe(1)
    expect(stderr).toContain('were loaded separately, as one and two: load them separately again')
  })

  it('without a story are rejected', async () => {
    const none = join(folder, 'none')
    writeStory(none, { id: null, claims: [1], denied: false, prefix: 'none-' })
    const { code, stdout } = await run(['check', none])
    expect(code).toBe(1)
    expect(stdout).toContain('no file of the folder has the key story')
  })
})
