import { z } from 'zod'
import { VERDICTS } from '../domain/assessment.ts'
import { OBJECT_KINDS, RELATION_KINDS } from '../domain/claim.ts'
import { ENTITY_KINDS } from '../domain/entity.ts'
import { MATCH_KINDS, NAME_KINDS } from '../domain/name.ts'
import { PREDICATE_NAMES } from '../domain/predicate.ts'
import { REPORTING_VERBS } from '../domain/reporting-verb.ts'
import { DERIVATIONS, SOURCE_KINDS, VERSION_KINDS } from '../domain/source.ts'
import { CERTAINTIES, EVIDENTIALITIES, LACKS, POLARITIES, STANCES, TENSES } from '../domain/stance.ts'
import { MAX_PICTURED } from '../domain/story.ts'
import {
  characters,
  identifier,
  instant,
  language,
  localized,
  nameWords,
  partialDate,
  scheme,
  slug,
  translations,
  webUrl,
  wording,
  words,
} from './localized.ts'
import { MAX_LIST } from './seed-limits.ts'

/** Format of the files of a story folder. Each file may have any of these keys. Unknown keys are errors, so that a typing error loses nothing. */

const printedName = z.strictObject({
  value: words,
  language,
  translations: translations.optional().describe('Never in place of the words themselves'),
})

const quote = z.strictObject({
  exact: words.describe('The very words, in the language of the document'),
  prefix: characters.min(1).optional().describe('The words just before, to find it again'),
  suffix: characters.min(1).optional().describe('The words just after'),
  start: z.int().min(0).optional().describe('Unicode code points from the beginning of the version'),
  end: z.int().min(1).optional().describe('Exclusive'),
  language: language.describe('Language of the words'),
  version: slug.optional().describe('The capture they were read in'),
  foundIn: z
    .array(slug)
    .max(MAX_LIST)
    .optional()
    .describe('Other versions in which these very words were looked for and found'),
  absentFrom: z.array(slug).max(MAX_LIST).optional().describe('Versions in which they were looked for and not found'),
  translations: translations.optional().describe('Never in place of the words themselves'),
})

const provenance = z
  .union(
    [
      z.strictObject({ source: slug, quote: quote.optional().describe('The words that show it') }),
      z.strictObject({ newsroom: words, on: partialDate, note: localized.optional() }),
    ],
    {
      error:
        'is no provenance: write { source: …, quote: … } for a document, or { newsroom: …, on: …, note: … } for your own judgement',
    },
  )
  .optional()
  .describe("The document that says so, or the newsroom's own judgement; left out for its own knowledge, and shown so")

const names = z
  .array(
    z.strictObject({
      value: nameWords,
      language,
      kind: z.enum(NAME_KINDS).describe('PREFERRED is what sentences use'),
      validFrom: partialDate.optional(),
      validTo: partialDate.optional(),
      provenance,
    }),
  )
  .min(1)
  .max(MAX_LIST)
const externalIds = z
  .array(
    z.strictObject({
      scheme: scheme.describe('wikidata, dpv, …'),
      value: identifier.max(1_000).describe('The identifier in that scheme, such as Q918'),
      match: z.enum(MATCH_KINDS).optional().describe('How near its meaning is to that of a concept'),
    }),
  )
  .max(MAX_LIST)
  .optional()
  .describe('Identifiers that it has elsewhere')

const formerly = z
  .array(slug)
  .max(MAX_LIST)
  .optional()
  .describe('Ids that it had before: addresses with them lead to it. Written once, kept for ever')

const entity = z.strictObject({
  id: slug.describe('Never changed; when it has to be, the old one goes to formerly'),
  formerly,
  kind: z.enum(ENTITY_KINDS).describe('What it is by its nature'),
  names: names.describe('By language; PREFERRED is the one that sentences use'),
  externalIds,
  description: localized.optional(),
  speaksFor: z
    .array(
      z.strictObject({
        entity: slug,
        validFrom: partialDate.optional(),
        validTo: partialDate.optional(),
        provenance,
      }),
    )
    .max(MAX_LIST)
    .optional()
    .describe('For whom it speaks, and when: what it says counts as theirs'),
})

const mentions = z.array(slug).max(MAX_LIST).optional()

const concept = z.strictObject({
  id: slug,
  formerly,
  names: names.describe('By language; PREFERRED is the one that sentences use'),
  externalIds,
  definition: localized.optional(),
  broader: z.array(slug).max(MAX_LIST).optional().describe('The concepts that it is a kind of'),
  mentions: mentions.describe('The entities that its names name: LinkedIn in “compete with LinkedIn”'),
})

const source = z.strictObject({
  id: slug,
  formerly,
  kind: z.enum(SOURCE_KINDS).describe('What kind of document it is'),
  title: localized.describe('As printed, by language; translations beside it under their own'),
  titleIsDescription: z
    .boolean()
    .optional()
    .describe('True where the document has no title, and this one describes it'),
  shortTitle: localized.optional().describe('Short name in the middle of a sentence: the Indonesian article'),
  url: webUrl.optional().describe('Where it is to be read'),
  language: language.optional().describe('The language it is written in; asked for where titles are given in several'),
  publishedBy: slug.optional().describe('The entity that published it'),
  publishedAt: partialDate.optional().describe('As far as it is known'),
  derivation: z.enum(DERIVATIONS).optional().describe('Whether it rests on other documents'),
  derivedFrom: z
    .array(
      z.union([slug, z.strictObject({ source: slug, provenance })], {
        error: 'is no document: write its id, or { source: …, provenance: … }',
      }),
    )
    .max(MAX_LIST)
    .optional()
    .describe('The documents that it retells: their reports are not independent of it'),
  licence: words.optional().describe('Under which it may be quoted'),
  attribution: words.optional().describe('How it wants to be named'),
  archive: z
    .strictObject({ name: words, url: webUrl.optional().describe('Where it is kept') })
    .optional()
    .describe('Where a copy is kept'),
  versions: z
    .array(
      z.strictObject({
        id: slug,
        capturedAt: partialDate.optional().describe('When it was fetched'),
        sha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/, 'is no SHA-256 in hexadecimal')
          .optional()
          .describe('Of the bytes that were fetched'),
        effectiveFrom: partialDate.optional().describe('From when it says of itself that it holds'),
        kind: z.enum(VERSION_KINDS).describe('Whether anything changed since the capture before'),
        incomplete: z
          .boolean()
          .optional()
          .describe('True where parts are missing: nothing may be called absent from it'),
        note: words.describe('What is to be known of this capture, in English').optional(),
      }),
    )
    .max(MAX_LIST)
    .optional()
    .describe('Its captures, oldest first'),
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
  stance: z
    .enum(STANCES)
    .describe('What was done: said, confirmed, denied, alleged, guessed, reported as unknown, or taken back'),
  verb: z
    .enum(REPORTING_VERBS)
    .optional()
    .describe('How the document puts it, where it does not just say: STRESSES, WRITES, THINKS; one of its stance'),
  polarity: z.enum(POLARITIES).describe('For the claim, against it, or neither'),
  certainty: z.enum(CERTAINTIES).describe('As the speaker puts it: "may" is POSSIBLE'),
  tense: z.enum(TENSES).optional().describe('FUTURE for “will”, a plan or a forecast; PRESENT where it is left out'),
  evidentiality: z.enum(EVIDENTIALITIES).describe('How the document has it'),
  claimant: slug
    .optional()
    .describe(
      'Who says so; may be left out where a document of the subject speaks in its own voice, and where nobody is known',
    ),
  claimantAsPrinted: printedName
    .optional()
    .describe('The words for who says so, such as "most people", where they are vaguer than a name'),
  source: slug.describe('The document that was read'),
  via: z
    .array(intermediary)
    .max(MAX_LIST)
    .optional()
    .describe('Through whom or what it passed on its way to the document, in order'),
  quote: quote.optional().describe('The words that show it'),
  assertedAt: partialDate.optional().describe('When it was said, as far as that is known; never when it was read'),
  heldFrom: partialDate.optional().describe('Since when a versioned document says so'),
  heldUntil: partialDate.optional().describe('Until when'),
  retracts: slug.optional().describe('For RETRACTS: the assertion that its speaker takes back'),
  lacks: z.enum(LACKS).optional().describe('For REPORTS_UNKNOWN: what is said to be missing'),
  lacksFrom: slug.optional().describe('Whose confirmation is missing'),
  withdrawn: words
    .optional()
    .describe('Why the newsroom takes out its own mistake; it no longer counts, and readers are told'),
  recordedAt: instant.optional(),
})

const claim = z.strictObject({
  id: slug.describe('Never changed; what is claimed never changes either, another claim is another id'),
  formerly,
  subject: thing.describe('Of whom or what it is claimed'),
  predicate: z
    .enum(PREDICATE_NAMES, {
      error: `is no predicate of the list: say it in positive form with ${PREDICATE_NAMES.join(', ')}, and put NEGATES into the polarity`,
    })
    .describe('What is claimed of the subject, in positive form'),
  data: z.array(slug).max(MAX_LIST).optional().describe('Categories of data that it concerns'),
  uses: z.array(slug).max(MAX_LIST).optional().describe('Uses that it is for'),
  object: object.optional().describe('What the predicate leads to, where it needs one'),
  condition: localized.optional().describe('Under which condition, in words'),
  validFrom: partialDate.optional().describe('From when it is claimed to hold'),
  validTo: partialDate.optional().describe('Until when'),
  wording: wording.optional(),
  mentions: mentions.describe(
    'The entities that its words name beside subject and object; those of its uses are known',
  ),
  validityProvenance: provenance,
  recordedAt: instant.optional(),
  assertions: z.array(assertion).max(MAX_LIST).describe('Everybody who said something on it'),
})

const relation = z.strictObject({
  id: slug,
  kind: z.enum(RELATION_KINDS).describe('How the first bears on the second'),
  from: slug.describe('The claim that bears on another'),
  to: slug.describe('The claim that it bears on'),
  fromAssertion: slug.optional().describe('For DERIVED_FROM: the assertion whose words come from another one'),
  toAssertion: slug.optional().describe('The assertion that they come from, which may be on the same claim'),
  claimant: slug.optional().describe('Who says that they are so related'),
  claimantAsPrinted: printedName.optional().describe('The words for who says so'),
  source: slug.optional().describe('The document that was read'),
  provenance: z
    .strictObject({ newsroom: words, on: partialDate, note: localized.optional() })
    .optional()
    .describe("The newsroom's own judgement, signed and dated, in place of a document"),
  quote: quote.optional().describe('The words that show it'),
  drift: localized.optional().describe('For DERIVED_FROM: how the wording changed on the way'),
  recordedAt: instant.optional(),
})

const assessment = z.strictObject({
  id: slug,
  claim: slug.describe('The claim that is judged'),
  verdict: z.enum(VERDICTS).describe('What a fact-checker concluded'),
  assessedAt: partialDate.describe('When'),
  author: words.describe('Who judged, as it is to be printed'),
  note: localized.optional().describe('Why, in short'),
  recordedAt: instant.optional(),
})

const story = z.strictObject({
  id: slug,
  formerly,
  recordedAt: instant,
  title: localized.describe('By language'),
  summary: localized.describe('By language, in a sentence or two'),
  leadSource: slug.optional().describe('The document that the story began with'),
  claims: z.array(slug).min(1).describe('The claims it selects, in the order they are told'),
  picture: z
    .array(slug)
    .min(1)
    .max(MAX_PICTURED)
    .optional()
    .describe('Its claims that the picture shows, in order; chosen by the rule of balance if absent'),
})

const coverage = z.strictObject({
  statement: slug.describe('A statement of the source that the story covers'),
  as: z
    .union(
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
    )
    .describe('What holds it, or why nothing does'),
})

export const seedFile = z.strictObject({
  story: story.optional().describe('The story that the folder tells'),
  entities: z.array(entity).optional().describe('Whom claims are about, and who says them'),
  dataCategories: z.array(concept).optional().describe('Categories of data'),
  uses: z.array(concept).optional().describe('Uses of data'),
  sources: z.array(source).optional().describe('Documents that were read'),
  claims: z.array(claim).optional().describe('What is claimed, each with everybody who said something on it'),
  relations: z.array(relation).optional().describe('How claims bear on each other'),
  assessments: z.array(assessment).optional().describe('What fact-checkers concluded'),
  coverage: z.array(coverage).optional().describe('Where each statement of the covered source went'),
})
export type SeedFile = z.infer<typeof seedFile>
export type SeedQuote = z.infer<typeof quote>
export type SeedProvenance = z.infer<typeof provenance>

function lower<T extends string>(word: T): Lowercase<T> {
  return word.toLowerCase() as Lowercase<T>
}
