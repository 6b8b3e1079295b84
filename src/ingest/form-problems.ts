import type { z } from 'zod'
import { nearest } from '../text/nearest.ts'
import { SEED_KEYS } from './seed-json-schema.ts'
import type { Path } from './seed-problem.ts'

interface FormProblem {
  readonly path: Path
  readonly message: string
}

type RawIssue = Parameters<z.core.$ZodErrorMap>[0]

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of keys',
  record: 'a text by language, { en: …, id: … }',
}

/** Message of an issue of zod; undefined for the message of the schema or the library. */
export function describeIssue(issue: RawIssue): string | undefined {
  const { input } = issue
  if (issue.code === 'invalid_type') {
    const wanted = KINDS[issue.expected] ?? issue.expected
    if (input === undefined) return `is missing: write ${wanted}`
    const quoted = issue.expected === 'string' && ['number', 'boolean'].includes(typeof input) ? ', in quotes' : ''
    return `is ${kindOf(input)}: write ${wanted}${quoted}`
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String).join(', ')
    return `${input === undefined ? 'is missing' : 'is none of the list'}: write one of ${values}`
  }
  if (issue.code === 'too_small') return `is too short or too small: at least ${issue.minimum}`
  if (issue.code === 'too_big') return `is too long or too large: at most ${issue.maximum}`
  if (issue.code === 'invalid_key') return 'is no language tag: write one such as en, id or ar'
  if (issue.code === 'invalid_format' && issue.format === 'url') return 'is no URL: write https://…'
  // `toFormProblems` reports each key. The message of the library would list all of them.
  if (issue.code === 'unrecognized_keys') return 'has unknown keys'
  return undefined
}

/** Problems of an issue: one for each unknown key, with the nearest known key. @param max maximum of reported keys */
export function toFormProblems(issue: z.core.$ZodIssue, max: number): readonly FormProblem[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol')
  if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }]
  return issue.keys.slice(0, max).map((key) => {
    const near = nearest(key, SEED_KEYS)
    const remedy = near && near !== key ? `did you mean ${near}?` : 'schema/seed.schema.json lists the keys'
    return { path: [...path, key], message: `is no key here: ${remedy}` }
  })
}

function kindOf(input: unknown): string {
  if (input === null) return 'empty'
  return (Array.isArray(input) ? KINDS['array'] : KINDS[typeof input]) ?? 'something else'
}
