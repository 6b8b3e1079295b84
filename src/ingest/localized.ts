import { z } from 'zod'
import {
  MAX_ITEMS,
  MAX_SLUG,
  MAX_TEXT,
  NO_LANGUAGE,
  NO_SLUG,
  REPEATED_LANGUAGE,
  repeatedLanguage,
  repeatedTranslation,
  SLUG,
} from '../domain/rules/forms.ts'
import type { Slug } from '../domain/slug.ts'
import { canonicalLanguage } from '../text/canonical-text.ts'
import { isInstant } from '../text/instant.ts'
import { parsePartialDate } from '../text/partial-date.ts'
import { blankProblem, characterProblem, identifierProblem, nameProblem } from '../text/text-problem.ts'

/** Pattern in the JSON Schema for editors: at least one character other than white space. */
const NOT_BLANK = '\\S'
/** A text that passes a rule of src/text. @param problemOf returns the reason why a text is refused, and the remedy */
const textThat = (problemOf: (text: string) => string | null) =>
  z
    .string()
    .max(MAX_TEXT)
    .superRefine((text, context) => {
      const message = problemOf(text)
      if (message !== null) context.addIssue({ code: 'custom', message })
    })
/** Gives the schema of slugs the type of slugs. */
const toSlugSchema = (schema: z.ZodString): z.ZodType<Slug, Slug> => schema as unknown as z.ZodType<Slug, Slug>
export const slug = toSlugSchema(
  z.string().max(MAX_SLUG).regex(SLUG, NO_SLUG).describe('Id: a-z, 0-9 and single hyphens'),
)
export const characters = textThat(characterProblem)
export const words = textThat((text) => characterProblem(text) ?? blankProblem(text))
  .meta({ pattern: NOT_BLANK })
  .describe('Text')
export const nameWords = textThat((text) => nameProblem(text) ?? blankProblem(text))
  .meta({ pattern: NOT_BLANK })
  .describe('Text')
export const identifier = textThat((text) => identifierProblem(text) ?? blankProblem(text)).meta({ pattern: NOT_BLANK })
export const scheme = z
  .string()
  .max(MAX_SLUG)
  .refine((text) => SLUG.test(text.trim().toLowerCase()), NO_SLUG)
export const language = z
  .string({
    error: ({ input }) => (input === undefined ? 'is missing: write a language such as en, id or ar' : NO_LANGUAGE),
  })
  .refine((tag) => canonicalLanguage(tag) !== null, NO_LANGUAGE)
  .describe('Language tag (BCP 47): en, id, ar, …')
export const localized = z
  .record(language, words)
  .refine(
    (texts) => Object.keys(texts).length > 0,
    'says nothing in any language: write { en: …, id: … }, or leave it out',
  )
  .superRefine(refuseRepeatedLanguage)
  .meta({ minProperties: 1 })
  .describe('Text by language: { en: …, id: … }')
export const wording = z
  .record(
    language,
    z.strictObject({
      affirmed: words.describe("Clause that it is so: X sells its users' data"),
      negated: words.describe("Clause that it is not so: X does not sell its users' data"),
    }),
  )
  .refine(
    (texts) => Object.keys(texts).length > 0,
    'says nothing in any language: write { en: { affirmed: …, negated: … } }, or leave it out',
  )
  .superRefine(refuseRepeatedLanguage)
  .meta({ minProperties: 1 })
  .describe(
    'Proposition in the words of an editor, by language: clauses in the present tense, without a speaker or a hedge',
  )
export const webUrl = z
  .url({ protocol: /^https?$/, abort: true })
  .max(MAX_TEXT)
  .superRefine((text, context) => {
    const message = identifierProblem(text)
    if (message !== null) context.addIssue({ code: 'custom', message })
  })
const NO_DATE = "is no possible date: write 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD', in quotes"
export const partialDate = z
  .string({ error: NO_DATE })
  .refine((text) => parsePartialDate(text) !== null, NO_DATE)
  .describe("Date as precise as it is known: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'")
const NO_INSTANT = "is no instant: write one such as '2026-08-01T00:00:00Z', in quotes"
export const instant = z.iso
  .datetime({ error: NO_INSTANT })
  .refine(isInstant, NO_INSTANT)
  .max(100)
  .describe('Instant at which the database learnt it: 2026-08-01T00:00:00Z')
const textIn = z.strictObject({ value: words, language })
export const translations = z
  .array(textIn)
  .max(MAX_ITEMS)
  .superRefine((texts, context) => {
    const repeated = repeatedTranslation(texts)
    if (repeated !== null)
      context.addIssue({ code: 'custom', message: REPEATED_LANGUAGE, path: [repeated, 'language'] })
  })

function refuseRepeatedLanguage(texts: object, context: z.core.$RefinementCtx): void {
  const repeated = repeatedLanguage(Object.keys(texts))
  if (repeated !== null) context.addIssue({ code: 'custom', message: REPEATED_LANGUAGE, path: [repeated] })
}
