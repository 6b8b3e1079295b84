import { writeFileSync } from 'node:fs'
import { assumeProduction } from '../../src/config/settings.ts'
import { describeMachine } from '../bench/describe-machine.ts'
import { helpText, parseOptions } from './options.ts'
import { renderTable } from './render-table.ts'
import { ROWS } from './rows.ts'
import { createRun, type RowResult } from './run-rows.ts'

async function main(args: readonly string[]): Promise<number> {
  const options = parseOptions(args, ROWS, process.env)
  if (options.help) {
    console.log(helpText(ROWS))
    return 0
  }
  assumeProduction()
  const attack = createRun(options, (text) => console.error(text))
  const interrupt = (): void => void attack.end().then(() => process.exit(130))
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt)
  const results: RowResult[] = []
  try {
    for (const row of options.rows) {
      console.error(`${row.name}: ${row.what}`)
      const result = await attack.run(row)
      console.error(`${row.name}: ${result.holds ? 'holds' : 'MISSED'}: ${result.figure}`)
      results.push(result)
    }
  } finally {
    await attack.end()
  }
  const machine = describeMachine(new Date())
  const command = `npm run attack -- ${args.join(' ')}`.trim()
  console.log(`\`${command}\`\\\n${machine}\n\n${renderTable(results)}`)
  if (options.json !== null) {
    const rows = results.map(({ row: { name, what, goal }, ...measured }) => ({ name, what, goal, ...measured }))
    const { engine, seed } = options
    writeFileSync(options.json, `${JSON.stringify({ command, machine, engine, seed, rows }, null, 2)}\n`)
  }
  return results.every(({ holds }) => holds) ? 0 : 1
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
