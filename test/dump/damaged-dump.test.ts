import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeHead } from '../../src/dump/dump-lines.ts'
import { verifyDump } from '../../src/dump/read-dump.ts'
import { writeDump } from '../../src/dump/write-dump.ts'
import { STORE_SCHEMA } from '../../src/store/encoding/schema.ts'
import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { toOpenStore } from '../../src/store/open-store.ts'
import { recover } from '../../src/store/write/load-lock.ts'
import { editDatabase } from '../contracts/edited-database.ts'
import { fc } from '../property-runs.ts'
import { openDump, sealDump } from './seal-dump.ts'

describe('verification of a dump', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-damaged-'))
  const path = join(folder, 'dump.jsonl.gz')
  let text = ''
  let head: object = {}
  let entries: readonly string[] = []

  beforeAll(async () => {
    const engine = await openEmbedded({ path: null, readTimeoutMs: 5000 })
    await engine.ensureSchema(STORE_SCHEMA)
    await recover(engine)
    await editDatabase(engine)
    const history = await toOpenStore(engine).readHistory({ drafts: true })
    const { revision, revisions, firstLoad, states } = history
    const counts = { revision, revisions, firstLoad, states }
    const dump = writeDump({ head: { program: 'test', publicUrl: null, drafts: true, ...counts }, history })
    for await (const chunk of dump) text += chunk
    await engine.close()
    ;({ head, entries } = openDump(text))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  async function problemOf(content: string | Uint8Array): Promise<{ code: string; message: string } | null> {
    await writeFile(path, content)
    return verifyDump(path).then(
      () => null,
      (error) => ({ code: String(error.code), message: String(error.message) }),
    )
  }
  const problemOfLines = (lines: readonly string[], own = head) => problemOf(gzipSync(sealDump(own, lines)))

  it('accepts the dump, and reports its counts', async () => {
    expect(sealDump(head, entries)).toBe(text)
    expect(await problemOf(gzipSync(text))).toBeNull()
    const { head: found, end } = await verifyDump(path)
    expect(found.states).toBe(entries.filter((line) => line.startsWith('{"list"')).length)
    expect(end.lines).toBe(entries.length + 1)
  })

  it('refuses a file that is cut off at any line', async () => {
    const lines = text.split('\n')
    for (let count = 0; count < lines.length - 1; count += 7) {
      const part = lines.slice(0, count).map((line) => `${line}\n`)
      expect(await problemOf(gzipSync(part.join('')))).toMatchObject({
        code: 'BAD_INPUT',
        message: expect.stringContaining(`line ${count + 1}: is missing: the file is cut off`),
      })
    }
  })

  it('refuses a file that is cut off at any byte', async () => {
    const bytes = gzipSync(text)
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
        expect(await problemOf(bytes.subarray(0, length))).toMatchObject({ code: 'BAD_INPUT' })
      }),
    )
  })

  it('refuses a changed byte of the file, or reads the same content', async () => {
    const bytes = gzipSync(text)
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (place, change) => {
        const changed = Uint8Array.from(bytes)
        changed[place] = (changed[place] ?? 0) ^ change
        const problem = await problemOf(changed)
        // The time in the header and the unused bits of the last byte change nothing that is read.
        if (problem === null) expect(gunzipSync(changed).toString()).toBe(text)
        else expect(problem).toMatchObject({ code: 'BAD_INPUT' })
      }),
    )
  })

  it('refuses a changed character of any line, with the counts and the checksum unchanged', async () => {
    const bytes = Buffer.from(text)
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (place) => {
        const changed = Buffer.from(bytes)
        changed[place] = (changed[place] ?? 0) ^ 1
        const problem = await problemOf(gzipSync(changed))
        expect(problem).toMatchObject({ code: 'BAD_INPUT', message: expect.stringMatching(/line \d+:/) })
      }),
    )
  })

  it('refuses swapped, repeated and missing lines, also where counts and checksum are made to fit', async () => {
    const places = entries.flatMap((line, place) => (line.startsWith('{"list"') && place % 5 === 0 ? [place] : []))
    for (const place of places) {
      const [line = '', next = ''] = entries.slice(place, place + 2)
      const [before, after] = [entries.slice(0, place), entries.slice(place + 2)]
      for (const changed of [
        [...before, next, line, ...after],
        [...before, line, line, next, ...after],
      ])
        expect(await problemOfLines(changed), line).toMatchObject({ code: 'BAD_INPUT' })
      const missing = gzipSync(
        text
          .split('\n')
          .toSpliced(place + 1, 1)
          .join('\n'),
      )
      expect(await problemOf(missing)).toMatchObject({ code: 'BAD_INPUT' })
    }
  })

  it('refuses a dump of a newer format, and names the version and the remedy', async () => {
    expect(await problemOfLines(entries, { ...head, version: 2, program: '9.1.0' })).toEqual({
      code: 'BAD_INPUT',
      message: `${path}, line 1: has version 2 of the format, written by sanad 9.1.0, and this program reads version 1: import it with that version of Sanad or a newer one. Nothing was written.`,
    })
  })

  const object = (list: string, item: object, more: object = {}) =>
    JSON.stringify({ list, from: 1, set: 'a', hash: 1, ...more, item })
  const revision = JSON.stringify({ revision: 1, recordedAt: '2026-01-01T00:00:00Z', author: 'a', reason: 'b' })
  const entity = { id: 'x', kind: 'Service', names: [], externalIds: [], description: {}, speaksFor: [] }
  it.each([
    ['a revision without an instant', [revision.replace('2026-01-01T00:00:00Z', 'today')], /line 2: recordedAt/],
    ['an object before any revision', [object('entities', entity)], /line 2: comes twice, or after/],
    ['an unknown list', [revision, object('votes', entity)], /line 3: list/],
    ['an unknown key', [revision, object('entities', { ...entity, votes: 1 })], /line 3: .*votes/],
    ['a missing key', [revision, object('entities', { id: 'x' })], /line 3: kind/],
    ['a malformed id', [revision, object('entities', { ...entity, id: 'X|y' })], /line 3: id: .*is no id/],
    ['a control character', [revision, object('entities', { ...entity, description: { en: '\u0007' } })], /line 3:/],
    ['a status of an entity', [revision, object('entities', entity, { status: 'STATED' })], /line 3: a claim has/],
    ['a revision that another one follows', [revision, object('entities', entity, { from: 2 })], /line 3: begins in/],
    ['the end of no object', [revision, '{"end":"Nothing:x"}'], /line 3: names no object/],
    ['a list', [revision, '[]'], /line 3:/],
    ['a number', [revision, '5'], /line 3: is no JSON/],
    ['an empty line', [revision, ''], /line 3: is no JSON/],
    ['deep nesting', [revision, '['.repeat(100_000)], /line 3: is no JSON/],
  ])('refuses %s, with its line', async (_, lines, message) => {
    const problem = await problemOfLines(lines, { ...head, firstLoad: 0 })
    expect(problem).toMatchObject({ code: 'BAD_INPUT', message: expect.stringMatching(message) })
    expect(problem?.message.length).toBeLessThan(600)
  })

  it('refuses texts, folders and missing files', async () => {
    expect(await problemOf(text)).toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringMatching(/is no gzip file/),
    })
    expect(await problemOf('')).toMatchObject({ code: 'BAD_INPUT' })
    expect(await problemOf(gzipSync(''))).toMatchObject({ code: 'BAD_INPUT' })
    expect(await problemOf(gzipSync(`${text}${text}`))).toMatchObject({
      message: expect.stringMatching(/follows the last/),
    })
    await mkdir(join(folder, 'folder'))
    await expect(verifyDump(join(folder, 'folder'))).rejects.toMatchObject({ code: 'BAD_INPUT' })
    await expect(verifyDump(join(folder, 'nothing'))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('refuses a line of 256 MiB, and 256 MiB of lines, in less memory', async () => {
    const block = Buffer.alloc(1024 * 1024, 'a')
    const bomb = async (beginning: string, part: Buffer): Promise<void> => {
      async function* blocks() {
        yield Buffer.from(beginning)
        for (let count = 0; count < 256; count += 1) yield part
      }
      await pipeline(blocks, createGzip({ level: 1 }), createWriteStream(path))
    }
    const begun = text.slice(0, text.indexOf('\n') + 1)
    for (const [beginning, part] of [
      ['', block],
      [begun, block],
      [begun, Buffer.alloc(1024 * 1024, '{}\n')],
    ] as const) {
      await bomb(beginning, part)
      const before = process.memoryUsage().rss
      await expect(verifyDump(path)).rejects.toMatchObject({ code: 'BAD_INPUT' })
      expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
    }
  })

  it('has its first line in one canonical form', () => {
    const counts = { revision: 1, revisions: 1, firstLoad: 0, states: 2 }
    expect(writeHead({ program: '1.0.0', publicUrl: 'https://example.org', drafts: false, ...counts })).toBe(
      '{"format":"sanad-dump","version":1,"program":"1.0.0","publicUrl":"https://example.org","drafts":false,"revision":1,"revisions":1,"firstLoad":0,"states":2}',
    )
  })
})
