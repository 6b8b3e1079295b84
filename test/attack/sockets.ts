/** What each kind of bad connection does to the real server: npm run attack:sockets -- [how many of each] [kinds, as a pattern] */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { exitOf, readApi } from '../e2e/run-cli.ts'
import { attackWithSockets } from './attack-with-sockets.ts'
import { BAD_SOCKETS } from './bad-sockets.ts'

const PATIENCE_MS = 20_000
const [count = '2000', pattern = ''] = process.argv.slice(2)
const ROOT = join(import.meta.dirname, '../..')
const child = spawn(
  process.execPath,
  [join(ROOT, 'dist/cli/main.js'), 'serve', '--in-memory', '--port', '0', '--json'],
  { cwd: ROOT, env: { ...process.env, NEO4J_URI: '' }, stdio: ['ignore', 'pipe', 'pipe'] },
)
const ended = exitOf(child)
const api = await readApi(child)
child.stdout.resume()
// What is loaded when first asked for is there before anything is counted.
for (const Accept of ['text/html', 'application/json']) {
  await (await fetch(`${api}?query={__typename}`, { headers: { Accept } })).arrayBuffer()
}
await (await fetch(api, { headers: { Accept: 'text/html' } })).arrayBuffer()

const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024)
console.log(
  '| kind | descriptors | freed after ms | resident MB: before, at most, after | good client p99 ms, failed |',
)
console.log('|---|---|---|---|---|---|')
let held = 0
for (const kind of BAD_SOCKETS.filter(({ name }) => new RegExp(pattern).test(name))) {
  const figures = await attackWithSockets(
    { pid: child.pid ?? 0, port: Number(new URL(api).port) },
    kind,
    Number(count),
    PATIENCE_MS,
  )
  const memory = [figures.residentBytesBefore, figures.residentBytesAtMost, figures.residentBytesAfter].map(megabytes)
  const good = `${figures.goodP99Ms}, ${figures.goodFailures.length} of ${figures.goodAsked}`
  console.log(
    `| ${kind.name} | ${figures.descriptorsBefore} → ${figures.descriptorsAtMost} | ${figures.freedAfterMs ?? 'never'} | ${memory.join(', ')} | ${figures.cpuMs} | ${good} |`,
  )
  if (figures.freedAfterMs === null) held += 1
}
child.kill('SIGTERM')
process.exitCode = (await ended) === 0 && held === 0 ? 0 : 1
