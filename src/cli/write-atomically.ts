import { closeSync, openSync } from 'node:fs'
import { open, realpath, rename, rm, stat } from 'node:fs/promises'
import { DomainError } from '../domain/errors.ts'
import { diskFull, isDiskFull } from '../store/disk-full.ts'
import { removedOnSignal } from './removed-on-signal.ts'

/**
 * Writes a file under another name in the same folder, and renames it when it is complete. An existing file is replaced. SIGINT
 * and SIGTERM remove the incomplete file.
 * @param check called with the path of the written file before it is renamed
 * @throws DomainError BAD_INPUT for a path that cannot be written, DISK_FULL; errors of the chunks and of the check as they are
 */
export async function writeAtomically(
  path: string,
  chunks: AsyncIterable<string | Uint8Array>,
  check: (part: string) => Promise<unknown> = async () => undefined,
): Promise<void> {
  const known = await stat(path).catch(() => null)
  if (known !== null && !known.isFile()) throw new DomainError('BAD_INPUT', `${path} is no file; name a file.`)
  // A link stays a link to the new content.
  const target = known === null ? path : await realpath(path)
  const part = `${target}.${process.pid}.part`
  let isCreated = false
  const write = async (): Promise<void> => {
    // Synchronous, so that no signal arrives between the creation of the file and `isCreated`.
    createFile(part, path)
    isCreated = true
    const file = await open(part, 'a').catch((cause: unknown) => failed(path, cause))
    try {
      for await (const chunk of chunks) await file.appendFile(chunk).catch((cause: unknown) => failed(path, cause))
      await file.sync().catch((cause: unknown) => failed(path, cause))
    } finally {
      await file.close()
    }
    await check(part)
    await rename(part, target).catch((cause: unknown) => failed(path, cause))
  }
  try {
    await removedOnSignal(part, write)
  } catch (error) {
    if (isCreated) await rm(part, { force: true })
    throw error
  }
}

function createFile(part: string, path: string): void {
  try {
    closeSync(openSync(part, 'wx'))
  } catch (cause) {
    failed(path, cause)
  }
}

function failed(path: string, cause: unknown): never {
  throw isDiskFull(cause) ? diskFull(cause) : unwritable(path, cause)
}

const unwritable = (path: string, cause: unknown): DomainError =>
  new DomainError('BAD_INPUT', `Cannot write ${path}; does its folder exist, and may you write there?`, { cause })
