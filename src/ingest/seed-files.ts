import { createHash } from 'node:crypto'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'

export const MAX_FILE_BYTES = 5 * 1024 * 1024
export const MAX_FILES = 2000

/**
 * All YAML below a folder, in order: of a story, of several, and what lies beside them. Links are followed, as an
 * operator's mounted folders are made of them; names that begin with a dot are nobody's stories.
 * @param around the folders that lead here, so that a link back up ends
 */
export async function listSeedFiles(dir: string, around: readonly string[] = []): Promise<readonly string[]> {
  const own = await realpath(dir).catch(() => dir)
  if (around.includes(own)) return []
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => null)
  // Named as a file, it is told that it may not be read.
  if (entries === null) return around.length > 0 ? [dir] : []
  const below = entries.map(async (entry) => {
    const path = join(dir, entry.name)
    const found = entry.isSymbolicLink() ? await stat(path).catch(() => null) : entry
    if (found?.isDirectory()) return entry.name.startsWith('.') ? [] : listSeedFiles(path, [...around, own])
    // A link that leads nowhere is told as such when it is read.
    return (found === null || found.isFile()) && /\.ya?ml$/.test(entry.name) ? [path] : []
  })
  return (await Promise.all(below)).flat().sort()
}

/** Of the names below the folder and of every byte. */
export function hashOfFiles(files: readonly { readonly path: string; readonly bytes: Uint8Array }[]): string {
  const hash = createHash('sha256')
  for (const { path, bytes } of files) hash.update(`${path}\0${bytes.length}\0`).update(bytes)
  return hash.digest('base64url')
}

/** The contentHash that reading the folder would give, without parsing; null where reading would find problems. */
export async function hashSeeds(dir: string): Promise<string | null> {
  const paths = await listSeedFiles(dir)
  if (paths.length === 0 || paths.length > MAX_FILES) return null
  const files = await Promise.all(paths.map((path) => readWhole(dir, path)))
  const whole = files.filter((file) => file !== null)
  return whole.length === files.length ? hashOfFiles(whole) : null
}

async function readWhole(dir: string, path: string): Promise<{ path: string; bytes: Uint8Array } | null> {
  try {
    const { size } = await stat(path)
    return size > MAX_FILE_BYTES ? null : { path: relative(dir, path), bytes: await readFile(path) }
  } catch {
    return null
  }
}
