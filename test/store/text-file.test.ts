import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { newTextFileState, openTextFile, type TextFileState } from '../../src/store/engines/text-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'sanad-texts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const TEXTS = [
  '',
  'a',
  'Mempekerjakan, 雇用, 👩🏽‍💻',
  'x'.repeat(2040),
  'x'.repeat(2041),
  'é'.repeat(100_000),
  '{"a":"\\u0000"}',
]
let path = ''
beforeEach(() => {
  path = join(mkdtempSync(join(folder, 'one-')), 'graph.texts')
})

/** A file with all texts, closed. @returns where they are, and what a database remembers of the file */
async function writeTexts(texts: readonly string[] = TEXTS): Promise<{ at: unknown[]; state: TextFileState }> {
  const fresh = newTextFileState()
  const file = openTextFile(path, fresh)
  const at = texts.map((text) => file.keep(text))
  const position = await file.flush()
  await file.close()
  return { at, state: { id: fresh.id, ...position } }
}

describe('a file of texts', () => {
  it('gives back what it was given, in any order and after it was closed', async () => {
    const { at, state } = await writeTexts()
    const file = openTextFile(path, state)
    expect(at.map((held) => file.read(held))).toEqual(TEXTS)
    expect(at.toReversed().map((held) => file.read(held))).toEqual(TEXTS.toReversed())
    const more = file.keep('more')
    const { end } = await file.flush()
    expect(file.read(more)).toBe('more')
    expect(at.map((held) => file.read(held))).toEqual(TEXTS)
    expect(statSync(path).size).toBe(end)
    await file.close()
  })

  it('tells numbers that grow, so that the greatest is the last', async () => {
    const { at } = await writeTexts()
    expect(at).toEqual(at.toSorted((a, b) => Number(a) - Number(b)))
    expect(new Set(at).size).toBe(TEXTS.length)
  })

  it('takes what is kept while it writes for the next time', async () => {
    const file = openTextFile(path, newTextFileState())
    const first = file.keep('first')
    const writing = file.flush()
    const second = file.keep('second')
    await writing
    await file.flush()
    expect([file.read(first), file.read(second)]).toEqual(['first', 'second'])
    await file.close()
  })

  it('overwrites what was written and never committed, and leaves it there until then', async () => {
    const { at, state } = await writeTexts()
    appendFileSync(path, 'written, and then killed')
    const file = openTextFile(path, state)
    expect(statSync(path).size).toBeGreaterThan(state.end)
    expect(at.map((held) => file.read(held))).toEqual(TEXTS)
    const more = file.keep('m')
    const { end } = await file.flush()
    expect([file.read(more), statSync(path).size]).toEqual(['m', end])
    await file.close()
  })

  it.each([
    ['after nothing', (whole: Buffer) => whole.subarray(0, 0)],
    ['after one byte', (whole: Buffer) => whole.subarray(0, 1)],
    ['after twenty bytes', (whole: Buffer) => whole.subarray(0, 20)],
    ['before its bytes were on disk', (whole: Buffer) => whole.fill(0)],
  ])('is made anew where its making was cut off %s', async (_, leave) => {
    const state = newTextFileState()
    await openTextFile(path, state).close()
    writeFileSync(path, leave(readFileSync(path)))
    const file = openTextFile(path, state)
    const held = file.keep('text')
    await file.flush()
    expect(file.read(held)).toBe('text')
    await file.close()
  })

  it('gives the room of what is forgotten to what comes next', async () => {
    const { at, state } = await writeTexts(['kept', 'forgotten', 'forgotten too'])
    const file = openTextFile(path, state)
    file.keep('never of use')
    void file.flush()
    await file.forgetAfter(Number(at[0]))
    const next = file.keep('next')
    expect(next).toBe(at[1])
    const position = await file.flush()
    expect(position.end).toBeLessThan(state.end)
    expect([file.read(at[0]), file.read(next)]).toEqual(['kept', 'next'])
    await file.close()
    const again = openTextFile(path, { id: state.id, ...position })
    expect([again.read(at[0]), again.read(next)]).toEqual(['kept', 'next'])
    await again.forgetAfter(null)
    expect(again.keep('first again')).toBe(at[0])
    await again.close()
  })

  it('writes what was being written when it is closed, and nothing after it', async () => {
    const state = newTextFileState()
    const file = openTextFile(path, state)
    const held = file.keep('in time')
    const writing = file.flush()
    await file.close()
    const position = await writing
    file.keep('late')
    await expect(file.flush()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
    const again = openTextFile(path, { id: state.id, ...position })
    expect(again.read(held)).toBe('in time')
    expect(statSync(path).size).toBe(position.end)
    await again.close()
  })
})

describe('a file of texts is refused', () => {
  const refusal = (what: string): object => ({
    code: 'STORE_DAMAGED',
    message: `The file ${path} ${what}; it holds the texts of the database beside it, so restore both from one backup, or choose another folder with --data.`,
  })
  const opening = (state: TextFileState) => () => void openTextFile(path, state)

  it('where it is not there, and none is made', async () => {
    const { state } = await writeTexts()
    rmSync(path)
    expect(opening(state)).toThrow(expect.objectContaining(refusal('is not there')))
    expect(statSync(path, { throwIfNoEntry: false })).toBeUndefined()
  })

  it('where it ends too early', async () => {
    const { state } = await writeTexts()
    truncateSync(path, state.end - 1)
    expect(opening(state)).toThrow(expect.objectContaining(refusal('ends too early')))
    expect(statSync(path).size).toBe(state.end - 1)
  })

  it('where it is that of another database, also of one that has none yet, and is left as it is', async () => {
    const { state } = await writeTexts()
    const before = readFileSync(path)
    for (const other of [newTextFileState(), { ...state, id: newTextFileState().id }])
      expect(opening(other)).toThrow(expect.objectContaining(refusal('belongs to another database')))
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('where it went another way than the database, under the same name', async () => {
    const { state } = await writeTexts(['x was acquitted', 'and more'])
    const copy = join(folder, 'copy.texts')
    copyFileSync(path, copy)
    const begun = openTextFile(copy, { id: state.id, end: 50, last: 0, chain: 0 })
    for (const text of ['x was convicted', 'and more']) begun.keep(text)
    expect(await begun.flush()).toMatchObject({ end: state.end, last: state.last })
    await begun.close()
    copyFileSync(copy, path)
    expect(opening(state)).toThrow(expect.objectContaining(refusal('is of another state than the database')))
  })

  it.each([
    ['another end', { end: 51 }],
    ['another sum', { chain: 1 }],
  ])('where the database says %s of one without texts', async (_, wrong) => {
    const state = newTextFileState()
    await openTextFile(path, state).close()
    appendFileSync(path, 'x')
    expect(opening({ ...state, ...wrong })).toThrow(
      expect.objectContaining(refusal('is of another state than the database')),
    )
  })

  it('where it is no file of texts, before anything was written too', () => {
    writeFileSync(path, "somebody's own notes, which are longer than the head of a file of texts")
    expect(opening(newTextFileState())).toThrow(expect.objectContaining(refusal('belongs to another database')))
    expect(readFileSync(path, 'utf8')).toContain("somebody's own notes")
  })

  it('where it cannot be opened', () => {
    mkdirSync(path)
    expect(opening(newTextFileState())).toThrow(expect.objectContaining({ code: 'STORE_UNAVAILABLE' }))
  })
})

describe('a text is refused', () => {
  it.each([-1, 0, 4, 7])('where a byte of it is wrong (%d), and where the file lies is not told', async (offset) => {
    const { at, state } = await writeTexts(['before', 'damaged text', 'after'])
    const bytes = readFileSync(path)
    const place = Number(at[1]) + (offset < 0 ? 12 + 'damaged'.length : offset)
    bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place)
    writeFileSync(path, bytes)
    const file = openTextFile(path, state)
    expect(() => file.read(at[1])).toThrow(
      expect.objectContaining({
        code: 'STORE_DAMAGED',
        message: 'A text in graph.texts is damaged; a backup of the database has to be restored.',
      }),
    )
    expect([file.read(at[0]), file.read(at[2])]).toEqual(['before', 'after'])
    await file.close()
  })

  it.each([
    ['nothing', undefined],
    ['a text', 'a secret'],
    ['a place past the end', 1e9],
    ['the end', null],
  ])('where a row holds %s for it', async (_, held) => {
    const { state } = await writeTexts()
    const file = openTextFile(path, state)
    expect(() => file.read(held === null ? state.end : held)).toThrow(
      expect.objectContaining({ code: 'STORE_DAMAGED' }),
    )
    await file.close()
  })

  it('once the file is closed, and so is writing', async () => {
    const { at, state } = await writeTexts()
    const file = openTextFile(path, state)
    file.keep('late')
    await file.close()
    expect(() => file.read(at[0])).toThrow(expect.objectContaining({ code: 'STORE_UNAVAILABLE' }))
    await expect(file.flush()).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: 'The store could not be written to disk; check space and rights.',
    })
  })
})
