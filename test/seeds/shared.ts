import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { type SeedFile, seedFile } from '../../src/ingest/seed-schema.ts'

const ROOT = new URL('../../', import.meta.url)
/** Sources of the seeds, beside the repository and outside of it. A clone has none, as with `SHARED_DATA=/nowhere`. */
const SHARED = process.env.SHARED_DATA ?? fileURLToPath(new URL('../shared/data/', ROOT))
export const inShared = (path: string): string => join(SHARED, path)

/** All files of one story folder, parsed and validated. */
export function storyFiles(slug: string): readonly SeedFile[] {
  const dir = fileURLToPath(new URL(`seeds/${slug}/`, ROOT))
  const names = readdirSync(dir).filter((name) => name.endsWith('.yaml'))
  return names.map((name) => seedFile.parse(parse(readFileSync(`${dir}${name}`, 'utf8'))))
}
