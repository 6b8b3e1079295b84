import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import neo4j from 'neo4j-driver'

export const NEO4J_VERSION = '5.26.17'
const START_LIMIT_MS = 120_000
const USER = 'neo4j'

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>sanad</groupId><artifactId>neo4j-for-tests</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>${NEO4J_VERSION}</version></dependency>
    <dependency><groupId>org.neo4j.app</groupId><artifactId>neo4j-server</artifactId><version>${NEO4J_VERSION}</version></dependency>
  </dependencies>
</project>
`

/** An error in the set-up of the machine, with its remedy. */
export class SetupError extends Error {}

/** A temporary Neo4j on a free loopback port. */
export interface StartedNeo4j {
  readonly uri: string
  readonly user: string
  readonly password: string
  /** Process of the server, until a restart. */
  readonly pid: number
  /** Sends a signal to the server's process: SIGSTOP freezes it, SIGCONT resumes it. */
  readonly signal: (signal: NodeJS.Signals) => void
  /** Kills the process, and resolves when it has ended. The data stays. */
  readonly kill: () => Promise<void>
  /** Restarts the killed server on the same port and data, and resolves when it answers. */
  readonly restart: () => Promise<void>
  /** Stops the process properly, and deletes its data. */
  readonly stop: () => Promise<void>
}

/** @throws SetupError where Java, Maven or the server fails */
export async function startNeo4j(): Promise<StartedNeo4j> {
  requireProgram('java', '-version', 'Install a Java runtime, version 17 (21 works too).')
  const cache = process.env['SANAD_NEO4J_CACHE'] || join(homedir(), '.cache', 'sanad', `neo4j-${NEO4J_VERSION}`)
  const classes = join(fetchJars(cache), '*')
  const home = mkdtempSync(join(tmpdir(), 'sanad-neo4j-'))
  const port = await findFreePort()
  writeHome(home, port)
  const password = randomBytes(18).toString('base64url')
  const env = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') }
  const admin = ['-cp', classes, 'org.neo4j.server.startup.Neo4jAdminCommand', 'dbms', 'set-initial-password']
  const set = spawnSync('java', [...admin, '--', password], { env, encoding: 'utf8' })
  if (set.status !== 0) {
    throw new SetupError(`Neo4j's password could not be set: ${set.stderr.replaceAll(password, '…')}`)
  }
  const uri = `bolt://127.0.0.1:${port}`
  const entry = ['-Xmx1g', '-cp', classes, 'org.neo4j.server.CommunityEntryPoint']
  const homeArguments = [`--home-dir=${home}`, `--config-dir=${join(home, 'conf')}`]
  const run = (): ChildProcess =>
    spawn('java', [...entry, ...homeArguments], { env, stdio: ['ignore', 'ignore', 2], detached: true })
  let server = run()
  async function stop(): Promise<void> {
    await end(server, 'SIGTERM')
    rmSync(home, { recursive: true, force: true })
  }
  try {
    await waitForAnswer(server, uri, password)
  } catch (error) {
    await stop()
    throw error
  }
  return {
    uri,
    user: USER,
    password,
    pid: server.pid ?? 0,
    signal: (signal) => void server.kill(signal),
    kill: () => end(server, 'SIGKILL'),
    async restart() {
      server = run()
      await waitForAnswer(server, uri, password)
    },
    stop,
  }
}

function requireProgram(program: string, flag: string, remedy: string): void {
  if (spawnSync(program, [flag], { stdio: 'ignore' }).error !== undefined) {
    throw new SetupError(`${program} was not found. ${remedy}`)
  }
}

/** Fetches into a temporary folder and renames it when complete, so an interrupted fetch is repeated. */
function fetchJars(cache: string): string {
  const lib = join(cache, 'lib')
  if (existsSync(lib)) return lib
  requireProgram('mvn', '-v', 'Install Maven; it is needed once, to fetch Neo4j.')
  mkdirSync(dirname(cache), { recursive: true })
  const partial = mkdtempSync(`${cache}.partial-`)
  try {
    const pom = join(partial, 'pom.xml')
    writeFileSync(pom, POM)
    console.error(`Fetching Neo4j ${NEO4J_VERSION} from Maven Central (116 MB, once)`)
    const goals = [
      'dependency:copy-dependencies',
      '-DincludeScope=runtime',
      `-DoutputDirectory=${join(partial, 'lib')}`,
    ]
    const { status } = spawnSync('mvn', ['-q', '-B', '-f', pom, ...goals], { stdio: ['ignore', 2, 2] })
    if (status !== 0) throw new SetupError('Maven could not fetch Neo4j; its own message is above.')
    mkdirSync(cache, { recursive: true })
    // Another process may have finished first; its folder is equivalent.
    if (!existsSync(lib)) renameSync(join(partial, 'lib'), lib)
    return lib
  } finally {
    rmSync(partial, { recursive: true, force: true })
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  if (address === null || typeof address === 'string') throw new SetupError('No free loopback port was found.')
  return address.port
}

function writeHome(home: string, port: number): void {
  mkdirSync(join(home, 'conf'))
  const settings = [
    `server.bolt.listen_address=127.0.0.1:${port}`,
    `server.bolt.advertised_address=127.0.0.1:${port}`,
    'server.http.enabled=false',
    'server.https.enabled=false',
    'dbms.usage_report.enabled=false',
    'db.transaction.timeout=10s',
    'server.memory.heap.initial_size=512m',
    'server.memory.heap.max_size=1g',
    'server.memory.pagecache.size=256m',
  ]
  writeFileSync(join(home, 'conf', 'neo4j.conf'), `${settings.join('\n')}\n`)
}

async function waitForAnswer(server: ChildProcess, uri: string, password: string): Promise<void> {
  const until = Date.now() + START_LIMIT_MS
  while (Date.now() < until) {
    if (hasEnded(server)) throw new SetupError('Neo4j ended while starting; its messages are above.')
    const driver = neo4j.driver(uri, neo4j.auth.basic(USER, password), { connectionTimeout: 2_000 })
    try {
      await driver.executeQuery('RETURN 1')
      return
    } catch {
      await sleep(250)
    } finally {
      await driver.close()
    }
  }
  throw new SetupError(`Neo4j gave no answer within ${START_LIMIT_MS / 1000} s.`)
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.pid === undefined || hasEnded(child)) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  // A frozen process handles no other signal until it is resumed.
  child.kill('SIGCONT')
  child.kill(signal)
  await Promise.race([ended, sleep(20_000, undefined, { ref: false })])
  if (hasEnded(child)) return
  child.kill('SIGKILL')
  await ended
}
