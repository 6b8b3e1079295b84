import { HEAVY_QUESTIONS } from '../attack/heavy-questions.ts'
import type { BlockFigures, MeasuredServer } from './measured-server.ts'
import type { QuestionRequests } from './question-requests.ts'

export interface BlocksFigures extends BlockFigures {
  readonly question: string
}

const IN_FLIGHT = 8

/** Longest block of the thread that serves requests, for each question, 8 in flight, after its code ran warm. */
export async function measureBlocks(
  server: MeasuredServer,
  questions: readonly QuestionRequests[],
  roundMs: number,
  note: (text: string) => void,
): Promise<readonly BlocksFigures[]> {
  const heavy = Object.entries(HEAVY_QUESTIONS).map(([name, query]) => ({ name, bodies: [JSON.stringify({ query })] }))
  const figures: BlocksFigures[] = []
  for (const { name, bodies } of [...questions, ...heavy]) {
    note(`blocks: ${name}`)
    const headers = { 'Content-Type': 'application/json' }
    const first = await fetch(server.api, { method: 'POST', headers, body: bodies[0] ?? '' })
    if ((await first.text()).includes('"errors":[')) continue
    const sending = { inFlight: IN_FLIGHT, durationMs: roundMs, mayRefuse: true }
    await server.send(bodies, sending)
    await server.blocks()
    await server.send(bodies, sending)
    figures.push({ question: name, ...(await server.blocks()) })
  }
  return figures
}
