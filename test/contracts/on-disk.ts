import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { openEmbedded } from '../../src/store/engines/embedded.ts'
import type { Engine } from '../../src/store/engines/engine.ts'

/** Opens databases in a temporary folder, which is removed after the tests of the file. */
export function onDisk(): () => Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-contract-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  let count = 0
  return () => {
    count += 1
    return openEmbedded({ path: join(folder, `${count}.grafeo`), readTimeoutMs: 5000 })
  }
}
