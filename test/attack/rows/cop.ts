import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../bench/read-story.ts'
import { tableUnder } from '../../documentation/markdown.ts'
import { COP_CHECKS } from '../cop-checks.ts'
import type { AttackContext, Measured, Row } from '../row.ts'
import { sendBytes } from '../send-bytes.ts'
import { sourceAddresses } from '../source-addresses.ts'
import { MAX_ANSWER_BYTES } from '../verdict.ts'

const TIMEOUT_MS = 10_000

/** Titles in the first column of the table in docs/reference/security.md that explains remaining findings. */
export function explainedChecks(): readonly string[] {
  const rows = tableUnder(readFileSync(join(ROOT, 'docs/reference/security.md'), 'utf8'), 'Findings of graphql-cop')
  return rows.map(([title = '']) => title)
}

const run = async ({ shared }: AttackContext): Promise<Measured> => {
  const server = await shared()
  const addresses = sourceAddresses()
  const found: string[] = []
  for (const { title, requests, isFound } of COP_CHECKS) {
    const bodies: string[] = []
    for (const bytes of requests) {
      const from = addresses.next().value
      const answer = await sendBytes(bytes, {
        port: server.port,
        from,
        timeoutMs: TIMEOUT_MS,
        mostBytes: MAX_ANSWER_BYTES,
      })
      bodies.push(answer.body.toString('utf8'))
    }
    if (isFound(bodies)) found.push(title)
  }
  const explained = explainedChecks()
  const unexplained = found.filter((title) => !explained.includes(title))
  return {
    holds: unexplained.length === 0,
    figure: `${COP_CHECKS.length} checks, ${found.length} find something, ${unexplained.length} of them unexplained`,
    details: found.map((title) => `${explained.includes(title) ? 'explained' : 'UNEXPLAINED'}: ${title}`),
  }
}

export const copRow: Row = {
  name: 'cop',
  what: 'graphql-cop’s 13 checks',
  goal: '0 unexplained',
  isShort: true,
  run,
}
