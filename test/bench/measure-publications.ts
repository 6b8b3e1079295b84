import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { EngineName } from './options.ts'
import { preparePost, type Sent, sendRequests } from './peers/send-requests.ts'
import type { PublishingCounts } from './publishing-server.ts'
import type { QuestionRequests } from './question-requests.ts'
import { ROOT } from './read-story.ts'

/** Readers of a still record, and of one that is edited every 100 ms. */
export interface PublicationFigures extends PublishingCounts {
  readonly seconds: number
  /** Before the edits, during them, and after them. */
  readonly p50Ms: readonly [number, number, number]
  readonly p99Ms: readonly [number, number, number]
  /** p99 during the edits ÷ the mean of the p99 before and after. */
  readonly ratio: number
  /** Responses that show the edited claim, and those of them that show two edits. */
  readonly showing: number
  readonly mixed: number
  /** Different edits that readers saw. */
  readonly seen: number
}

const IN_FLIGHT = 8
const EDIT = /edit-(\d+)/g
/** The edited claim in three places, which come from its state, from that of its assertion, and from lists. */
const EDITED_QUESTION = `query Edited($slug: String!) {
  claim(slug: $slug) { wording { affirmed } assertions { quote { exact } } }
  entity(slug: "x") { claims(first: 100) { nodes { slug wording { affirmed } assertions { quote { exact } } } } }
  claims(filter: { subject: "x" }, first: 100) { nodes { slug wording { affirmed } assertions { quote { exact } } } } }`
const EDITED = 'x-collects-biometric'
/** One request in this many is for the edited claim. */
const EVERY = 4

/** Sends the questions to a server that publishes no edit, then an edit every 100 ms, then none. */
export async function measurePublications(
  engine: EngineName,
  folder: string,
  questions: readonly QuestionRequests[],
  durationMs: number,
  note: (text: string) => void,
): Promise<PublicationFigures> {
  const child = startServer(engine, folder)
  try {
    const [{ api }] = (await answerOf(child)) as [{ readonly api: string }]
    const edited = JSON.stringify({ query: EDITED_QUESTION, variables: { slug: EDITED } })
    const bodies = questions
      .flatMap(({ bodies }) => bodies)
      .flatMap((body, index) => (index % (EVERY - 1) === 0 ? [body, edited] : [body]))
    const seen = new Set<string>()
    const found = { showing: 0, mixed: 0 }
    const check = (_: number, body: Buffer): string | null => {
      const text = body.toString('utf8')
      if (text.includes('"errors":[')) return text.slice(0, 300)
      const edits = new Set([...text.matchAll(EDIT)].map(([, number = '']) => number))
      if (edits.size > 0) found.showing += 1
      if (edits.size > 1) found.mixed += 1
      for (const edit of edits) seen.add(edit)
      return null
    }
    const requests = bodies.map((body) => preparePost(api, body))
    const read = async (ms: number): Promise<Sent> => {
      const sent = await sendRequests(api, requests, {
        inFlight: IN_FLIGHT,
        durationMs: ms,
        once: false,
        from: 0,
        check,
      })
      if (sent.problem !== null) throw new Error(`A request failed: ${sent.problem}.`)
      return sent
    }
    note(`publications: ${engine}, warming up`)
    await read(durationMs)
    note(`publications: ${engine}, still`)
    const before = await read(durationMs)
    note(`publications: ${engine}, an edit every 100 ms`)
    const published = answerOf(child)
    child.send({ durationMs })
    Object.assign(found, { showing: 0, mixed: 0 })
    seen.clear()
    const during = await read(durationMs)
    const [counts] = (await published) as [PublishingCounts]
    const shown = { ...found, seen: seen.size }
    note(`publications: ${engine}, still again`)
    const after = await read(durationMs)
    const all = [before, during, after] as const
    const of = (key: 'p50Ms' | 'p99Ms'): [number, number, number] => [all[0][key], all[1][key], all[2][key]]
    const ratio = during.p99Ms / ((before.p99Ms + after.p99Ms) / 2)
    return { seconds: durationMs / 1000, ...counts, p50Ms: of('p50Ms'), p99Ms: of('p99Ms'), ratio, ...shown }
  } finally {
    await stopServer(child)
  }
}

function startServer(engine: EngineName, folder: string): ChildProcess {
  const { NEO4J_URI = '' } = process.env
  const settings = {
    SANAD_RATE_LIMIT: '0',
    SANAD_QUERY_TIMEOUT_MS: '20000',
    NEO4J_URI: engine === 'neo4j' ? NEO4J_URI : '',
    ...(engine === 'embedded' ? { SANAD_DATA: join(folder, 'data') } : {}),
  }
  return fork(join(import.meta.dirname, 'publishing-server.ts'), {
    cwd: ROOT,
    env: { ...process.env, ...settings },
    execArgv: ['--import', 'tsx', '--import', join(import.meta.dirname, 'built-code.mjs')],
  })
}

/** The next message of the server. @throws Error where it ends instead */
async function answerOf(child: ChildProcess): Promise<readonly unknown[]> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The publishing server ended with ${code}.`)
  })
  return Promise.race([once(child, 'message'), ended])
}

async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.send({ durationMs: 0 })
  await ended
}
