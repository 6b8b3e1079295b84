import { createHash } from 'node:crypto'
import { constants, type Dirent } from 'node:fs'
import { type FileHandle, open, opendir, realpath, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { MAX_FILE_BYTES, MAX_FOLDER_BYTES, MAX_SEED_ENTRIES, MAX_SEED_FILES } from './seed-limits.ts'

export interface SeedFileList {
  /** YAML files below the folder, sorted; incomplete if a limit is exceeded. */
  readonly paths: readonly string[]
  /** Message of the exceeded limit; null for none. */
  readonly excess: string | null
}

/** Number of entries so far, and folders that were searched. */
interface Walk {
  readonly paths: string[]
  readonly folders: Set<string>
  entries: number
}

/**
 * Finds the files of one or several stories. Symbolic links are followed, since mounted folders consist of links. Folders whose
 * name begins with a dot are skipped. A folder with several links is searched once, so that circles of links end.
 */
export async function listSeedFiles(dir: string): Promise<SeedFileList> {
  const walk: Walk = { paths: [], folders: new Set(), entries: 0 }
  await listInto(walk, dir, true)
  return { paths: walk.paths.sort(), excess: await excessOf(walk) }
}

async function listInto(walk: Walk, dir: string, isTop: boolean): Promise<void> {
  const own = await realpath(dir).catch(() => dir)
  if (walk.folders.has(own)) return
  walk.folders.add(own)
  const entries = await entriesOf(walk, dir)
  // A folder without permission is listed as a file, so that reading it reports the error.
  if (entries === null) {
    if (!isTop) walk.paths.push(dir)
    return
  }
  for (const entry of entries) {
    if (isFull(walk)) return
    const path = join(dir, entry.name)
    const found = entry.isSymbolicLink() ? await stat(path).catch(() => null) : entry
    if (found?.isDirectory()) {
      if (!entry.name.startsWith('.')) await listInto(walk, path, false)
      // A broken link or a special file is listed too, so that reading it reports the error.
    } else if (/\.ya?ml$/.test(entry.name)) walk.paths.push(path)
  }
}

/** Entries of a folder, sorted by name, so that the same of several links is followed each time; null without permission. */
async function entriesOf(walk: Walk, dir: string): Promise<readonly Dirent[] | null> {
  const entries: Dirent[] = []
  const folder = await opendir(dir).catch(() => null)
  if (folder === null) return null
  for await (const entry of folder) {
    walk.entries += 1
    if (isFull(walk)) break
    entries.push(entry)
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
}

const isFull = ({ paths, entries }: Walk): boolean => paths.length > MAX_SEED_FILES || entries > MAX_SEED_ENTRIES

async function excessOf({ paths, entries }: Walk): Promise<string | null> {
  if (paths.length > MAX_SEED_FILES) return `has more than ${MAX_SEED_FILES} files: split it`
  if (entries > MAX_SEED_ENTRIES)
    return `has more than ${MAX_SEED_ENTRIES} files and folders: put the stories into a folder of their own`
  let bytes = 0
  for (const path of paths) {
    const size = (await stat(path).catch(() => null))?.size ?? 0
    // Files past the limit are not read.
    if (size <= MAX_FILE_BYTES) bytes += size
  }
  return bytes > MAX_FOLDER_BYTES ? `has ${bytes} bytes of YAML, at most ${MAX_FOLDER_BYTES} are read: split it` : null
}

/** Reads a file without blocking on a pipe. @returns the bytes, or the problem of the file */
export async function readSeedFile(path: string): Promise<{ readonly bytes: Buffer } | { readonly message: string }> {
  const found = await stat(path).catch(() => null)
  if (found === null) return { message: 'is a broken link: correct the link, or remove it' }
  if (!found.isFile() && !found.isDirectory()) return { message: 'is a pipe or a device: remove it' }
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch(() => null)
  const read = await readWhole(handle).catch(() => null)
  await handle?.close()
  return read ?? { message: 'cannot be read: give yourself the permission to read it' }
}

/** Checks the size, and reads at most so many bytes, since system files can grow meanwhile. */
async function readWhole(handle: FileHandle | null): Promise<{ bytes: Buffer } | { message: string } | null> {
  if (handle === null) return null
  const { size } = await handle.stat()
  if (size > MAX_FILE_BYTES) return { message: `is ${size} bytes, at most ${MAX_FILE_BYTES} are read: split it` }
  const bytes = Buffer.alloc(size)
  let length = 0
  while (length < size) {
    const { bytesRead } = await handle.read(bytes, length, size - length)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return { bytes: bytes.subarray(0, length) }
}

/** Hash of the names and contents of all files below a folder. */
export interface SeedHash {
  add(path: string, bytes: Uint8Array): void
  digest(): string
}

/** @param dir folder that the names are relative to */
export function createSeedHash(dir: string): SeedHash {
  const hash = createHash('sha256')
  return {
    add: (path, bytes) => void hash.update(`${relative(dir, path)}\0${bytes.length}\0`).update(bytes),
    digest: () => hash.digest('base64url'),
  }
}

/** Content hash of a folder without parsing, equal to `contentHash` of its data set; null if a file cannot be read. */
export async function hashSeeds(dir: string): Promise<string | null> {
  const { paths, excess } = await listSeedFiles(dir)
  if (paths.length === 0 || excess !== null) return null
  const hash = createSeedHash(dir)
  for (const path of paths) {
    const read = await readSeedFile(path)
    if (!('bytes' in read)) return null
    hash.add(path, read.bytes)
  }
  return hash.digest()
}
