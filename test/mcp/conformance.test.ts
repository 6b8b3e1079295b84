import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type StartedSite, startSite } from '../site/start-site.ts'

const ROOT = join(import.meta.dirname, '../..')
const SUITE = join(ROOT, 'node_modules/@modelcontextprotocol/conformance/dist/index.js')

/** Scenarios that need no tools, prompts or resources of the suite's own example server. */
const SCENARIOS = ['server-initialize', 'ping', 'tools-list', 'dns-rebinding-protection']

let site: StartedSite
let folder = ''
beforeAll(async () => {
  site = await startSite()
  folder = await mkdtemp(join(tmpdir(), 'sanad-conformance-'))
})
afterAll(async () => {
  await site.stop()
  await rm(folder, { recursive: true })
})

test.each(SCENARIOS)(
  'the conformance suite of the protocol passes: %s',
  async (scenario) => {
    const loader = join(import.meta.dirname, 'suite-on-node-20.mjs')
    const args = ['--import', loader, SUITE, 'server', '--url', `${site.url}/mcp`, '--scenario', scenario]
    const child = spawn(process.execPath, args, { cwd: folder })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    const code = await new Promise((resolve) => child.once('close', resolve))
    expect(code, output).toBe(0)
    expect(output).toMatch(/Passed: [1-9]\d*\/\d+, 0 failed/)
  },
  60_000,
)
