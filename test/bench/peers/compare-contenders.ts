import { setTimeout as sleep } from 'node:timers/promises'
import type { Contender } from './contenders.ts'
import type { QuestionName } from './questions.ts'
import { bodyOf, contentOf, type Hits } from './response-content.ts'
import type { Variables } from './variable-sets.ts'

/**
 * Asks every contender the same, and compares the content with that of the first one.
 *
 * @throws Error with the place of the first difference
 */
export async function compareContenders(
  contenders: readonly Contender[],
  question: QuestionName,
  sets: readonly Variables[],
  hits: Hits,
): Promise<void> {
  const [first, ...others] = contenders
  if (!first) return
  for (const set of sets) {
    const expected = JSON.stringify(await readContent(first, question, set, hits))
    for (const other of others) {
      const found = JSON.stringify(await readContent(other, question, set, hits))
      if (found === expected) continue
      const place = firstDifference(expected, found)
      throw new Error(
        [
          `${other.name} and ${first.name} answer ${question} differently for ${JSON.stringify(set)}:`,
          ...[expected, found].map((text) => `  … ${text.slice(Math.max(0, place - 80), place + 120)}`),
        ].join('\n'),
      )
    }
  }
}

const PLAN_MS = 60_000
const PAUSE_MS = 500

/** A cold Neo4j makes its first plans slowly, and Sanad then reports it as gone for a while: that is no response yet. */
async function post(contender: Contender, question: QuestionName, set: Variables): Promise<string> {
  const body = bodyOf(question, contender.shape, set)
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json' }
  for (const until = Date.now() + PLAN_MS; ; await sleep(PAUSE_MS)) {
    const text = await (await fetch(contender.api, { method: 'POST', headers, body })).text()
    if (!text.includes('STORE_UNAVAILABLE') || Date.now() > until) return text
  }
}

async function readContent(contender: Contender, question: QuestionName, set: Variables, hits: Hits): Promise<unknown> {
  const text = await post(contender, question, set)
  try {
    return contentOf(question, contender.shape, text, set, hits)
  } catch (error) {
    throw new Error(`${contender.name} does not answer ${question}: ${text.slice(0, 300)}`, { cause: error })
  }
}

function firstDifference(a: string, b: string): number {
  let place = 0
  while (place < a.length && a[place] === b[place]) place += 1
  return place
}
