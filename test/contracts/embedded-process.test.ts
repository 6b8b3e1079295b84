import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { openEmbeddedProcess } from '../../src/store/engines/embedded-process.ts'
import { describeEngine } from './engine-contract.ts'
import { describeStore } from './store-contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'sanad-process-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let count = 0
const open = () => {
  count += 1
  const path = join(folder, `${count}.grafeo`)
  return openEmbeddedProcess({ path, readTimeoutMs: 5000, importTimeoutMs: 30_000 })
}

describeEngine('the embedded engine in a process', open)
describeStore('the embedded engine in a process', open)
