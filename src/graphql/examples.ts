import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A question that the API answers: a tab of the playground, an argument of `sanad query`. */
export interface Example {
  readonly name: string
  readonly title: string
  readonly text: string
}

const FOLDER = fileURLToPath(new URL('./examples/', import.meta.url))

/** One .graphql file each; its first line is the question, as a comment. */
export const EXAMPLES: readonly Example[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.graphql'))
  .sort()
  .map((file) => {
    const text = readFileSync(join(FOLDER, file), 'utf8')
    const [first = ''] = text.split('\n')
    return { name: basename(file, '.graphql').replace(/^\d+-/, ''), title: first.replace(/^#\s*/, ''), text }
  })
