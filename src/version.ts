import { readFileSync } from 'node:fs'

/** From `src` as from `dist`, and in the container image. */
const PACKAGE = new URL('../package.json', import.meta.url)

/**
 * The version of this program, such as 0.1.0: that of `package.json`.
 * @throws Error where the program is installed without its `package.json`, or that names no version
 */
export function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(PACKAGE, 'utf8'))
  const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : null
  if (typeof version !== 'string') throw new Error('package.json names no version.')
  return version
}
