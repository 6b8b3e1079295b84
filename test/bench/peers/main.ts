import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type StartedNeo4j, startNeo4j } from '../../../scripts/start-neo4j.ts'
import { assumeProduction } from '../../../src/config/settings.ts'
import { describeMachine } from '../describe-machine.ts'
import { writePeerFigures } from '../write-document.ts'
import type { Neo4jServer } from './contenders.ts'
import { installPeers } from './install-peers.ts'
import type { PeerReport } from './measure-peers.ts'
import { isBefore, PEER_HELP, type PeerOptions, parsePeerOptions, usesNeo4j } from './peer-options.ts'

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
  note('done')
  if (report.problems.length > 0)
    throw new Error(`The figures are void, and not written:\n${report.problems.join('\n')}`)
  if (options.write) writePeerFigures(text)
}

async function measureSizes(
  options: PeerOptions,
  packages: string,
  environment: NodeJS.ProcessEnv,
  note: (text: string) => void,
): Promise<PeerReport> {
  // Imported late, after NODE_ENV is set.
  const { preparePlaces } = await import('./prepare-places.ts')
  const { measurePeers } = await import('./measure-peers.ts')
  const { NEO4J_URI: uri = '', NEO4J_USER: user = 'neo4j', NEO4J_PASSWORD: password = '' } = environment
  const pid = Number(environment['NEO4J_PID'] ?? '') || null
  const neo4j = options.contenders.some(usesNeo4j) ? { uri, user, password, pid } : null
  const reports: PeerReport[] = []
  const folder = await mkdtemp(join(tmpdir(), 'sanad-peers-'))
  const needsSecond = options.contenders.some((name) => isBefore(name) && usesNeo4j(name))
  // A database belongs to one format, and so does its server: another checkout gets a server of its own.
  const second: (Neo4jServer & StartedNeo4j) | null = needsSecond ? await startNeo4j() : null
  try {
    const before = options.before === null ? null : { root: options.before, neo4j: second }
    for (const claims of options.sizes) {
      const prepared = await preparePlaces({ claims, folder, packages, neo4j, before, note })
      reports.push(await measurePeers(prepared, options, note))
    }
  } finally {
    await second?.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return {
    figures: reports.flatMap(({ figures }) => figures),
    counts: reports.flatMap(({ counts }) => counts),
    loads: reports.flatMap(({ loads }) => loads),
    kept: reports.at(-1)?.kept ?? [],
    profiles: reports.flatMap(({ profiles }) => profiles),
    problems: reports.flatMap(({ problems }) => problems),
  }
}

try {
  await main(process.argv.slice(2), process.env)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
