import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folders of the code that derives states from seeds. package.json has the versions of the libraries. */
const FOLDERS = ['domain', 'ingest', 'messages', 'store', 'text']
const PACKAGE = fileURLToPath(new URL('../../package.json', import.meta.url))

/**
 * Hash of the code that derives states from seeds. Any change of this code changes it. Blocks the thread for 10 to 20 ms, before
 * the program serves: asynchronous reads of these 300 small files take three times as long.
 */
export function hashOfProgram(): string {
  const hash = createHash('sha256')
  for (const path of [PACKAGE, ...FOLDERS.flatMap(listCode)]) {
    const text = readFileSync(path)
    hash.update(`${text.length}\0`).update(text)
  }
  return hash.digest('base64url')
}

function listCode(folder: string): readonly string[] {
  const path = fileURLToPath(new URL(`../${folder}/`, import.meta.url))
  const entries = readdirSync(path, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && /\.[jt]s$/.test(entry.name))
  return files.map(({ parentPath, name }) => join(parentPath, name)).sort()
}
