import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { exitOf, readApi, run, start } from './run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'sanad-json-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const AT = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)

describe('sanad serve --json', { timeout: 30_000 }, () => {
  it('logs its start and stop as JSON lines of one shape', async () => {
    const server = start(['serve', '--port', '0', '--data', join(folder, 'data'), '--json'])
    const [responses, events] = [linesOf(server.stdout), linesOf(server.stderr)]
    const api = await readApi(server)
    await fetch(new URL('/healthz', api))
    server.kill('SIGTERM')
    expect(await exitOf(server)).toBe(0)
    expect(responses()).toEqual([{ at: AT, level: 'info', event: 'listening', api, port: Number(new URL(api).port) }])
    expect(events()).toEqual([
      {
        at: AT,
        level: 'info',
        event: 'loaded',
        folder: 'seeds',
        changed: true,
        revision: 1,
        created: expect.any(Number),
        ended: 0,
      },
      expect.objectContaining({ at: AT, level: 'info', event: 'request', status: 200 }),
      { at: AT, level: 'info', event: 'stopping' },
      { at: AT, level: 'info', event: 'stopped' },
    ])
  })

  it('logs an unhandled rejection, and continues', async () => {
    // Rejects once the command listens for rejections: before that, the process ends.
    const forget = "process.listenerCount('unhandledRejection') > 0 && Promise.reject(new Error('forgotten'))"
    const code = `process.argv[1]?.includes('main') && setInterval(() => { ${forget} }, 400).unref()`
    const settings = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` }
    const server = start(['serve', '--port', '0', '--in-memory', '--no-seeds', '--json'], settings)
    const events = linesOf(server.stderr)
    const api = await readApi(server)
    await expect.poll(events, { timeout: 10_000 }).toContainEqual({
      at: AT,
      level: 'error',
      event: 'unhandled-rejection',
      detail: expect.stringMatching(/^Error: forgotten/),
    })
    expect((await fetch(new URL('/healthz', api))).status).toBe(200)
    server.kill('SIGTERM')
    expect(await exitOf(server)).toBe(0)
  })

  it.each<[string, readonly string[], Readonly<Record<string, string>>, string, RegExp]>([
    ['a setting', [], { PUBLIC_URL: 'notaurl' }, 'BAD_INPUT', /^PUBLIC_URL must be a URL/],
    ['a folder of stories', ['--seeds', join(folder, 'none')], {}, 'NOT_FOUND', /^There is no folder /],
  ])('logs the reason of a failed start as a JSON line too: %s', async (_, args, settings, code, message) => {
    const ended = await run(['serve', '--in-memory', '--port', '0', '--json', ...args], settings)
    expect(ended.code).toBe(1)
    expect(ended.stdout).toBe('')
    expect(JSON.parse(ended.stderr)).toEqual({
      at: AT,
      level: 'error',
      event: 'failed',
      code,
      message: expect.stringMatching(message),
    })
  })
})

function linesOf(stream: ChildProcess['stdout']): () => readonly unknown[] {
  let text = ''
  stream?.on('data', (chunk) => (text += chunk))
  return () =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
}
