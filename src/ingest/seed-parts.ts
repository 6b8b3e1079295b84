import { z } from 'zod'
import { MATCH_KINDS, NAME_KINDS } from '../domain/name.ts'
import {
  characters,
  identifier,
  language,
  localized,
  nameWords,
  partialDate,
  scheme,
  slug,
  translations,
  words,
} from './localized.ts'
import { MAX_LIST } from './seed-limits.ts'

export const printedName = z.strictObject({
  value: words,
  language,
  translations: translations.optional().describe('Translations, shown beside the words and never in their place'),
})

export const quote = z.strictObject({
  exact: words.describe('Verbatim words, in the language of the document'),
  prefix: characters.min(1).optional().describe('Words just before the quote, to find it again'),
  suffix: characters.min(1).optional().describe('Words just after the quote'),
  start: z.int().min(0).optional().describe('Offset of the first character in the version, in Unicode code points'),
  end: z.int().min(1).optional().describe('Offset after the last character, in Unicode code points'),
  language: language.describe('Language of the words'),
  version: slug.optional().describe('Capture in which the words were read'),
  foundIn: z
    .array(slug)
    .max(MAX_LIST)
    .optional()
    .describe('Other versions that were searched for exactly these words and contain them'),
  absentFrom: z
    .array(slug)
    .max(MAX_LIST)
    .optional()
    .describe('Versions that were searched for exactly these words and lack them'),
  translations: translations.optional().describe('Translations, shown beside the words and never in their place'),
})

export const provenance = z
  .union(
    [
      z.strictObject({ source: slug, quote: quote.optional().describe('Words of the document that state the fact') }),
      z.strictObject({ newsroom: words, on: partialDate, note: localized.optional() }),
    ],
    {
      error:
        'is no provenance: write { source: …, quote: … } for a document, or { newsroom: …, on: …, note: … } for your own judgement',
    },
  )
  .optional()
  .describe("Document that states the fact, or the newsroom's judgement. Leave it out for the newsroom's own knowledge")

export const names = z
  .array(
    z.strictObject({
      value: nameWords,
      language,
      kind: z.enum(NAME_KINDS).describe('Kind of the name; sentences use the PREFERRED one'),
      validFrom: partialDate.optional(),
      validTo: partialDate.optional(),
      provenance,
    }),
  )
  .min(1)
  .max(MAX_LIST)

export const externalIds = z
  .array(
    z.strictObject({
      scheme: scheme.describe('Short name of the register or vocabulary: wikidata, dpv, …'),
      value: identifier.max(1_000).describe('Identifier in that scheme, such as Q918'),
      match: z.enum(MATCH_KINDS).optional().describe('Nearness of its meaning to that of the concept'),
    }),
  )
  .max(MAX_LIST)
  .optional()
  .describe('Identifiers in other registers and vocabularies')

export const formerly = z
  .array(slug)
  .max(MAX_LIST)
  .optional()
  .describe('Earlier ids, whose URLs redirect to the object. An entry is never removed')

export const thing = z.union([slug, z.strictObject({ entity: slug }), z.strictObject({ source: slug })], {
  error: 'is no subject of a claim: write the id of an entity, or { source: … }',
})

export const intermediary = z.union([z.strictObject({ entity: slug }), z.strictObject({ source: slug })], {
  error: 'is no intermediary: write { entity: … } or { source: … }',
})

export type SeedQuote = z.infer<typeof quote>
export type SeedProvenance = z.infer<typeof provenance>
