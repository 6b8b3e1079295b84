import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { CHROMIUM } from './chromium.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** WebSocket URL of the Chromium that all tests share; empty where none is installed. */
    browserUrl: string
  }
}

/** Without a sandbox, since containers forbid it, and without background requests. */
const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts one Chromium for all files of the browser project. @returns its end */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (CHROMIUM === null) {
    project.provide('browserUrl', '')
    return async () => undefined
  }
  const server = await chromium.launchServer({ executablePath: CHROMIUM, args: ARGS, host: '127.0.0.1' })
  project.provide('browserUrl', server.wsEndpoint())
  return () => server.close()
}
