import { z } from 'zod'
import { DomainError } from '../domain/errors.ts'

/** Maximum length of a key of a batch, in UTF-16 units. */
export const MAX_KEY = 100

/** Value of a property: a text, a number, a boolean, or a thing that was matched before. */
const value = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.looseObject({ id: z.string(), name: z.string().nullish() }).transform(({ id }) => id),
])

/** An object with any keys. `z.record` would leave out the key `__proto__`. */
export const objectSchema = z.custom<Readonly<Record<string, unknown>>>(
  (json) => typeof json === 'object' && json !== null && !Array.isArray(json),
  'Expected an object',
)

/** Maximum length of any list. The limits of the service are lower. */
const MAX_LISTED = 500

/** A list. Its length is checked before its values, so that a long list of invalid values is refused quickly. */
export const listSchema = <T extends z.ZodType>(item: T) =>
  z.array(z.unknown()).max(MAX_LISTED, `Send at most ${MAX_LISTED} values`).pipe(z.array(item))

/** One or several values, as texts. */
export const valuesSchema = z
  .union([value.transform((one) => [one]), listSchema(value)])
  .transform((all) => all.map(String))

/**
 * Parses a JSON text and checks its form.
 * @param name name of the text in errors
 * @throws DomainError BAD_INPUT, or LIMIT_EXCEEDED for a long list, with the place of the first problem
 */
export function parseJson<T>(text: string, schema: z.ZodType<T>, name: string): T {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new DomainError('BAD_INPUT', `${name} is no JSON: send a JSON object.`, { argument: name })
  }
  return checkForm(json, schema, name)
}

/** Checks the form of a value. @throws DomainError BAD_INPUT, or LIMIT_EXCEEDED for a long list, with the place of the first problem */
export function checkForm<T>(value: unknown, schema: z.ZodType<T>, name: string): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const place = [name, ...(issue?.path ?? []).map(String)].join('.')
  const code = issue?.code === 'too_big' && issue.origin === 'array' ? 'LIMIT_EXCEEDED' : 'BAD_INPUT'
  throw new DomainError(code, `${place}: ${issue?.message ?? 'Invalid input'}.`, { argument: name })
}
