import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mergeParts } from './merge-parts.ts'
import type { EngineName } from './options.ts'
import { ROOT } from './read-story.ts'

const FILE = join(ROOT, 'docs/reference/performance.md')
const HEAD = `# Performance

<!-- Written by \`npm run bench -- --write\` (test/bench/); do not edit the figures by hand. -->

The golden queries (\`src/graphql/examples/\`) run over the stories of \`seeds/\`, multiplied. Every copy has its own
entities, concepts and sources, so a query that names an object has one result at every size. The measured code is the
output of \`npm run build\`.

| term | meaning |
|---|---|
| query | run as the server runs trusted documents: compiled ([decision 10](../decisions/0010-compiled-queries.md)), with a fresh context each time |
| bare | the same statements, parameters and order through the engine's own driver |
| in words | ratio to bare of the same query through graphql-js, parsed and validated once, as the server runs any other query |
| figures | medians over all rounds; ranges are those of the rounds. Runs of both ways, and of all sizes, alternate |`

type SectionName = EngineName | 'peers'

/** Replaces the measured parts of the section of one engine, and keeps the others and the other sections. */
export function writeSection(engine: EngineName, text: string): void {
  const old = existsSync(FILE) ? readFileSync(FILE, 'utf8') : ''
  const kept = (['embedded', 'neo4j', 'peers'] as const).map((name) =>
    name === engine ? wrap(name, mergeParts(textOf(old, name), text)) : sectionOf(old, name),
  )
  writeFileSync(FILE, `${[HEAD, ...kept.filter((section) => section !== '')].join('\n\n')}\n`)
}

/** Replaces the figures in the section of the peers. Its text is written by hand. */
export function writePeerFigures(text: string): void {
  const old = readFileSync(FILE, 'utf8')
  const [begin, end] = ['<!-- begin peer figures -->', '<!-- end peer figures -->']
  const [from, to] = [old.indexOf(begin), old.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`${FILE} lacks the marks of the peers' figures.`)
  writeFileSync(FILE, `${old.slice(0, from)}${begin}\n${text}\n${old.slice(to)}`)
}

const marks = (engine: SectionName) => [`<!-- begin ${engine} -->`, `<!-- end ${engine} -->`] as const

function wrap(engine: SectionName, text: string): string {
  const [begin, end] = marks(engine)
  return `${begin}\n${text}\n${end}`
}

function sectionOf(document: string, engine: SectionName): string {
  const [begin, end] = marks(engine)
  const from = document.indexOf(begin)
  const to = document.indexOf(end)
  return from < 0 || to < 0 ? '' : document.slice(from, to + end.length)
}

function textOf(document: string, engine: SectionName): string {
  const [begin, end] = marks(engine)
  return sectionOf(document, engine).replace(begin, '').replace(end, '').trim()
}
