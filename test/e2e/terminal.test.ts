import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { checkSeeds } from '../../src/cli/commands/check.ts'
import { toErrorJson, toErrorSentence } from '../../src/cli/error-text.ts'
import { describeLoad } from '../../src/cli/load-seeds.ts'
import { createTerminal, type Terminal } from '../../src/cli/terminal.ts'
import { DomainError } from '../../src/domain/errors.ts'
import { MAX_QUOTED, quoted } from '../../src/text/printable.ts'
import { NOW } from '../ingest/good-seed.ts'
import { fc, propertyRuns } from '../property-runs.ts'

/** C0 except the line feed, DEL, C1, line and paragraph separators, direction controls, halves of surrogate pairs. */
const CONTROL: readonly (readonly [first: number, last: number])[] = [
  [0x00, 0x09],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  [0x61c, 0x61c],
  [0x200e, 0x200f],
  [0x2028, 0x202e],
  [0x2066, 0x2069],
  [0xd800, 0xdfff],
]
const controlsIn = (text: string): readonly string[] =>
  [...text].filter((one) => CONTROL.some(([first, last]) => isWithin(one.codePointAt(0) ?? 0, first, last)))
const isWithin = (code: number, first: number, last: number): boolean => first <= code && code <= last

const NASTY = fc.constantFrom(
  '\u001B[2J',
  '\u001B]0;x\u0007',
  '\u009B31m',
  '\u007F',
  '\r',
  '\n',
  '\t',
  '\u2028',
  '\u202E',
  '\u2066',
  '\u200F',
  '\uD800',
  '\u0000',
)
const text = fc
  .array(fc.oneof(NASTY, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 30 })
  .map((parts) => parts.join(''))
const long = fc.tuple(text, fc.nat(3)).map(([one, times]) => one.repeat(10 ** times).slice(0, 11_000))

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'sanad-terminal-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

interface Written extends Terminal {
  readonly all: () => string
}
function terminal(): Written {
  let all = ''
  const stream = (): PassThrough => new PassThrough().on('data', (chunk) => (all += chunk))
  return { ...createTerminal(stream(), Object.assign(stream(), { columns: 80 })), all: () => all }
}

async function checked(json: boolean): Promise<string> {
  const written = terminal()
  await checkSeeds(dir, { json, now: NOW, write: written.write })
  return written.all()
}

describe('chunk of a file', () => {
  const output = (isTTY: boolean) => {
    let all = ''
    const stdout = Object.assign(
      new PassThrough().on('data', (chunk) => (all += chunk)),
      { isTTY },
    )
    return { stdout, all: () => all, ...createTerminal(stdout, new PassThrough()) }
  }

  it('reaches a pipe as it is, and a screen without control characters', async () => {
    const given = '\uFEFFa,\u001B[2Jb\r\n'
    const [pipe, screen] = [output(false), output(true)]
    for (const { writeChunk } of [pipe, screen]) expect(await writeChunk(given)).toBe(true)
    expect([pipe.isScreen, pipe.all()]).toEqual([false, given])
    expect(screen.isScreen).toBe(true)
    expect(controlsIn(screen.all())).toEqual([])
    expect(screen.all()).toContain('a,\\u001B[2Jb\n')
  })

  it('is refused once the reader has closed the output', async () => {
    const { stdout, writeChunk } = output(false)
    const closed = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })
    stdout._transform = (_chunk, _encoding, done) => done(closed)
    expect(await writeChunk('a')).toBe(false)
  })
})

describe('terminal output', () => {
  it("has no control character and no long value from a seed's values, keys and file names", async () => {
    const property = fc.asyncProperty(long, long, text, async (key, value, name) => {
      rmSync(dir, { recursive: true })
      dir = mkdtempSync(join(tmpdir(), 'sanad-terminal-'))
      const seed = {
        [key]: value,
        entities: [{ id: value, kind: value, names: [{ value, language: key, kind: 'PREFERRED' }], [key]: 1 }],
        story: { id: 's', recordedAt: value, title: { [key]: value }, summary: { en: value }, claims: [key, value] },
      }
      const file = `${name.replaceAll(/[/\0]/g, '').toWellFormed().slice(0, 40)}.yaml`
      writeFileSync(join(dir, `x${file}`), stringify(seed))
      writeFileSync(join(dir, 'raw.yaml'), `${value}\n${key}`)
      const plain = await checked(false)
      expect(controlsIn(plain)).toEqual([])
      const lines = plain.trimEnd().split('\n')
      for (const line of lines.slice(0, -1)) expect(line).toMatch(/\.yaml:(?:\d+:\d+ | \d+ more problem)/)
      const json = await checked(true)
      expect(controlsIn(json)).toEqual([])
      const { problems } = JSON.parse(json)
      expect(lines).toHaveLength(problems.length + 1)
    })
    await fc.assert(property, { numRuns: propertyRuns(25) })
  }, 60_000)

  it('has no control character from an error, a log line or a folder, and JSON has the same text', () => {
    const property = fc.property(text, (value) => {
      const written = terminal()
      const error = new DomainError('NOT_FOUND', value)
      written.note(toErrorSentence(error))
      written.note(toErrorSentence(new Error(value)))
      written.note(describeLoad(value, { changed: false, revision: 1, created: 0, ended: 0 }))
      written.progress(value)
      expect(controlsIn(written.all())).toEqual([])
      expect(written.all().trimEnd().split('\n')).toHaveLength(3)
      const log = terminal()
      log.write(toErrorJson(error))
      expect(controlsIn(log.all())).toEqual([])
      expect(JSON.parse(log.all())).toEqual({ error: { code: 'NOT_FOUND', message: value } })
    })
    fc.assert(property)
  })

  it('has quoted values of bounded length', () => {
    fc.assert(
      fc.property(long, (value) => quoted(value).length <= MAX_QUOTED && controlsIn(quoted(value)).length === 0),
    )
  })

  it('has text of every language unchanged', () => {
    const written = terminal()
    written.write('“Ya”, kata نعم 👍\nzwei')
    expect(written.all()).toBe('“Ya”, kata نعم 👍\nzwei\n')
  })
})
