import { spawn } from 'node:child_process'
import { once } from 'node:events'

export interface BareServer {
  /** http://127.0.0.1:1234/ */
  readonly url: string
  readonly pid: number
  readonly stop: () => void
}

/** A server of `node:http` in a separate process that sends the same bytes to every request: the baseline of Node. */
export async function startBareServer(
  body: Buffer,
  headers: Readonly<Record<string, string | number>>,
): Promise<BareServer> {
  const program = `let text = ''
process.stdin.on('data', (part) => (text += part)).on('end', () => {
  const { body, headers } = JSON.parse(text)
  const bytes = Buffer.from(body, 'base64')
  require('node:http').createServer((_, response) => response.writeHead(200, { ...headers, 'Content-Length': bytes.length }).end(bytes))
    .listen(0, '127.0.0.1', function () { console.log(this.address().port) })
})`
  const child = spawn(process.execPath, ['-e', program], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(JSON.stringify({ body: body.toString('base64'), headers }))
  const [port] = await once(child.stdout, 'data')
  const url = `http://127.0.0.1:${String(port).trim()}/`
  return { url, pid: child.pid ?? 0, stop: () => void child.kill('SIGTERM') }
}
