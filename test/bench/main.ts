import { assumeProduction } from '../../src/config/settings.ts'
import { describeMachine } from './describe-machine.ts'
import { HELP, parseOptions } from './options.ts'
import { renderEngine } from './render-report.ts'
import { writeSection } from './write-document.ts'

async function main(args: readonly string[]): Promise<void> {
  const options = parseOptions(args, process.env)
  if (options.help) return console.log(HELP)
  assumeProduction()
  const { readStory } = await import('./read-story.ts')
  const { runSections } = await import('./run-sections.ts')
  const story = await readStory()
  const machine = describeMachine(new Date())
  for (const engine of options.engines) {
    const figures = await runSections(engine, story, options, (text) => console.error(text))
    const command = `npm run bench -- ${args.join(' ')}`.trim()
    const text = renderEngine(figures, `\`${command}\`\\\n${machine}`)
    console.log(options.json ? JSON.stringify({ command, machine, ...figures }) : text)
    if (options.write) writeSection(engine, text)
  }
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
