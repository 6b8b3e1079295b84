import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../../bench/read-story.ts'
import type { Measured, Row } from '../row.ts'

/** Tests that damage a database, kill a load or fill a disk. CI runs them without this row. */
const FILES = [
  'test/store/damaged-file.test.ts',
  'test/store/database-process.test.ts',
  'test/e2e/kill-during-seeding.test.ts',
]

const run = async (): Promise<Measured> => {
  const folder = await mkdtemp(join(tmpdir(), 'sanad-attack-'))
  const report = join(folder, 'report.json')
  try {
    const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs')
    const args = [vitest, 'run', '--project', 'embedded', '--reporter=json', `--outputFile=${report}`, ...FILES]
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] })
    const code = await new Promise((resolve) => child.once('close', resolve))
    const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(await readFile(report, 'utf8'))
    return {
      holds: code === 0 && failed === 0 && passed > 0,
      figure: `${passed} tests hold, ${failed} do not`,
      details: FILES,
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export const damageRow: Row = {
  name: 'damage',
  what: 'Damaged files, kills during loads, a full disk',
  goal: '0 wrong, 0 lost',
  engines: ['embedded'],
  isShort: false,
  run,
}
