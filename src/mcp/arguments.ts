import { z } from 'zod'
import { MESSAGES } from '../messages/all-messages.ts'

/** Maximum length of a slug, as in the API. */
export const MAX_SLUG = 200
/** Maximum length of a text, as in the API. */
export const MAX_TEXT = 500
/** Maximum number of values of a list, as in the API. */
export const MAX_LIST = 100
/** Maximum length of a cursor. */
const MAX_CURSOR = 2000
const MAX_INSTANT = 40
const MAX_DATE = 10
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

export const slug = z.string().min(1).max(MAX_SLUG).regex(SLUG)
export const text = z.string().min(1).max(MAX_TEXT)
export const date = z
  .string()
  .max(MAX_DATE)
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/)
export const limit = (max: number, usual: number) => z.int().min(1).max(max).default(usual)
export const listOf = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(MAX_LIST)

const [first, ...others] = MESSAGES.map(({ tag }) => tag)

/** Arguments that every tool takes. */
export const COMMON_ARGUMENTS = {
  asOf: z
    .string()
    .max(MAX_INSTANT)
    .describe('Instant (2026-08-01T00:00:00Z) or day whose state of the database is read; the newest unless given.')
    .optional(),
  lang: z
    .enum([first ?? 'en', ...others])
    .default('en')
    .describe('Language of headlines and names. Quotes stay in their own language.'),
}

export const after = z
  .string()
  .max(MAX_CURSOR)
  .describe('Cursor of the page before (next), for the next page of the same request.')
  .optional()
