import { randomUUID } from 'node:crypto'
import { closeSync, fdatasync, fstatSync, ftruncateSync, openSync, readSync, write } from 'node:fs'
import { basename } from 'node:path'
import { promisify } from 'node:util'
import { crc32 } from 'node:zlib'
import { DomainError } from '../../domain/errors.ts'
import { nameFile } from './embedded-errors.ts'
import type { Texts } from './texts.ts'

/** Which file belongs to a database, and up to where what it holds is of committed transactions. */
export interface TextFileState {
  readonly id: string
  readonly end: number
}

/** Texts in a file beside the database: one after another, each told by where it begins, never changed. */
export interface TextFile extends Texts {
  /** Writes and syncs what was kept since. @returns where the file ends then */
  flush(): Promise<number>
  /** @param last the last text that is of use; what follows is overwritten. Null where none is */
  forgetAfter(last: number | null): Promise<void>
  close(): void
}

/** Of bytes: the name of the form and of the file. */
const ID_BYTES = 36
const FORM = 'sanad texts 1 '
const HEADER_BYTES = FORM.length + ID_BYTES
/** Before each text: how many bytes it has, and their CRC-32. */
const FRAME_BYTES = 8
/** Nearly every text is in what is read first. */
const FIRST_READ_BYTES = 2048

const writeTo = promisify(write)
const syncData = promisify(fdatasync)

export const newTextFileState = (): TextFileState => ({ id: randomUUID(), end: 0 })

/**
 * Opens the file that the database says is its own, makes it where nothing was written yet, and cuts off what transactions
 * wrote that were never committed.
 * @throws DomainError STORE_DAMAGED where it is missing, shorter, or another database's; STORE_UNAVAILABLE
 */
export function openTextFile(path: string, { id, end }: TextFileState): TextFile {
  const file = openFile(path, end === 0)
  try {
    const size = fstatSync(file).size
    if (size < end) throw damaged(path, 'ends too early')
    // A process that is killed while it makes the file leaves a part of the header.
    if (size >= HEADER_BYTES && readAt(file, 0, HEADER_BYTES).toString('latin1') !== `${FORM}${id}`)
      throw damaged(path, 'belongs to another database')
    ftruncateSync(file, end)
  } catch (error) {
    closeSync(file)
    throw error instanceof DomainError ? error : unavailable(path, error)
  }
  return textsOf(path, file, { id, end })
}

function textsOf(path: string, file: number, state: TextFileState): TextFile {
  const header = Buffer.from(`${FORM}${state.id}`, 'latin1')
  let pending: Buffer[] = state.end === 0 ? [header] : []
  let end = Math.max(state.end, HEADER_BYTES)
  let writtenTo = state.end
  let lastFlush: Promise<unknown> = Promise.resolve()
  let closed = false

  /** What fails is written again, to the same place, with what is kept next. */
  async function writePending(): Promise<number> {
    const bytes = Buffer.concat(pending)
    if (bytes.length === 0) return writtenTo
    const count = pending.length
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await writeTo(file, bytes, done, bytes.length - done, writtenTo + done)
      done += bytesWritten
    }
    await syncData(file)
    pending = pending.slice(count)
    writtenTo += bytes.length
    return writtenTo
  }

  return {
    keep(text) {
      const bytes = Buffer.allocUnsafe(FRAME_BYTES + Buffer.byteLength(text))
      bytes.write(text, FRAME_BYTES)
      bytes.writeUInt32LE(bytes.length - FRAME_BYTES, 0)
      bytes.writeUInt32LE(crc32(bytes.subarray(FRAME_BYTES)), 4)
      pending.push(bytes)
      const begin = end
      end += bytes.length
      return begin
    },
    read(held) {
      // The number of a closed file may be another's by now.
      if (closed) throw new DomainError('STORE_UNAVAILABLE', 'The store is closed.')
      const bytes = typeof held === 'number' ? readFrame(file, held, writtenTo) : null
      if (bytes === null) throw unreadable(path, held)
      return bytes.toString()
    },
    async forgetAfter(last) {
      await lastFlush
      const bytes = last === null ? null : readFrame(file, last, writtenTo)
      if (last !== null && bytes === null) throw unreadable(path, last)
      pending = writtenTo === 0 ? [header] : []
      end = last === null || bytes === null ? HEADER_BYTES : last + FRAME_BYTES + bytes.length
      writtenTo = Math.min(writtenTo, end)
    },
    flush() {
      const flushed = lastFlush.then(writePending).catch((cause: unknown) => {
        const text = 'The store could not be written to disk; check space and rights.'
        throw new DomainError('STORE_UNAVAILABLE', text, { cause })
      })
      lastFlush = flushed.catch(() => undefined)
      return flushed
    },
    close() {
      closed = true
      closeSync(file)
    },
  }
}

/** The bytes of a text; null where what lies there is not as it was written. */
function readFrame(file: number, begin: number, end: number): Buffer | null {
  let bytes = readAt(file, begin, FIRST_READ_BYTES)
  if (bytes.length < FRAME_BYTES) return null
  const length = bytes.readUInt32LE(0)
  const sum = bytes.readUInt32LE(4)
  if (begin + FRAME_BYTES + length > end) return null
  if (bytes.length < FRAME_BYTES + length) bytes = readAt(file, begin, FRAME_BYTES + length)
  const text = bytes.subarray(FRAME_BYTES, FRAME_BYTES + length)
  return text.length === length && crc32(text) === sum ? text : null
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

/** As much as there is, from a place to a place. */
function readAt(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  return bytes.subarray(0, readSync(file, bytes, 0, length, position))
}

function damaged(path: string, what: string): DomainError {
  const text = `${nameFile(path)} ${what}; it holds the texts of the database beside it, so restore both from one backup, or choose another folder with --data.`
  return new DomainError('STORE_DAMAGED', text)
}

/** Readers are told this too, so where the file lies is for the log alone. */
function unreadable(path: string, held: unknown): DomainError {
  const cause = new Error(`${path} has no whole text at byte ${held}.`)
  const text = `A text in ${basename(path)} is damaged; a backup of the database has to be restored.`
  return new DomainError('STORE_DAMAGED', text, { cause })
}

function unavailable(path: string, cause: unknown): DomainError {
  const text = `${nameFile(path)} cannot be opened; check that it may be read and written, or choose another folder with --data.`
  return new DomainError('STORE_UNAVAILABLE', text, { cause })
}
