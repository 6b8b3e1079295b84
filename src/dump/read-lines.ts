import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { DomainError } from '../domain/errors.ts'

/** Maximum number of bytes of a line: several times an object with the longest texts and lists. */
export const MAX_LINE_BYTES = 16 * 1024 * 1024

const LINE_FEED = 10

/** One line of a dump, without its line feed. */
export interface DumpLine {
  /** From 1. */
  readonly number: number
  readonly bytes: Buffer
}

/** The error BAD_INPUT for a problem at a line of a file. */
export const damagedAt = (path: string, line: number, problem: string): DomainError =>
  new DomainError('BAD_INPUT', `${path}, line ${line}: ${problem}. Nothing was written.`, { argument: path })

/**
 * Reads the lines of a gzip file one at a time. Memory is bounded, however large the file expands.
 * @throws DomainError NOT_FOUND for a missing file, BAD_INPUT for a file that is no gzip file, is cut off or has a line that is too long
 */
export async function* readLines(path: string): AsyncGenerator<DumpLine> {
  const found = await stat(path).catch(() => null)
  if (found === null) throw new DomainError('NOT_FOUND', `There is no file ${path}: name another.`, { argument: path })
  if (!found.isFile()) throw new DomainError('BAD_INPUT', `${path} is no file: name one.`, { argument: path })
  let number = 1
  let parts: Buffer[] = []
  let length = 0
  const source = createReadStream(path)
  const unzipped = source.pipe(createGunzip())
  source.on('error', (error) => unzipped.destroy(error))
  try {
    for await (const chunk of unzipped as AsyncIterable<Buffer>) {
      let start = 0
      for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, start)) {
        parts.push(chunk.subarray(start, at))
        yield { number, bytes: Buffer.concat(parts) }
        number += 1
        start = at + 1
        parts = []
        length = 0
      }
      parts.push(Buffer.from(chunk.subarray(start)))
      length += chunk.length - start
      if (length > MAX_LINE_BYTES) throw damagedAt(path, number, `is longer than ${MAX_LINE_BYTES} bytes`)
    }
  } catch (error) {
    throw error instanceof DomainError ? error : toFileError(path, number, error)
  } finally {
    source.destroy()
    unzipped.destroy()
  }
  if (length > 0) throw damagedAt(path, number, 'is cut off: its line feed is missing')
}

function toFileError(path: string, line: number, error: unknown): DomainError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'Z_BUF_ERROR') return damagedAt(path, line, 'the file is cut off')
  if (code.startsWith('Z_') && line > 1) return damagedAt(path, line, 'the file is damaged')
  if (code.startsWith('Z_')) {
    const text = `${path} is no gzip file, or is damaged at its beginning. Nothing was written.`
    return new DomainError('BAD_INPUT', text, { argument: path, cause: error })
  }
  return new DomainError('BAD_INPUT', `${path} cannot be read: check its permissions. Nothing was written.`, {
    argument: path,
    cause: error,
  })
}
