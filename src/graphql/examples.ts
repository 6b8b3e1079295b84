import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** An example query: a tab of the playground, an argument of `sanad query`, a trusted document. */
export interface Example {
  readonly name: string
  readonly title: string
  readonly text: string
}

const FOLDER = fileURLToPath(new URL('./examples/', import.meta.url))

/**
 * Queries of `examples/*.graphql` in the order of their file names. The first line of a file is the title, as a
 * comment.
 */
export const EXAMPLES: readonly Example[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.graphql'))
  .sort()
  .map((file) => {
    const text = readFileSync(join(FOLDER, file), 'utf8')
    const [first = ''] = text.split('\n')
    return { name: basename(file, '.graphql').replace(/^\d+-/, ''), title: first.replace(/^#\s*/, ''), text }
  })
