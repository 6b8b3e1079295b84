import type { Contender } from './contenders.ts'
import type { QuestionName } from './questions.ts'
import { contentOf, type Hits } from './response-content.ts'
import type { Variables } from './variable-sets.ts'

/** Problem of the response of a contender to the set with this index, in words; null where its content is right. */
export type ResponseCheck = (contender: Pick<Contender, 'name' | 'shape'>, index: number, body: Buffer) => string | null

/** Beginning of each problem that is a difference of content, and no failure of one contender. */
export const DIFFERENT = 'Different content'

/**
 * Compares the content of every response with that of the first response to the same set, from whichever contender.
 * Bytes that a contender sent before are not parsed again.
 */
export function createResponseCheck(question: QuestionName, sets: readonly Variables[], hits: Hits): ResponseCheck {
  const contents: { readonly text: string; readonly from: string }[] = []
  const known = new Map<string, Buffer[]>()
  return ({ name, shape }, index, body) => {
    const bodies = known.get(name) ?? []
    known.set(name, bodies)
    if (bodies[index]?.equals(body)) return null
    const set = sets[index] ?? {}
    let text: string
    try {
      text = JSON.stringify(contentOf(question, shape, body.toString('utf8'), set, hits))
    } catch {
      return `${name} does not answer ${question} for ${JSON.stringify(set)}: ${body.toString('utf8', 0, 300)}`
    }
    contents[index] ??= { text, from: name }
    const { text: expected, from } = contents[index]
    if (text !== expected) {
      const place = firstDifference(expected, text)
      const parts = [expected, text].map((one) => `  … ${one.slice(Math.max(0, place - 80), place + 120)}`)
      return [`${DIFFERENT} of ${question} from ${from} and ${name} for ${JSON.stringify(set)}:`, ...parts].join('\n')
    }
    bodies[index] = Buffer.from(body)
    return null
  }
}

function firstDifference(a: string, b: string): number {
  let place = 0
  while (place < a.length && a[place] === b[place]) place += 1
  return place
}
