import { z } from 'zod'
import { VERDICTS } from '../domain/assessment.ts'
import { OBJECT_KINDS, RELATION_KINDS } from '../domain/claim.ts'
import { ENTITY_KINDS } from '../domain/entity.ts'
import { MATCH_KINDS, NAME_KINDS } from '../domain/name.ts'
import { PREDICATE_NAMES } from '../domain/predicate.ts'
import { DERIVATIONS, SOURCE_KINDS, VERSION_KINDS } from '../domain/source.ts'
import { CERTAINTIES, EVIDENTIALITIES, LACKS, POLARITIES, STANCES, TENSES } from '../domain/stance.ts'
import { parsePartialDate } from '../text/partial-date.ts'

/** The format of a story folder: any file may hold any of these keys. Unknown keys are errors: a typo loses nothing. */

const slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is no id: write a-z, 0-9 and single hyphens')
const words = z
  .string()
  .min(1)
  .max(10_000)
  .refine((text) => text.isWellFormed(), 'holds half a character')
const NO_LANGUAGE = 'is no language tag: write one such as en, id or ar'
const language = z
  .string({
    error: ({ input }) => (input === undefined ? 'is missing: write a language such as en, id or ar' : NO_LANGUAGE),
  })
  .refine(isLanguageTag, NO_LANGUAGE)
const localized = z.record(language, words).describe('A text by language: { en: …, id: … }')
const NO_DATE = "is no possible date: write 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD', in quotes"
const partialDate = z.string({ error: NO_DATE }).refine((text) => parsePartialDate(text) !== null, NO_DATE)
const instant = z.iso
  .datetime({ error: "is no instant: write one such as '2026-08-01T00:00:00Z', in quotes" })
  .describe('When this record learnt it: 2026-08-01T00:00:00Z')
const textIn = z.strictObject({ value: words, language })
const printedName = z.strictObject({ value: words, language, translations: z.array(textIn).optional() })

const names = z
  .array(
    z.strictObject({
      value: words,
      language,
      kind: z.enum(NAME_KINDS),
      validFrom: partialDate.optional(),
      validTo: partialDate.optional(),
    }),
  )
  .min(1)
const externalIds = z
  .array(z.strictObject({ scheme: slug, value: words, match: z.enum(MATCH_KINDS).optional() }))
  .optional()

const formerly = z
  .array(slug)
  .optional()
  .describe('Ids that it had before: addresses with them lead to it. Written once, kept for ever')

const entity = z.strictObject({
  id: slug,
  formerly,
  kind: z.enum(ENTITY_KINDS),
  names,
  externalIds,
  description: localized.optional(),
  speaksFor: z
    .array(z.strictObject({ entity: slug, validFrom: partialDate.optional(), validTo: partialDate.optional() }))
    .optional(),
})

const concept = z.strictObject({
  id: slug,
  formerly,
  names,
  externalIds,
  definition: localized.optional(),
  broader: z.array(slug).optional(),
})

const source = z.strictObject({
  id: slug,
  formerly,
  kind: z.enum(SOURCE_KINDS),
  title: localized,
  titleIsDescription: z.boolean().optional(),
  url: z.url().optional(),
  language: language.optional(),
  publishedBy: slug.optional(),
  publishedAt: partialDate.optional(),
  derivation: z.enum(DERIVATIONS).optional(),
  derivedFrom: z.array(slug).optional(),
  licence: words.optional(),
  attribution: words.optional(),
  archive: z.strictObject({ name: words, url: z.url().optional() }).optional(),
  versions: z
    .array(
      z.strictObject({
        id: slug,
        capturedAt: partialDate.optional(),
        sha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/, 'is no SHA-256 in hexadecimal')
          .optional(),
        effectiveFrom: partialDate.optional(),
        kind: z.enum(VERSION_KINDS),
        incomplete: z.boolean().optional(),
        note: words.describe('What is to be known of this capture, in English').optional(),
      }),
    )
    .optional(),
})

const quote = z.strictObject({
  exact: words,
  prefix: words.optional(),
  suffix: words.optional(),
  start: z.int().min(0).optional().describe('Unicode code points from the beginning of the version'),
  end: z.int().min(1).optional().describe('Exclusive'),
  language,
  version: slug.optional(),
  foundIn: z.array(slug).optional().describe('Other versions in which these very words were looked for and found'),
  absentFrom: z.array(slug).optional().describe('Versions in which they were looked for and not found'),
  translations: z.array(textIn).optional(),
})

const thing = z.union([slug, z.strictObject({ entity: slug }), z.strictObject({ source: slug })], {
  error: 'is nothing that a claim may be about: write the id of an entity, or { source: … }',
})
const intermediary = z.union([z.strictObject({ entity: slug }), z.strictObject({ source: slug })], {
  error: 'is nothing that words pass through: write { entity: … } or { source: … }',
})
const [entityKey, sourceKey, claimKey, useKey] = OBJECT_KINDS
const object = z.union(
  [
    z.strictObject({ [lower(entityKey)]: slug }),
    z.strictObject({ [lower(sourceKey)]: slug }),
    z.strictObject({ [lower(claimKey)]: slug }),
    z.strictObject({ [lower(useKey)]: slug }),
    z.strictObject({ text: localized }),
  ],
  {
    error:
      'is no object of a claim: write { entity: … }, { source: … }, { claim: … }, { use: … } or { text: { en: … } }',
  },
)

const assertion = z.strictObject({
  id: slug,
  stance: z.enum(STANCES),
  polarity: z.enum(POLARITIES),
  certainty: z.enum(CERTAINTIES),
  tense: z.enum(TENSES).optional().describe('FUTURE for “will”, a plan or a forecast; PRESENT where it is left out'),
  evidentiality: z.enum(EVIDENTIALITIES),
  claimant: slug.optional(),
  claimantAsPrinted: printedName.optional(),
  source: slug,
  via: z.array(intermediary).optional(),
  quote: quote.optional(),
  assertedAt: partialDate.optional(),
  heldFrom: partialDate.optional(),
  heldUntil: partialDate.optional(),
  retracts: slug.optional(),
  lacks: z.enum(LACKS).optional().describe('For REPORTS_UNKNOWN: what is said to be missing'),
  lacksFrom: slug.optional().describe('Whose confirmation is missing'),
  withdrawn: words.optional(),
  recordedAt: instant.optional(),
})

const claim = z.strictObject({
  id: slug,
  formerly,
  subject: thing,
  predicate: z.enum(PREDICATE_NAMES, {
    error: `is no predicate of the list: say it in positive form with ${PREDICATE_NAMES.join(', ')}, and put NEGATES into the polarity`,
  }),
  data: z.array(slug).optional(),
  uses: z.array(slug).optional(),
  object: object.optional(),
  condition: localized.optional(),
  validFrom: partialDate.optional(),
  validTo: partialDate.optional(),
  recordedAt: instant.optional(),
  assertions: z.array(assertion),
})

const relation = z.strictObject({
  id: slug,
  kind: z.enum(RELATION_KINDS),
  from: slug,
  to: slug,
  claimant: slug.optional(),
  claimantAsPrinted: printedName.optional(),
  source: slug,
  quote: quote.optional(),
  drift: localized.optional(),
  recordedAt: instant.optional(),
})

const assessment = z.strictObject({
  id: slug,
  claim: slug,
  verdict: z.enum(VERDICTS),
  assessedAt: partialDate,
  author: words.describe('Who judged, as it is to be printed'),
  note: localized.optional(),
  recordedAt: instant.optional(),
})

const story = z.strictObject({
  id: slug,
  formerly,
  recordedAt: instant,
  title: localized,
  summary: localized,
  leadSource: slug.optional(),
  claims: z.array(slug).min(1),
})

const coverage = z.strictObject({
  statement: slug,
  as: z.union(
    [
      z.strictObject({ assertion: slug }),
      z.strictObject({ relation: slug }),
      z.strictObject({ condition: slug }),
      z.strictObject({ omitted: words }),
    ],
    {
      error:
        'is nothing that covers a statement: write { assertion: … }, { relation: … }, { condition: … } or { omitted: why }',
    },
  ),
})

export const seedFile = z.strictObject({
  story: story.optional(),
  entities: z.array(entity).optional(),
  dataCategories: z.array(concept).optional(),
  uses: z.array(concept).optional(),
  sources: z.array(source).optional(),
  claims: z.array(claim).optional(),
  relations: z.array(relation).optional(),
  assessments: z.array(assessment).optional(),
  coverage: z.array(coverage).optional(),
})
export type SeedFile = z.infer<typeof seedFile>
export type SeedQuote = z.infer<typeof quote>
export type SeedEntity = z.infer<typeof entity>
export type SeedSource = z.infer<typeof source>
export type SeedAssertion = z.infer<typeof assertion>

/** For completion in an editor: `# yaml-language-server: $schema=…/schema/seed.schema.json`. */
export const seedJsonSchema = (): object => ({
  $comment: 'Generated by npm run schema; do not edit.',
  ...z.toJSONSchema(seedFile, { unrepresentable: 'any' }),
})

/** Every key that a seed may have somewhere. */
export const SEED_KEYS: readonly string[] = [...new Set(keysIn(z.toJSONSchema(seedFile, { unrepresentable: 'any' })))]

function keysIn(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const own =
    'properties' in schema && typeof schema.properties === 'object' ? Object.keys(schema.properties ?? {}) : []
  return [...own, ...Object.values(schema).flatMap(keysIn)]
}

function lower<T extends string>(word: T): Lowercase<T> {
  return word.toLowerCase() as Lowercase<T>
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
