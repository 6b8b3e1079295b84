/** Runs the static checks and the fast tests that a change touches. CONTRIBUTING.md says which change, and what is left out. */
import { execFileSync, spawnSync } from 'node:child_process'
import { baseOf, type Checkout } from './change-base.ts'

/** Tests of the whole tree, which no import reaches. */
const WHOLE_TREE = ['test/architecture.test.ts', 'test/cypher.test.ts', 'test/documentation.test.ts']

function git(...args: readonly string[]): string | null {
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return null
  }
}

function readCheckout(): Checkout {
  return {
    head: git('rev-parse', 'HEAD'),
    parent: git('rev-parse', 'HEAD^'),
    forkOfMain: git('merge-base', 'HEAD', 'origin/main') ?? git('merge-base', 'HEAD', 'main'),
    isChanged: git('status', '--porcelain') !== '',
  }
}

function run(command: string, args: readonly string[]): boolean {
  // vitest.config.ts leaves the slow tests out.
  const env = { ...process.env, TEST_QUICK: '1' }
  return spawnSync(command, args, { stdio: 'inherit', env }).status === 0
}

const base = baseOf(readCheckout())
const projects = ['--project=embedded']
console.log(base === null ? 'Without git, all fast tests run.' : `Tests of what changed since ${base.slice(0, 8)}.`)
const changed = base === null ? [] : [`--changed=${base}`]
const results = [
  run('npm', ['run', '--silent', 'check:static']),
  run('npx', ['vitest', 'run', '--reporter=dot', ...WHOLE_TREE]),
  run('npx', ['vitest', 'run', '--reporter=dot', ...projects, ...changed]),
]
process.exitCode = results.includes(false) ? 1 : 0
