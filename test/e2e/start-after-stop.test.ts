import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { writeStory } from './generated-story.ts'
import { exitOf, readApi, start } from './run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'sanad-again-'))
const seeds = join(folder, 'seeds')
const QUERY = '{ search(text: "story") { totalCount nodes { __typename } } claims { totalCount } }'

async function send(api: string): Promise<unknown> {
  const headers = { 'Content-Type': 'application/json' }
  const response = await fetch(api, { method: 'POST', headers, body: JSON.stringify({ query: QUERY }) })
  const { data }: { data: unknown } = await response.json()
  return data
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  const ended = exitOf(child)
  child.kill(signal)
  await ended
}

/** Work that a start defers must be complete before the first response, however the last process ended. */
describe('start of the server', { timeout: 120_000 }, () => {
  const children: ChildProcess[] = []
  const serve = (): ChildProcess => {
    const child = start(['serve', '--port', '0', '--json', '--seeds', seeds, '--data', join(folder, 'data')])
    children.push(child)
    return child
  }
  afterAll(() => {
    for (const child of children) child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  it('is ready before all is loaded, with a complete first response', async () => {
    writeStory(join(seeds, 'story'), { id: 'story', claims: [1, 2, 3], denied: true })
    const responses: unknown[] = []
    for (const signal of ['SIGKILL', 'SIGTERM', 'SIGTERM'] as const) {
      const child = serve()
      const api = await readApi(child)
      const [ready, page, response] = await Promise.all([
        fetch(new URL('/readyz', api)),
        fetch(new URL('/?lang=en&q=story', api)),
        send(api),
      ])
      expect([ready.status, page.status]).toEqual([200, 200])
      expect(await page.text()).toContain('/story/story')
      responses.push(response)
      await end(child, signal)
    }
    expect(responses[0]).toMatchObject({ claims: { totalCount: 3 } })
    for (const response of responses) expect(response).toEqual(responses[0])
  })

  // Stops during warm-up, and a little before and after.
  it.each([195, 210, 220, 230, 245, 300])('that is stopped after %d ms ends without an error', async (ms) => {
    const child = serve()
    let errors = ''
    child.stderr?.on('data', (chunk) => (errors += chunk))
    await readApi(child)
    const ended = exitOf(child)
    setTimeout(() => child.kill('SIGTERM'), ms)
    expect(await ended).toBe(0)
    expect(errors).not.toContain('"level":"error"')
  })
})
