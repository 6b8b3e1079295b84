import { connect, createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '../../src/store/engines/engine.ts'
import { describeOnNeo4j } from '../contracts/on-neo4j.ts'
import { expectGone, expectThere } from './engine-gone.ts'
import { type StartedApp, startApp } from './start-app.ts'

const { NEO4J_URI = '', NEO4J_USER = 'neo4j', NEO4J_PASSWORD = '' } = process.env

describeOnNeo4j('a server whose engine goes away', (name, open) => {
  describe(`a server on ${name}, cut off from it`, () => {
    let engine: Engine
    let proxy: Proxy
    let started: StartedApp
    beforeAll(async () => {
      engine = await open()
      proxy = await startProxy(new URL(NEO4J_URI))
      const neo4jUri = `bolt://127.0.0.1:${proxy.port}`
      started = await startApp({ location: { neo4jUri, neo4jUser: NEO4J_USER, neo4jPassword: NEO4J_PASSWORD } })
    })
    afterAll(async () => {
      await started.stop()
      await proxy.cut()
      // What is left would look like somebody's record to the next test.
      await engine.transaction((tx) => tx.run('MATCH (n) DETACH DELETE n'))
      await engine.close()
    })

    it('says so, and recovers by itself', async () => {
      // A server that has just started makes its first plans slowly.
      await expect
        .poll(() => expectThere(started).then(() => 'there'), { timeout: 40_000, interval: 500 })
        .toBe('there')
      await proxy.cut()
      await expectGone(started)
      await proxy.restore()
      await expect
        .poll(() => expectThere(started).then(() => 'there'), { timeout: 20_000, interval: 500 })
        .toBe('there')
    }, 90_000)

    it('recovers again, and was never restarted', async () => {
      await proxy.cut()
      await expectGone(started)
      await proxy.restore()
      await expect
        .poll(() => expectThere(started).then(() => 'there'), { timeout: 20_000, interval: 500 })
        .toBe('there')
    })
  })
})

interface Proxy {
  readonly port: number
  /** Ends every connection and takes no new one. */
  cut(): Promise<void>
  /** On the same port. */
  restore(): Promise<void>
}

async function startProxy(target: URL): Promise<Proxy> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    const onward = connect(Number(target.port || 7687), target.hostname)
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      sockets.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
  })
  const listen = (port: number): Promise<void> => new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
  await listen(0)
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : expect.fail('no port')
  return {
    port,
    restore: () => listen(port),
    cut: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
