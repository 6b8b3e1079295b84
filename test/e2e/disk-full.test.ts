import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeStory } from './generated-story.ts'
import { exitOf, readApi, run, start } from './run-cli.ts'

const DISK_KB = 3 * 1024
const folder = mkdtempSync(join(tmpdir(), 'sanad-full-'))
const disk = join(folder, 'disk')
const data = join(disk, 'data')
const [first, larger] = [join(folder, 'first', 'story'), join(folder, 'larger', 'story')]
const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i)

/** Mounts a file system for the test, which needs rights that a sandbox may lack. */
function mountDisk(): boolean {
  try {
    execFileSync('mkdir', [disk])
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_KB}k`, 'tmpfs', disk], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
const isMounted = mountDisk()
const grow = (): void => void execFileSync('mount', ['-o', 'remount,size=64m', disk])

/** Writes until the disk is full. */
function fillDisk(): void {
  const ballast = openSync(join(disk, 'ballast'), 'w')
  try {
    for (;;) writeSync(ballast, Buffer.alloc(4096))
  } catch {
    closeSync(ballast)
  }
}
const freeDisk = (): void => rmSync(join(disk, 'ballast'))

async function claimsAt(api: string): Promise<unknown> {
  const body = JSON.stringify({ query: '{ claims { totalCount } }' })
  const response = await fetch(api, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  const { data } = await response.json()
  return data.claims.totalCount
}

const FULL = /^\{"error":\{"code":"DISK_FULL","message":"[^"]*free[^"]*space[^"]*"\}\}\n$/

describe.skipIf(!isMounted)('full disk', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    writeStory(first, { id: 'generated', claims: range(20), denied: false })
    writeStory(larger, { id: 'generated', claims: range(1500), denied: true })
    expect((await run(['seed', first, '--data', data])).code).toBe(0)
  }, 60_000)
  afterAll(() => {
    if (isMounted) execFileSync('umount', [disk])
    rmSync(folder, { recursive: true, force: true })
  })

  it('lets a running server respond with the old data, and stop with 0', async () => {
    const server = start(['serve', '--no-seeds', '--port', '0', '--json', '--data', data])
    const ended = exitOf(server)
    const api = await readApi(server)
    fillDisk()
    expect(await claimsAt(api)).toBe(20)
    server.kill('SIGTERM')
    expect(await ended).toBe(0)
    freeDisk()
  })

  it('aborts a load with DISK_FULL without data loss, repeatedly', async () => {
    for (const _ of range(2)) {
      const { code, stderr } = await run(['seed', larger, '--json', '--data', data])
      expect(code).toBe(1)
      expect(stderr).toMatch(FULL)
    }
  })

  it('lets reading commands and a server without seeds start', async () => {
    fillDisk()
    const { code, stdout } = await run(['query', '-e', '{ claims { totalCount } }', '--json', '--data', data])
    expect([code, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ data: { claims: { totalCount: 20 } } })])
    const server = start(['serve', '--no-seeds', '--port', '0', '--json', '--data', data])
    const ended = exitOf(server)
    expect(await claimsAt(await readApi(server))).toBe(20)
    server.kill('SIGTERM')
    expect(await ended).toBe(0)
    freeDisk()
  })

  it('lets the load succeed after space is freed', async () => {
    grow()
    expect((await run(['seed', larger, '--data', data])).code).toBe(0)
    const { stdout } = await run(['query', '-e', '{ claims { totalCount } }', '--json', '--data', data])
    expect(JSON.parse(stdout)).toMatchObject({ data: { claims: { totalCount: 1500 } } })
  })
})
