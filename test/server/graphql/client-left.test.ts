import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedApp, startApp } from '../start-app.ts'

describe('query of a client that disconnects', () => {
  let app: StartedApp
  let reads = 0
  let firstRead: () => void = () => undefined
  let goOn: () => void = () => undefined
  beforeAll(async () => {
    app = await startApp({
      wrap: (store) => ({
        ...store,
        revisionAt: async (asOf) => {
          reads += 1
          firstRead()
          await new Promise<void>((resolve) => {
            goOn = resolve
          })
          return store.revisionAt(asOf)
        },
        claimPage: (...requested) => {
          reads += 1
          return store.claimPage(...requested)
        },
      }),
    })
  })
  afterAll(() => app.stop())

  it('makes no further read of the database, and frees its place', async () => {
    const started = new Promise<void>((resolve) => {
      firstRead = resolve
    })
    const left = new AbortController()
    const body = JSON.stringify({ query: '{ claims { nodes { slug } } }' })
    const headers = { 'Content-Type': 'application/json' }
    const response = fetch(app.api, { method: 'POST', headers, body, signal: left.signal })
    await started
    left.abort()
    await expect(response).rejects.toThrow()
    const running = async (): Promise<string> => {
      const text = await (await fetch(new URL('/metrics', app.api))).text()
      return /sanad_admission_running\{lane="cheap"\} (\d+)/.exec(text)?.[1] ?? ''
    }
    while ((await running()) !== '0') await setTimeout(10)
    goOn()
    await setTimeout(50)
    expect(reads).toBe(1)
  })
})
