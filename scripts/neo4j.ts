/** Runs a command beside a temporary Neo4j, which is fetched from Maven Central and needs no Docker. */
import { type ChildProcess, spawn } from 'node:child_process'
import { NEO4J_VERSION, SetupError, type StartedNeo4j, startNeo4j } from './start-neo4j.ts'

const HELP = `Usage: npm run neo4j -- <command> [argument…]

Starts a fresh Neo4j ${NEO4J_VERSION} on a free loopback port, runs the command with NEO4J_URI,
NEO4J_USER, NEO4J_PASSWORD and NEO4J_PID set, stops the server and exits with the command's code.
Needs Java 17 and, on first use, Maven. The jars are kept in $SANAD_NEO4J_CACHE
(~/.cache/sanad/neo4j-${NEO4J_VERSION} unless set).`

function runCommand(command: string, argv: readonly string[], env: Record<string, string>, children: ChildProcess[]) {
  return new Promise<number>((resolve, reject) => {
    const child = spawn(command, argv, { stdio: 'inherit', env: { ...process.env, ...env } })
    children.push(child)
    child.once('error', (error) => reject(new SetupError(`${command} could not be started: ${error.message}`)))
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

async function main(argv: readonly string[]): Promise<number> {
  const [command, ...rest] = argv[0] === '--' ? argv.slice(1) : argv
  if (command === undefined || command === '--help' || command === '-h') {
    console.log(HELP)
    return command === undefined ? 2 : 0
  }
  const children: ChildProcess[] = []
  let interrupted = false
  const interrupt = () => {
    interrupted = true
    for (const child of children) child.kill('SIGTERM')
  }
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt)
  let server: StartedNeo4j | null = null
  try {
    server = await startNeo4j()
    if (interrupted) return 130
    const given = {
      NEO4J_URI: server.uri,
      NEO4J_USER: server.user,
      NEO4J_PASSWORD: server.password,
      NEO4J_PID: String(server.pid),
    }
    const code = await runCommand(command, rest, given, children)
    return interrupted && code === 0 ? 130 : code
  } finally {
    await server?.stop()
  }
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error)
  process.exitCode = 1
}
