import { z } from 'zod'
import { listSchema, parseJson } from './parse-json.ts'
import { toExtension } from './to-query.ts'

const extensionSchema = z.looseObject({
  ids: listSchema(z.string()),
  properties: listSchema(z.looseObject({ id: z.string(), settings: z.record(z.string(), z.unknown()).nullish() })),
})

/**
 * Parses a data extension query, which has the same form in all versions.
 * @param name name of the text in errors
 * @throws DomainError BAD_INPUT or LIMIT_EXCEEDED
 */
export function parseExtension(text: string, name: string): ReturnType<typeof toExtension> {
  const { ids, properties } = parseJson(text, extensionSchema, name)
  return toExtension(ids, properties)
}
