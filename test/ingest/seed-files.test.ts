import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSeeds } from '../../src/ingest/read-seeds.ts'
import { hashSeeds, listSeedFiles } from '../../src/ingest/seed-files.ts'
import { MAX_FILE_BYTES, MAX_FOLDER_BYTES, MAX_SEED_FILES } from '../../src/ingest/seed-limits.ts'
import { GOOD, NOW } from './good-seed.ts'

const SHARED = 'entities:\n  - { id: y, kind: Service, names: [{ value: Y, language: en, kind: PREFERRED }] }\n'
let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'sanad-files-'))
  for (const [name, text] of Object.entries(GOOD)) write(`a-story/${name}`, text)
})
afterEach(() => rmSync(dir, { recursive: true }))

function write(name: string, text: string): void {
  mkdirSync(join(dir, name, '..'), { recursive: true })
  writeFileSync(join(dir, name), text)
}
const listed = async (): Promise<readonly string[]> =>
  (await listSeedFiles(dir)).paths.map((path) => relative(dir, path)).filter((path) => !path.startsWith('a-story/'))
const problems = async (): Promise<readonly object[]> => {
  const read = await readSeeds(dir, { now: NOW })
  return 'problems' in read ? read.problems : []
}

describe('files of stories', () => {
  it('include files beside story folders', async () => {
    write('shared.yaml', SHARED)
    const read = await readSeeds(dir, { now: NOW })
    const recordedAt = '2026-08-01T00:00:00Z'
    expect(read).toMatchObject({
      dataset: { stories: [{ recordedAt }], entities: [{ item: { id: 'x' } }, { item: { id: 'y' }, recordedAt }] },
    })
    expect(read).toMatchObject({ dataset: { contentHash: await hashSeeds(dir) } })
  })

  it('include subfolders of a story, recorded with it', async () => {
    write('a-story/more/more.yaml', SHARED)
    write('b-story/story.yaml', GOOD['story.yaml'].replace('a-story', 'b-story').replace('2026-08', '2026-07'))
    expect(await readSeeds(dir, { now: NOW })).toMatchObject({
      dataset: {
        entities: [
          { item: { id: 'y' }, recordedAt: '2026-08-01T00:00:00Z' },
          { item: { id: 'x' }, recordedAt: '2026-08-01T00:00:00Z' },
        ],
      },
    })
  })

  it('may be symbolic links to files and folders', async () => {
    mkdirSync(join(dir, '.kept'))
    writeFileSync(join(dir, '.kept', 'shared.yaml'), SHARED)
    symlinkSync(join(dir, '.kept', 'shared.yaml'), join(dir, 'shared.yaml'))
    symlinkSync(join(dir, '.kept'), join(dir, 'linked'))
    expect(await listed()).toEqual(['linked/shared.yaml', 'shared.yaml'])
  })

  it('exclude a link that leads back up', async () => {
    symlinkSync(dir, join(dir, 'a-story', 'up'))
    expect(await problems()).toEqual([])
  })

  it('are reported where a link is broken', async () => {
    symlinkSync(join(dir, 'gone.yaml'), join(dir, 'a-story', 'linked.yaml'))
    const message = 'is a broken link: correct the link, or remove it'
    expect(await problems()).toEqual([expect.objectContaining({ code: 'UNREADABLE', message })])
    expect(await hashSeeds(dir)).toBeNull()
  })

  it.skipIf(process.getuid?.() === 0)('are reported where a folder is unreadable', async () => {
    write('b-story/story.yaml', GOOD['story.yaml'].replace('a-story', 'b-story'))
    chmodSync(join(dir, 'b-story'), 0)
    const message = 'cannot be read: give yourself the permission to read it'
    expect(await problems()).toEqual([expect.objectContaining({ code: 'UNREADABLE', message })])
    chmodSync(join(dir, 'b-story'), 0o700)
  })
})

describe('folder of stories', () => {
  it('is rejected with a pipe or a device, and without reading either', async () => {
    execFileSync('mkfifo', [join(dir, 'a-story', 'pipe.yaml')])
    symlinkSync('/dev/zero', join(dir, 'a-story', 'zero.yaml'))
    const message = 'is a pipe or a device: remove it'
    expect(await problems()).toEqual([expect.objectContaining({ message }), expect.objectContaining({ message })])
    expect(await hashSeeds(dir)).toBeNull()
  })

  it('is searched in folders named like files', async () => {
    write('b.yaml/shared.yaml', SHARED)
    expect(await listed()).toEqual(['b.yaml/shared.yaml'])
  })

  it('is searched once per folder, where 2^30 paths lead to one folder', async () => {
    for (let i = 0; i < 30; i += 1) {
      mkdirSync(join(dir, '.steps', `${i}`), { recursive: true })
      for (const name of ['a', 'b']) symlinkSync(join(dir, '.steps', `${i + 1}`), join(dir, '.steps', `${i}`, name))
    }
    mkdirSync(join(dir, '.steps', '30'))
    writeFileSync(join(dir, '.steps', '30', 'shared.yaml'), SHARED)
    symlinkSync(join(dir, '.steps', '0'), join(dir, 'steps'))
    expect(await listed()).toEqual([`steps/${'a/'.repeat(30)}shared.yaml`])
  })

  it('is rejected with too many YAML files or too many other files', async () => {
    for (let i = 0; i <= MAX_SEED_FILES; i += 1) write(`many/${i}.yaml`, '')
    expect(await problems()).toEqual([
      expect.objectContaining({ line: 1, message: 'has more than 2000 files: split it' }),
    ])
    expect(await hashSeeds(dir)).toBeNull()
  })

  it('is rejected with too many bytes in total', async () => {
    for (let i = 0; i <= MAX_FOLDER_BYTES / MAX_FILE_BYTES; i += 1) {
      write(`many/${i}.yaml`, '')
      truncateSync(join(dir, 'many', `${i}.yaml`), MAX_FILE_BYTES)
    }
    const message = expect.stringMatching(/^has 2726\d+ bytes of YAML, at most 268435456 are read: split it$/)
    expect(await problems()).toEqual([expect.objectContaining({ code: 'UNREADABLE', line: 1, column: 1, message })])
    expect(await hashSeeds(dir)).toBeNull()
  })
})
