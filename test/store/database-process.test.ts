import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { DomainError } from '../../src/domain/errors.ts'
import { withBreaker } from '../../src/store/engines/breaker.ts'
import { openEmbeddedProcess } from '../../src/store/engines/embedded-process.ts'
import type { Engine } from '../../src/store/engines/engine.ts'

/** Runs for minutes, since no index helps it. */
const ENDLESS =
  'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a + b < 0 RETURN count(*) AS n'
const folder = mkdtempSync(join(tmpdir(), 'sanad-database-process-'))
let count = 0
let engine: Engine | null = null
let restarts: string[] = []

afterEach(async () => engine?.close())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Limits {
  readonly readTimeoutMs: number
  readonly graceMs: number
  readonly closeMs?: number
}

async function open(limits: Limits): Promise<Engine> {
  count += 1
  restarts = []
  const path = join(folder, `${count}.grafeo`)
  const onRestart = (reason: string): void => void restarts.push(reason)
  engine = await openEmbeddedProcess({ path, importTimeoutMs: 30_000, onRestart, ...limits })
  return engine
}

/** Ids of the child processes of this process. */
const children = (): readonly number[] =>
  readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number)

function onlyChild(): number {
  const [pid, ...others] = children().filter((child) => nameOf(child).includes('embedded-child'))
  if (pid === undefined || others.length > 0) throw new Error(`${others.length + 1} processes have the database.`)
  return pid
}

function nameOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

/** Retries until the process responds. */
async function untilAnswered(requested: Engine): Promise<void> {
  for (;;) {
    const error = await requested.run('RETURN 1 AS one').then(
      () => null,
      (reason: unknown) => reason,
    )
    if (error === null) return
    expect(error).toBeInstanceOf(DomainError)
    await sleep(20)
  }
}

describe('process of the embedded engine', () => {
  it('aborts an endless statement, and keeps written data', async () => {
    const requested = await open({ readTimeoutMs: 1500, graceMs: 300 })
    await requested.transaction((tx) => tx.run("CREATE (n:ContractThing {id: 'kept'})"))
    await requested.flush()
    const before = onlyChild()
    const late = requested.run(ENDLESS)
    // Other statements run concurrently.
    expect(await requested.run('RETURN 1 AS one')).toEqual([{ one: 1 }])
    await expect(late).rejects.toMatchObject({ code: 'TIMEOUT' })
    expect(await requested.run('RETURN 2 AS two')).toEqual([{ two: 2 }])
    await requested.checkHealth()
    await requested.ping?.(new AbortController().signal)
    while (restarts.length === 0) await sleep(20)
    expect(restarts).toEqual(['a statement did not end'])
    expect(nameOf(before)).toBe('')
    await untilAnswered(requested)
    expect(onlyChild()).not.toBe(before)
    expect(await requested.run('MATCH (n:ContractThing) RETURN n.id AS id')).toEqual([{ id: 'kept' }])
  })

  it('rejects reads immediately while it restarts', async () => {
    const requested = await open({ readTimeoutMs: 5000, graceMs: 5000 })
    const waiting = requested.run(ENDLESS)
    process.kill(onlyChild(), 'SIGKILL')
    await expect(waiting).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
    await expect(requested.run('RETURN 1 AS one')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
    await untilAnswered(requested)
    expect(restarts).toEqual(['signal SIGKILL'])
  })

  it('restarts after it hangs', async () => {
    const requested = await open({ readTimeoutMs: 300, graceMs: 200 })
    process.kill(onlyChild(), 'SIGSTOP')
    await expect(requested.run('RETURN 1 AS one')).rejects.toMatchObject({ code: 'TIMEOUT' })
    while (restarts.length === 0) await sleep(20)
    await untilAnswered(requested)
  })

  it('restarts after it hangs while it receives pings only', async () => {
    const path = join(folder, 'idle.grafeo')
    restarts = []
    const opened = await openEmbeddedProcess({
      path,
      readTimeoutMs: 200,
      graceMs: 100,
      importTimeoutMs: 600,
      onRestart: (reason) => void restarts.push(reason),
    })
    engine = withBreaker(opened, { readTimeoutMs: 200, pingMs: 500 })
    process.kill(onlyChild(), 'SIGSTOP')
    while (restarts.length === 0) {
      await engine.checkHealth().catch(() => undefined)
      await sleep(50)
    }
    expect(restarts).toEqual(['it did not respond'])
    await untilAnswered(engine)
  })

  it('closes within its time limit after it hangs', { timeout: 20_000 }, async () => {
    const requested = await open({ readTimeoutMs: 5000, graceMs: 5000, closeMs: 500 })
    process.kill(onlyChild(), 'SIGSTOP')
    await requested.close()
    while (children().some((child) => nameOf(child).includes('embedded-child'))) await sleep(20)
  })

  it('loses no acknowledged transaction and keeps no partial one, whenever it is killed', {
    timeout: 60_000,
  }, async () => {
    const requested = await open({ readTimeoutMs: 5000, graceMs: 5000 })
    const acknowledged: number[] = []
    for (let kill = 0; kill < 8; kill += 1) {
      const timer = setTimeout(() => process.kill(onlyChild(), 'SIGKILL'), 60 + kill * 37)
      for (let number = kill * 1000; ; number += 1) {
        const write = requested.transaction(async (tx) => {
          await tx.run('CREATE (n:ContractThing {id: $id})', { id: `first-${number}` })
          await tx.run('CREATE (n:ContractThing {id: $id})', { id: `second-${number}` })
        })
        const error = await write.then(() => requested.flush()).catch((reason: unknown) => reason)
        if (error !== undefined) break
        acknowledged.push(number)
      }
      clearTimeout(timer)
      await untilAnswered(requested)
    }
    const rows = await requested.run('MATCH (n:ContractThing) RETURN n.id AS id')
    const found = new Set(rows.map(({ id }) => String(id)))
    expect(acknowledged.length).toBeGreaterThan(8)
    expect(acknowledged.filter((number) => !found.has(`first-${number}`) || !found.has(`second-${number}`))).toEqual([])
    const numbers = [...found].map((id) => id.replace(/^\w+-/, ''))
    expect(numbers.filter((number) => !found.has(`first-${number}`) || !found.has(`second-${number}`))).toEqual([])
  })

  it('rolls back a failed transaction, and accepts the next one', async () => {
    const requested = await open({ readTimeoutMs: 5000, graceMs: 5000 })
    const failing = requested.transaction(async (tx) => {
      await tx.run("CREATE (n:ContractThing {id: 'undone'})")
      throw new DomainError('BAD_INPUT', 'No.')
    })
    await expect(failing).rejects.toMatchObject({ code: 'BAD_INPUT' })
    await requested.transaction((tx) => tx.run("CREATE (n:ContractThing {id: 'done'})"))
    expect(await requested.run('MATCH (n:ContractThing) RETURN n.id AS id')).toEqual([{ id: 'done' }])
  })

  it('leaves no process behind when it is closed, even during a restart', async () => {
    const requested = await open({ readTimeoutMs: 5000, graceMs: 5000 })
    process.kill(onlyChild(), 'SIGKILL')
    await expect(requested.run('RETURN 1 AS one')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
    await requested.close()
    await expect(requested.run('RETURN 1 AS one')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
    while (children().some((child) => nameOf(child).includes('embedded-child'))) await sleep(20)
  })
})
