import { randomUUID } from 'node:crypto'
import { closeSync, fdatasync, fstatSync, fsyncSync, ftruncate, openSync, readSync, write, writeSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { promisify } from 'node:util'
import { crc32 } from 'node:zlib'
import { DomainError } from '../../domain/errors.ts'
import { nameFile, writingFailed } from './embedded-errors.ts'
import type { Texts } from './texts.ts'

/** How far the texts of a file go. */
export interface TextPosition {
  /** Where the next text begins. */
  readonly end: number
  /** Where the last text begins; 0 where there is none. */
  readonly last: number
  /** The CRC-32 of all texts up to the last: another file's with the same name is not taken for this one's. */
  readonly chain: number
}

/** Which file belongs to a database, and how much of it is of committed transactions. */
export interface TextFileState extends TextPosition {
  readonly id: string
}

/** Texts in a file beside the database: one after another, each told by where it begins, never changed. */
export interface TextFile extends Texts {
  /** Writes and syncs what was kept since. @returns how far the file goes then */
  flush(): Promise<TextPosition>
  /** @param last the last text that is of use; what follows is overwritten. Null where none is */
  forgetAfter(last: number | null): Promise<void>
  /** Once what is being written is written. */
  close(): Promise<void>
}

/** Of bytes: the name of the form and of the file. */
const FORM = 'sanad texts 1 '
const HEADER_BYTES = FORM.length + 36
/** Before each text: how many bytes it has, their CRC-32, and that of all texts up to it. */
const FRAME_BYTES = 12
/** Nearly every text is in what is read first. */
const FIRST_READ_BYTES = 2048
const START: TextPosition = { end: HEADER_BYTES, last: 0, chain: 0 }

const writeTo = promisify(write)
const syncData = promisify(fdatasync)
const cut = promisify(ftruncate)

export const newTextFileState = (): TextFileState => ({ id: randomUUID(), ...START })

/**
 * Opens the file that the database says is its own, and makes it where nothing was written yet. What transactions wrote
 * that were never committed is overwritten.
 * @throws DomainError STORE_DAMAGED where it is missing, of an earlier state, or another database's; STORE_UNAVAILABLE
 */
export function openTextFile(path: string, { id, ...position }: TextFileState): TextFile {
  const isNew = position.end === HEADER_BYTES
  const header = `${FORM}${id}`
  const file = openFile(path, isNew)
  try {
    const found = readAt(file, 0, HEADER_BYTES).toString('latin1')
    // What is cut off while it makes the file leaves a part of the header, or room for it.
    const isBegun = isNew && (header.startsWith(found) || /^\0+$/.test(found))
    if (isBegun) writeHeader(path, file, header)
    else if (fstatSync(file).size < position.end) throw damaged(path, 'ends too early')
    else if (found !== header) throw damaged(path, 'belongs to another database')
    const last = position.last === 0 ? START : positionOf(file, position.last)
    if (last?.chain !== position.chain || last.end !== position.end)
      throw damaged(path, 'is of another state than the database')
  } catch (error) {
    closeSync(file)
    throw error instanceof DomainError ? error : unavailable(path, error)
  }
  return textsOf(path, file, position)
}

function textsOf(path: string, file: number, committed: TextPosition): TextFile {
  let pending: Buffer[] = []
  let kept = committed
  let written = committed
  let isCut = false
  let closed = false
  let lastFlush: Promise<unknown> = Promise.resolve()

  /** What fails is written again, to the same place, with what is kept next. */
  async function writePending(): Promise<TextPosition> {
    const bytes = Buffer.concat(pending)
    if (bytes.length === 0) return written
    const count = pending.length
    const next = kept
    if (!isCut) await cut(file, committed.end)
    isCut = true
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await writeTo(file, bytes, done, bytes.length - done, written.end + done)
      done += bytesWritten
    }
    await syncData(file)
    pending = pending.slice(count)
    written = next
    return written
  }

  return {
    keep(text) {
      const begin = kept.end
      const bytes = Buffer.allocUnsafe(FRAME_BYTES + Buffer.byteLength(text))
      bytes.write(text, FRAME_BYTES)
      const content = bytes.subarray(FRAME_BYTES)
      const chain = crc32(content, kept.chain)
      bytes.writeUInt32LE(content.length, 0)
      bytes.writeUInt32LE(crc32(content), 4)
      bytes.writeUInt32LE(chain, 8)
      pending.push(bytes)
      kept = { end: begin + bytes.length, last: begin, chain }
      return begin
    },
    read(held) {
      if (closed) throw new DomainError('STORE_UNAVAILABLE', 'The store is closed.')
      const text = typeof held === 'number' ? readText(file, held, written.end) : null
      if (text === null) throw unreadable(path, held)
      return text
    },
    async forgetAfter(last) {
      await lastFlush
      const position = last === null ? START : positionOf(file, last)
      if (position === null || position.end > written.end) throw unreadable(path, last)
      pending = []
      kept = position
      written = position
    },
    flush() {
      // The number of a closed file may be another's by now.
      if (closed) return Promise.reject(writingFailed(new Error(`${path} is closed.`)))
      const flushed = lastFlush.then(writePending).catch((cause: unknown) => {
        throw writingFailed(cause)
      })
      lastFlush = flushed.catch(() => undefined)
      return flushed
    },
    async close() {
      if (closed) return
      closed = true
      await lastFlush
      closeSync(file)
    },
  }
}

/** Null where what lies there is not as it was written. */
function readText(file: number, begin: number, end: number): string | null {
  let bytes = readAt(file, begin, FIRST_READ_BYTES)
  if (bytes.length < FRAME_BYTES) return null
  const length = bytes.readUInt32LE(0)
  const sum = bytes.readUInt32LE(4)
  if (begin + FRAME_BYTES + length > end) return null
  if (bytes.length < FRAME_BYTES + length) bytes = readAt(file, begin, FRAME_BYTES + length)
  const content = bytes.subarray(FRAME_BYTES, FRAME_BYTES + length)
  return content.length === length && crc32(content) === sum ? content.toString() : null
}

/** How far the texts go up to the one that begins there. */
function positionOf(file: number, begin: number): TextPosition | null {
  const frame = readAt(file, begin, FRAME_BYTES)
  if (frame.length < FRAME_BYTES) return null
  return { end: begin + FRAME_BYTES + frame.readUInt32LE(0), last: begin, chain: frame.readUInt32LE(8) }
}

function openFile(path: string, mayBeNew: boolean): number {
  try {
    return openSync(path, 'r+')
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (isMissing && !mayBeNew) throw damaged(path, 'is not there')
    if (!isMissing) throw unavailable(path, error)
  }
  try {
    return openSync(path, 'wx+')
  } catch (error) {
    throw unavailable(path, error)
  }
}

/** On disk for good, and its folder too: after a power cut the database must not know of a file that is not there. */
function writeHeader(path: string, file: number, header: string): void {
  writeSync(file, header, 0, 'latin1')
  fsyncSync(file)
  try {
    const folder = openSync(dirname(path), 'r')
    try {
      fsyncSync(folder)
    } finally {
      closeSync(folder)
    }
  } catch {
    // Not every system can, and those that cannot keep names in another way.
  }
}

/** As much as there is, from a place to a place. @throws DomainError STORE_UNAVAILABLE */
function readAt(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  try {
    return bytes.subarray(0, readSync(file, bytes, 0, length, position))
  } catch (cause) {
    throw new DomainError('STORE_UNAVAILABLE', 'The store could not be read; check its disk.', { cause })
  }
}

function damaged(path: string, what: string): DomainError {
  const text = `${nameFile(path)} ${what}; it holds the texts of the database beside it, so restore both from one backup, or choose another folder with --data.`
  return new DomainError('STORE_DAMAGED', text)
}

/** Readers are told this too, so where the file lies is for the log alone. */
function unreadable(path: string, held: unknown): DomainError {
  const where = typeof held === 'number' ? `at byte ${held}` : 'where a row holds no number'
  const cause = new Error(`${path} has no whole text ${where}.`)
  const text = `A text in ${basename(path)} is damaged; a backup of the database has to be restored.`
  return new DomainError('STORE_DAMAGED', text, { cause })
}

function unavailable(path: string, cause: unknown): DomainError {
  const text = `${nameFile(path)} cannot be opened; check that it may be read and written, or choose another folder with --data.`
  return new DomainError('STORE_UNAVAILABLE', text, { cause })
}
