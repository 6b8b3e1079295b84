import { createHash } from 'node:crypto'
import { constants, type Dirent } from 'node:fs'
import { type FileHandle, open, opendir, realpath, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { MAX_ENTRIES, MAX_FILE_BYTES, MAX_FILES, MAX_FOLDER_BYTES } from './seed-limits.ts'

export interface SeedFileList {
  /** All YAML below the folder, in order; as far as it was looked through where there is too much. */
  readonly paths: readonly string[]
  /** Which limit the folder passes; null for none. */
  readonly excess: string | null
}

/** Entries found, and folders looked through already. */
interface Walk {
  readonly paths: string[]
  readonly folders: Set<string>
  entries: number
}

/**
 * The files of a story, of several, and what lies beside them. Links are followed, as an operator's mounted folders are
 * made of them; names that begin with a dot are nobody's stories. A folder that several links lead to is read once, so
 * that links to each other end, and ladders of links cost no more than their steps.
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
  // Named as a file, it is told that it may not be read.
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
      // Reading an entry that is no file, or a link that leads nowhere, tells so.
    } else if (/\.ya?ml$/.test(entry.name)) walk.paths.push(path)
  }
}

/** By name, so that of several links to a folder the same is followed each time; null where the folder may not be read. */
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

const isFull = ({ paths, entries }: Walk): boolean => paths.length > MAX_FILES || entries > MAX_ENTRIES

async function excessOf({ paths, entries }: Walk): Promise<string | null> {
  if (paths.length > MAX_FILES) return `holds more than ${MAX_FILES} files`
  if (entries > MAX_ENTRIES)
    return `holds more than ${MAX_ENTRIES} files and folders: keep stories in a folder of their own`
  let bytes = 0
  for (const path of paths) {
    const size = (await stat(path).catch(() => null))?.size ?? 0
    // Larger files are not read at all.
    if (size <= MAX_FILE_BYTES) bytes += size
  }
  return bytes > MAX_FOLDER_BYTES
    ? `holds ${bytes} bytes of YAML, at most ${MAX_FOLDER_BYTES} are read: split it`
    : null
}

/** Never waits for a writer, as opening a pipe would. @returns the bytes, or what is wrong with the file */
export async function readSeedFile(path: string): Promise<{ readonly bytes: Buffer } | { readonly message: string }> {
  const found = await stat(path).catch(() => null)
  if (found === null) return { message: 'leads nowhere: mend the link, or take it away' }
  if (!found.isFile() && !found.isDirectory()) return { message: 'is a pipe or a device: take it away' }
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch(() => null)
  const read = await readWhole(handle).catch(() => null)
  await handle?.close()
  return read ?? { message: 'may not be read: give yourself the right to' }
}

/** The size is looked at before anything is read, and kept to: files of the system grow while they are read. */
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

/** Hash of the names below the folder and of every byte, added file by file. */
export interface SeedHash {
  add(path: string, bytes: Uint8Array): void
  digest(): string
}

/** @param dir the folder that the names are relative to */
export function createSeedHash(dir: string): SeedHash {
  const hash = createHash('sha256')
  return {
    add: (path, bytes) => void hash.update(`${relative(dir, path)}\0${bytes.length}\0`).update(bytes),
    digest: () => hash.digest('base64url'),
  }
}

/** The contentHash that reading the folder would give, without parsing; null where reading would find problems. */
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
