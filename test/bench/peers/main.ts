import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assumeProduction } from '../../../src/config/settings.ts'
import { describeMachine } from '../describe-machine.ts'
import { writePeerFigures } from '../write-document.ts'
import { installPeers } from './install-peers.ts'
import type { DatabaseCounts, PeerFigures } from './measure-peers.ts'
import { PEER_HELP, type PeerOptions, parsePeerOptions, usesNeo4j } from './peer-options.ts'

const NEEDS_PACKAGES = ['neo4j-graphql', 'neo4j-graphql-cypher', 'sqlite']

async function main(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const options = parsePeerOptions(args, environment)
  if (options.help) return console.log(PEER_HELP)
  assumeProduction()
  const started = Date.now()
  const note = (text: string): void => console.error(`${Math.round((Date.now() - started) / 1000)} s: ${text}`)
  const packages = options.contenders.some((name) => NEEDS_PACKAGES.includes(name))
    ? installPeers(environment, note)
    : ''
  const report = await measureSizes(options, packages, environment, note)
  const command = `npm run bench:peers -- ${args.join(' ')}`.trim()
  const machine = describeMachine(new Date())
  const { renderPeers } = await import('./render-peers.ts')
  const text = `\`${command}\`\\\n${machine}\n\n${renderPeers(report)}`
  console.log(options.json ? JSON.stringify({ command, machine, ...report }) : text)
  if (options.write) writePeerFigures(text)
}

async function measureSizes(
  options: PeerOptions,
  packages: string,
  environment: NodeJS.ProcessEnv,
  note: (text: string) => void,
) {
  // Imported late, after NODE_ENV is set.
  const { preparePlaces } = await import('./prepare-places.ts')
  const { measurePeers } = await import('./measure-peers.ts')
  const { NEO4J_URI: uri = '', NEO4J_USER: user = 'neo4j', NEO4J_PASSWORD: password = '' } = environment
  const neo4j = options.contenders.some(usesNeo4j) ? { uri, user, password } : null
  const neo4jPid = Number(environment['NEO4J_PID'] ?? '') || null
  const figures: PeerFigures[] = []
  const counts: DatabaseCounts[] = []
  const folder = await mkdtemp(join(tmpdir(), 'sanad-peers-'))
  try {
    for (const size of options.sizes) {
      const prepared = await preparePlaces(size, folder, packages, neo4j, note)
      const report = await measurePeers(prepared, options, neo4jPid, note)
      figures.push(...report.figures)
      counts.push(...report.counts)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return { figures, counts }
}

try {
  await main(process.argv.slice(2), process.env)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
