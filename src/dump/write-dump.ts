import { createHash } from 'node:crypto'
import type { History } from '../domain/history.ts'
import { type DumpEnd, type DumpHead, writeEnd, writeEntry, writeHead } from './dump-lines.ts'

/** Length after which a chunk is yielded, in UTF-16 units. */
const CHUNK_LENGTH = 65_536

export interface WriteOptions {
  readonly head: DumpHead
  readonly history: Pick<History, 'entries'>
  /** Called with the number of lines that are written. */
  readonly onProgress?: (lines: number) => void
  readonly onEnd?: (end: DumpEnd) => void
}

/** Makes a dump in chunks. The last line has the number of lines and the SHA-256 of all before it. */
export async function* writeDump({ head, history, onProgress, onEnd }: WriteOptions): AsyncGenerator<string> {
  const hash = createHash('sha256')
  let lines = 1
  let text = `${writeHead(head)}\n`
  for await (const entry of history.entries()) {
    text += `${writeEntry(entry)}\n`
    lines += 1
    if (text.length < CHUNK_LENGTH) continue
    hash.update(text)
    onProgress?.(lines)
    yield text
    text = ''
  }
  const end = { lines, sha256: hash.update(text).digest('hex') }
  yield `${text}${writeEnd(end)}\n`
  onEnd?.(end)
}
