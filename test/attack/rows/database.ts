import type { AttackContext, Measured, Row } from '../row.ts'

const run = async ({ note, command }: AttackContext): Promise<Measured> => {
  const { startNeo4j } = await import('../../../scripts/start-neo4j.ts')
  const { ANSWER_GOAL_MS, BACK_GOAL_MS, holds, takeDatabaseAway } = await import('../database-gone.ts')
  // A separate Neo4j, since it is frozen and killed.
  const neo4j = await startNeo4j()
  const details: string[] = []
  let [ways, missed, slowest, back, falseAlarms] = [0, 0, 0, 0, 0]
  try {
    await takeDatabaseAway(
      neo4j,
      (figures) => {
        const { way, slowestMs, backMs, asked, stale, refused, wrong, lost } = figures
        ways += 1
        if (!holds(figures)) missed += 1
        slowest = Math.max(slowest, slowestMs)
        back = Math.max(back, backMs)
        const line = `${holds(figures) ? 'holds' : 'MISSED'}: ${way}: ${asked} asked, slowest ${slowestMs} ms, back after ${backMs} ms, ${stale} marked stale, ${refused} refused, ${wrong.length} wrong, ${lost.length} lost`
        note(line)
        details.push(line, ...[...wrong, ...lost].slice(0, 5).map((one) => `  ${one}`))
      },
      (count) => {
        falseAlarms = count
        note(`${count} false alarms with eight heavy questions`)
      },
      command,
    )
  } finally {
    await neo4j.stop()
  }
  return {
    holds: missed === 0 && falseAlarms === 0 && ways > 0,
    figure: `${ways} ways: slowest answer ${slowest} ms (≤ ${ANSWER_GOAL_MS}), back after ${back} ms at most (≤ ${BACK_GOAL_MS}), ${missed} ways missed, ${falseAlarms} false alarms`,
    details,
  }
}

export const databaseRow: Row = {
  name: 'database',
  what: 'Neo4j frozen, killed, restarted, refused, a black hole, under load',
  goal: 'cached and marked stale, or 503, ≤ 300 ms; back ≤ 3 s; 0 wrong',
  engines: ['neo4j'],
  isShort: false,
  run,
}
