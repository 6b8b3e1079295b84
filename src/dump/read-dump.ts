import { createHash } from 'node:crypto'
import type { FirstThing, History, HistoryEntry, HistoryState } from '../domain/history.ts'
import { objectKeyOf } from '../domain/object-key.ts'
import { toRevisionNumber } from '../domain/revision-number.ts'
import { THING_KINDS } from '../domain/thing-kind.ts'
import { type DumpEnd, type DumpHead, readEnd, readEntry, readHead } from './dump-lines.ts'
import { createLineOrder, type LineOrder } from './line-order.ts'
import { damagedAt, readLines } from './read-lines.ts'

/** A dump that was read to its end, and is complete and unchanged. */
export interface VerifiedDump {
  readonly head: DumpHead
  readonly end: DumpEnd
  readonly firstThings: readonly FirstThing[]
  /** The history of the dump. Its entries are read from the file again, and refused if the file changed meanwhile. */
  readonly history: History
}

/**
 * Reads a dump to its end, and checks each line, the order and number of the lines, and the SHA-256. It stores only the things of
 * the first load.
 * @throws DomainError BAD_INPUT with the line, NOT_FOUND
 */
export async function verifyDump(path: string, onProgress?: (lines: number) => void): Promise<VerifiedDump> {
  const found: { head: DumpHead | null; end: DumpEnd | null } = { head: null, end: null }
  const firstThings: FirstThing[] = []
  let revisions = 0
  const onLine: LineEvents = {
    head(head) {
      found.head = head
    },
    end(end) {
      found.end = end
    },
  }
  for await (const { entry, line } of readEntries(path, onLine)) {
    onProgress?.(line)
    if (entry.kind === 'REVISION') revisions += 1
    if (entry.kind === 'STATE' && found.head !== null && revisions <= found.head.firstLoad)
      firstThings.push(...toFirstThing(entry, firstThings.at(-1)))
  }
  const { head, end } = found
  if (head === null || end === null) throw damagedAt(path, 1, 'the file is cut off')
  async function* entries(): AsyncIterable<HistoryEntry> {
    const onSecond = {
      end: ({ sha256 }: DumpEnd): void => {
        if (sha256 !== end?.sha256) throw damagedAt(path, 1, 'the file changed while it was read')
      },
    }
    for await (const { entry } of readEntries(path, onSecond)) yield entry
  }
  return { head, end, firstThings, history: { ...head, revision: toRevisionNumber(head.revision), entries } }
}

interface PlacedEntry {
  readonly entry: HistoryEntry
  readonly line: number
}

interface LineEvents {
  readonly head?: (head: DumpHead) => void
  /** Called with the last line, after the lines before it were checked against it. */
  readonly end?: (end: DumpEnd) => void
}

async function* readEntries(path: string, on: LineEvents): AsyncGenerator<PlacedEntry> {
  const hash = createHash('sha256')
  let order: LineOrder | null = null
  let end: DumpEnd | null = null
  let lines = 0
  for await (const { number, bytes } of readLines(path)) {
    const refuse = (problem: string): never => {
      throw damagedAt(path, number, problem)
    }
    if (end !== null) refuse('follows the last line of the dump')
    const value = parseLine(bytes) ?? refuse('is no JSON in UTF-8')
    end = order === null ? null : readEnd(value)
    if (order !== null && end !== null) {
      if (end.lines !== lines) refuse(`is the end of ${end.lines} lines, but ${lines} precede it`)
      const problem = order.end()
      if (problem !== null) refuse(problem)
      if (end.sha256 !== hash.digest('hex'))
        refuse('has another SHA-256 than the lines before it: the file was changed')
      continue
    }
    lines = number
    hash.update(bytes).update('\n')
    if (order === null) {
      const read = readHead(value)
      if ('problem' in read) return refuse(read.problem)
      order = createLineOrder(read.value)
      on.head?.(read.value)
      continue
    }
    const read = readEntry(value)
    if ('problem' in read) return refuse(read.problem)
    const problem = order.next(read.value)
    if (problem !== null) refuse(problem)
    yield { entry: read.value, line: number }
  }
  if (end === null) throw damagedAt(path, lines + 1, 'is missing: the file is cut off')
  on.end?.(end)
}

/** The object of a line; null for anything else. */
function parseLine(bytes: Uint8Array): object | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return typeof value === 'object' ? value : null
  } catch {
    return null
  }
}

/** The thing of a state of the first load; none for objects without an identity node, and for further states of a claim. */
function toFirstThing(state: HistoryState, before: FirstThing | undefined): readonly FirstThing[] {
  const { list, item, from } = state
  const key = objectKeyOf(list, item)
  if (!THING_KINDS.some((kind) => kind === key.kind)) return []
  if (before?.key.kind === key.kind && before.key.id === key.id) return []
  const externalIds = list === 'entities' ? item.externalIds.map(({ scheme, value }) => `${scheme}:${value}`) : []
  return [{ key, from, entityKind: list === 'entities' ? item.kind : null, externalIds }]
}
