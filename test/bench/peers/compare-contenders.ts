import { setTimeout as sleep } from 'node:timers/promises'
import type { Contender } from './contenders.ts'
import type { QuestionName } from './questions.ts'
import type { ResponseCheck } from './response-check.ts'
import { bodyOf } from './response-content.ts'
import type { Variables } from './variable-sets.ts'

/**
 * Sends the first sets to every contender, one after the other, so that a difference ends the run before anything is
 * timed. Rounds check every response too.
 *
 * @throws Error with the place of the first difference
 */
export async function compareContenders(
  contenders: readonly Contender[],
  question: QuestionName,
  sets: readonly Variables[],
  check: ResponseCheck,
): Promise<void> {
  for (const [index, set] of sets.entries()) {
    for (const contender of contenders) {
      const problem = check(contender, index, await post(contender, question, set))
      if (problem !== null) throw new Error(problem)
    }
  }
}

const PLAN_MS = 60_000
const PAUSE_MS = 500

/** A cold Neo4j makes its first plans slowly, and Sanad then reports it as gone for a while: that is no response yet. */
async function post(contender: Contender, question: QuestionName, set: Variables): Promise<Buffer> {
  const body = bodyOf(question, contender.shape, set)
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json' }
  for (const until = Date.now() + PLAN_MS; ; await sleep(PAUSE_MS)) {
    const response = await fetch(contender.api, { method: 'POST', headers, body })
    const received = Buffer.from(await response.arrayBuffer())
    if (!received.includes('STORE_UNAVAILABLE') || Date.now() > until) return received
  }
}
