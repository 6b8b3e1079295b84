import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The process that has the embedded database open. Only that process can read or write it. */
export interface Owner {
  readonly pid: number
  /** Its command, such as `sanad serve`. */
  readonly command: string
  /** URL of its API; null while it has none. */
  readonly api: string | null
}

const FILE = 'owner.json'

/** Reads the owner; null without a file, or when the process in it is gone. A killed process leaves its file. */
export async function readOwner(dataDir: string): Promise<Owner | null> {
  try {
    const owner = await parseOwner(await readFile(join(dataDir, FILE), 'utf8'))
    return isAlive(owner.pid) ? owner : null
  } catch {
    return null
  }
}

/** Imports zod lazily: only a process that finds the database locked reads the file. */
async function parseOwner(text: string): Promise<Owner> {
  const { z } = await import('zod')
  const api = z.url({ protocol: /^http$/ }).max(200)
  const form = z.strictObject({ pid: z.int().min(1), command: z.string().max(100), api: api.nullable() })
  return form.parse(JSON.parse(text))
}

/** Writes the file atomically. Only the owner of the database calls it. */
export async function writeOwner(dataDir: string, owner: Owner): Promise<void> {
  const path = join(dataDir, FILE)
  await writeFile(`${path}.new`, `${JSON.stringify(owner)}\n`)
  await rename(`${path}.new`, path)
}

/** Removes the file. Only the owner of the database calls it. */
export const removeOwner = (dataDir: string): Promise<void> => rm(join(dataDir, FILE), { force: true })

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
