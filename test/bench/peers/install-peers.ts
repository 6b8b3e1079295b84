import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

/** Not named package.json: npm and TypeScript would take this folder for a package of its own. */
const PACKAGE = join(import.meta.dirname, 'packages.json')

/**
 * Folder with the packages that only this benchmark uses, outside of the repository: `$SANAD_PEERS_CACHE`, or a folder of
 * ~/.cache/sanad that is named after the content of packages.json. npm fills it on first use.
 *
 * @throws Error where npm fails
 */
export function installPeers(environment: NodeJS.ProcessEnv, note: (text: string) => void): string {
  const version = createHash('sha256').update(readFileSync(PACKAGE)).digest('hex').slice(0, 12)
  const folder = environment['SANAD_PEERS_CACHE'] || join(homedir(), '.cache', 'sanad', `peers-${version}`)
  if (existsSync(join(folder, 'node_modules'))) return folder
  mkdirSync(dirname(folder), { recursive: true })
  const partial = mkdtempSync(`${folder}.partial-`)
  try {
    note('installing the peers with npm (minutes, once)')
    cpSync(PACKAGE, join(partial, 'package.json'))
    const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--prefix', partial], {
      cwd: partial,
      stdio: ['ignore', 2, 2],
    })
    if (status !== 0) throw new Error('npm could not install the peers. Its own message is above.')
    // Another process may have finished first; its folder is equivalent.
    if (!existsSync(folder)) renameSync(partial, folder)
    return folder
  } finally {
    rmSync(partial, { recursive: true, force: true })
  }
}

/** Loads packages from the folder of `installPeers`. */
export const requireFrom = (folder: string): NodeJS.Require => createRequire(join(folder, 'package.json'))
