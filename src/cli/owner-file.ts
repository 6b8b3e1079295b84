import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Which process has the embedded database open; only it can read or write there. */
export interface Owner {
  readonly pid: number
  /** What it does, such as `sanad serve`. */
  readonly command: string
  /** Address of its API; null while it has none. */
  readonly api: string | null
}

const FILE = 'owner.json'

/** Null where nobody said so, or who did is dead: a killed process leaves its file behind. */
export async function readOwner(dataDir: string): Promise<Owner | null> {
  try {
    const owner = await parseOwner(await readFile(join(dataDir, FILE), 'utf8'))
    return isAlive(owner.pid) ? owner : null
  } catch {
    return null
  }
}

/** Who owns the database never asks who does, and need not load what checks the answer. */
async function parseOwner(text: string): Promise<Owner> {
  const { z } = await import('zod')
  const api = z.url({ protocol: /^http$/ }).max(200)
  const form = z.strictObject({ pid: z.int().min(1), command: z.string().max(100), api: api.nullable() })
  return form.parse(JSON.parse(text))
}

/** Only for who has the database open. Another process reads all of it or the one before. */
export async function writeOwner(dataDir: string, owner: Owner): Promise<void> {
  const path = join(dataDir, FILE)
  await writeFile(`${path}.new`, `${JSON.stringify(owner)}\n`)
  await rename(`${path}.new`, path)
}

/** Only for who has the database open. */
export const removeOwner = (dataDir: string): Promise<void> => rm(join(dataDir, FILE), { force: true })

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
