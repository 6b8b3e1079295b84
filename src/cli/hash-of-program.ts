import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folders of the code that derives states from seeds. package.json has the versions of the libraries. */
const FOLDERS = ['domain', 'ingest', 'messages', 'store', 'text']
const PACKAGE = fileURLToPath(new URL('../../package.json', import.meta.url))

/** Hash of the code that derives states from seeds. Any change of this code changes it. */
export async function hashOfProgram(): Promise<string> {
  const folders = FOLDERS.map((name) => fileURLToPath(new URL(`../${name}/`, import.meta.url)))
  const paths = [PACKAGE, ...(await Promise.all(folders.map(listCode))).flat()]
  const hash = createHash('sha256')
  // One file at a time, since all of them together could exceed the limit on open files.
  for (const path of paths) {
    const text = await readFile(path)
    hash.update(`${text.length}\0`).update(text)
  }
  return hash.digest('base64url')
}

async function listCode(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && /\.[jt]s$/.test(entry.name))
  return files.map(({ parentPath, name }) => join(parentPath, name)).sort()
}
