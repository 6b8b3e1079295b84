import { request } from 'node:http'

export interface Received {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly bytes: Buffer
  readonly text: string
}

interface Sent {
  readonly method?: string
  readonly path: string
  readonly headers?: Record<string, string>
}

/** Sends a target as it is, which `fetch` would rewrite, on a connection of its own. */
export function sendRequest(url: string, { method = 'GET', path, headers = {} }: Sent): Promise<Received> {
  const { port } = new URL(url)
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const bytes = Buffer.concat(chunks)
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text: bytes.toString('utf8') })
      })
    })
    sent.on('error', reject)
    sent.end()
  })
}
