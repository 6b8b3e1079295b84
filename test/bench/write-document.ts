import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EngineName } from './options.ts'
import { ROOT } from './read-story.ts'

const FILE = join(ROOT, 'docs/reference/performance.md')
const HEAD = `# Performance

<!-- Written by \`npm run bench -- --write\` (test/bench/); do not edit the figures by hand. -->

The golden queries (\`src/graphql/examples/\`) over the stories of \`seeds/\`, multiplied: every copy has its own entities,
concepts and sources, so a question that names something has one answer at every size. A query is run as the server runs
questions known beforehand, compiled (docs/decisions/0010-compiled-queries.md), with a fresh context each time; "in words"
is the ratio of the same question through graphql-js, its text parsed and checked once, as the server does with any other.
What runs is what \`npm run build\` made. "Bare" is the same statements with the same parameters in the same order through
the engine's own driver. Runs of both, and of all sizes, take turns; figures are medians over all rounds, ranges those of
the rounds.`

/** Replaces the section of one engine and leaves the other's, each with its own command and machine. */
export function writeSection(engine: EngineName, text: string): void {
  const old = existsSync(FILE) ? readFileSync(FILE, 'utf8') : ''
  const kept = (['embedded', 'neo4j'] as const).map((name) =>
    name === engine ? wrap(name, text) : sectionOf(old, name),
  )
  writeFileSync(FILE, `${[HEAD, ...kept.filter((section) => section !== '')].join('\n\n')}\n`)
}

const marks = (engine: EngineName) => [`<!-- begin ${engine} -->`, `<!-- end ${engine} -->`] as const

function wrap(engine: EngineName, text: string): string {
  const [begin, end] = marks(engine)
  return `${begin}\n${text}\n${end}`
}

function sectionOf(document: string, engine: EngineName): string {
  const [begin, end] = marks(engine)
  const from = document.indexOf(begin)
  const to = document.indexOf(end)
  return from < 0 || to < 0 ? '' : document.slice(from, to + end.length)
}
