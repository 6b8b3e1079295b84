import { writeFile } from 'node:fs/promises'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { DomainError } from '../../domain/errors.ts'
import { schema } from '../../graphql/schema.ts'
import type { Terminal } from '../terminal.ts'

/** Writes the schema as SDL in a stable order, to standard output or to a file. */
export async function exportSchema(options: { readonly out?: string }, terminal: Terminal): Promise<number> {
  const text = printSchema(lexicographicSortSchema(schema))
  if (options.out === undefined) {
    terminal.write(text)
    return 0
  }
  try {
    await writeFile(options.out, `${text}\n`)
  } catch (cause) {
    throw new DomainError('BAD_INPUT', `Cannot write ${options.out}; does its folder exist, and may you write there?`, {
      cause,
    })
  }
  return 0
}
