import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Contender, StartOptions } from './contenders.ts'
import { takes } from './contenders.ts'
import { type ContenderName, isEmbedded, usesNeo4j } from './peer-options.ts'
import type { QuestionName } from './questions.ts'
import { bodyOf } from './response-content.ts'
import { preparePost, sendRequests } from './send-requests.ts'
import type { Variables } from './variable-sets.ts'

/** Counts of one question, a request; null where they are unknown. */
export interface DatabaseCounts {
  readonly question: QuestionName
  readonly contender: ContenderName
  readonly hits: number | null
  readonly bytes: number | null
}

/** Number of requests with which a process begins, so that it has connections and knows what it reads once. */
const FIRST = 2
const COUNTED = 6
/** `PROFILE` makes a plan for each statement, slowly on a busy machine: questions past this limit have no counts. */
const LIMIT_MS = 20_000

type Start = (name: ContenderName, rest: Partial<StartOptions>) => Promise<Contender>
type SetsOf = (question: QuestionName) => readonly Variables[]

/** Counts for the contenders with a database of its own process, one request at a time. */
export async function countDatabase(
  name: ContenderName,
  questions: readonly QuestionName[],
  setsOf: SetsOf,
  start: Start,
): Promise<readonly DatabaseCounts[]> {
  const taken = questions.filter((question) => takes(name, question))
  const bytes = await countKind('bytes', name, taken, setsOf, start)
  const hits = usesNeo4j(name) ? await countKind('hits', name, taken, setsOf, start) : new Map<QuestionName, number>()
  return taken.map((question) => ({
    question,
    contender: name,
    hits: hits.get(question) ?? null,
    bytes: bytes.get(question) ?? null,
  }))
}

async function countKind(
  kind: 'hits' | 'bytes',
  name: ContenderName,
  questions: readonly QuestionName[],
  setsOf: SetsOf,
  start: Start,
): Promise<ReadonlyMap<QuestionName, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-peers-counts-'))
  const file = join(folder, kind)
  writeFileSync(file, '')
  const means = new Map<QuestionName, number>()
  try {
    const contender = await start(name, { counts: { kind, file } })
    const read = (): number => (isEmbedded(name) ? writtenBy(contender.databasePid) : sumOf(file))
    try {
      for (const question of questions) {
        const requests = setsOf(question)
          .slice(0, FIRST + COUNTED)
          .map((set) => preparePost(contender.api, bodyOf(question, contender.shape, set)))
        const ask = (some: typeof requests) =>
          sendRequests(contender.api, some, {
            inFlight: 1,
            durationMs: LIMIT_MS,
            once: true,
            from: 0,
            check: (_, body) => (JSON.parse(body.toString('utf8')).errors === undefined ? null : 'errors'),
            lastMs: 0,
          })
        await ask(requests.slice(0, FIRST))
        const before = read()
        const { accepted } = await ask(requests.slice(FIRST))
        if (accepted === requests.length - FIRST) means.set(question, (read() - before) / accepted)
      }
    } finally {
      await contender.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return means
}

const sumOf = (file: string): number =>
  readFileSync(file, 'utf8')
    .split('\n')
    .reduce((sum, line) => sum + Number(line), 0)

/** Bytes that a process wrote since its start. The database process of the embedded engine writes responses only. */
function writtenBy(pid: number | null): number {
  return Number(/^wchar: (\d+)$/m.exec(readFileSync(`/proc/${pid}/io`, 'utf8'))?.[1])
}
