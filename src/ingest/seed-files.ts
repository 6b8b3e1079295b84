import { createHash } from 'node:crypto'
import { lstat, readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

export const MAX_FILE_BYTES = 5 * 1024 * 1024
export const MAX_FILES = 2000

/** The files of a story folder, or of a folder of them, in order. */
export async function listSeedFiles(dir: string): Promise<readonly string[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => [])
  const files = entries.filter((e) => e.isFile() && /\.ya?ml$/.test(e.name)).map((e) => join(dir, e.name))
  const folders = entries.filter((e) => e.isDirectory() && !e.name.startsWith('.')).map((e) => join(dir, e.name))
  const below = files.length > 0 ? [] : await Promise.all(folders.map(listSeedFiles))
  return [...files, ...below.flat()].sort()
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
    const { size } = await lstat(path)
    return size > MAX_FILE_BYTES ? null : { path: relative(dir, path), bytes: await readFile(path) }
  } catch {
    return null
  }
}
