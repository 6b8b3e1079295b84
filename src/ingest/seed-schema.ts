import { z } from 'zod'
import { VERDICTS } from '../domain/assessment.ts'
import { OBJECT_KINDS, RELATION_KINDS } from '../domain/claim.ts'
import { ENTITY_KINDS } from '../domain/entity.ts'
import { PREDICATE_NAMES } from '../domain/predicate.ts'
import { REPORTING_VERBS } from '../domain/reporting-verb.ts'
import { DERIVATIONS, SOURCE_KINDS, VERSION_KINDS } from '../domain/source.ts'
import { CERTAINTIES, EVIDENTIALITIES, LACKS, POLARITIES, STANCES, TENSES } from '../domain/stance.ts'
import { MAX_PICTURED } from '../domain/story.ts'
import { instant, language, localized, partialDate, slug, webUrl, wording, words } from './localized.ts'
import { MAX_LIST } from './seed-limits.ts'
import { externalIds, formerly, intermediary, names, printedName, provenance, quote, thing } from './seed-parts.ts'

const entity = z.strictObject({
  id: slug.describe('Id in URLs and references. If it changes, add the old one to formerly'),
  formerly,
  kind: z.enum(ENTITY_KINDS).describe('Kind of the entity'),
  names: names.describe('Names by language; sentences use the PREFERRED one'),
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
    .describe('Parties that the entity speaks for, with periods: its assertions then count as theirs'),
})

const mentions = z.array(slug).max(MAX_LIST).optional()

const concept = z.strictObject({
  id: slug,
  formerly,
  names: names.describe('Names by language; sentences use the PREFERRED one'),
  externalIds,
  definition: localized.optional(),
  broader: z.array(slug).max(MAX_LIST).optional().describe('Broader concepts, of which this one is a kind'),
  mentions: mentions.describe('Entities that occur in its names: LinkedIn in “compete with LinkedIn”'),
})

const source = z.strictObject({
  id: slug,
  formerly,
  kind: z.enum(SOURCE_KINDS).describe('Kind of the document'),
  title: localized.describe('Title as printed, in the language of the document; translations in other languages'),
  titleIsDescription: z
    .boolean()
    .optional()
    .describe('True if the printed title is unknown or missing, and title is a description'),
  shortTitle: localized.optional().describe('Short name in the middle of a sentence: the Indonesian article'),
  url: webUrl.optional().describe('URL of the document'),
  language: language.optional().describe('Language of the document; required if title has several languages'),
  publishedBy: slug.optional().describe('Entity that published the document'),
  publishedAt: partialDate.optional().describe('Day of publication, as precise as it is known'),
  derivation: z
    .enum(DERIVATIONS)
    .optional()
    .describe('KNOWN if derivedFrom lists all documents that it rests on, else UNKNOWN'),
  derivedFrom: z
    .array(
      z.union([slug, z.strictObject({ source: slug, provenance })], {
        error: 'is no document: write its id, or { source: …, provenance: … }',
      }),
    )
    .max(MAX_LIST)
    .optional()
    .describe('Documents that it rests on, such as a report that it retells; it does not confirm them independently'),
  licence: words.optional().describe('Licence under which the document may be quoted'),
  attribution: words.optional().describe('Credit line that the licence requires'),
  archive: z
    .strictObject({ name: words, url: webUrl.optional().describe('URL of the copy') })
    .optional()
    .describe('Archive that has a copy'),
  versions: z
    .array(
      z.strictObject({
        id: slug,
        capturedAt: partialDate.optional().describe('Day or instant of the capture'),
        sha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/, 'is no SHA-256 in hexadecimal')
          .optional()
          .describe('SHA-256 of the captured bytes'),
        effectiveFrom: partialDate.optional().describe('Effective date that the document states'),
        kind: z.enum(VERSION_KINDS).describe('CHANGE if the content differs from the capture before, else TECHNICAL'),
        incomplete: z.boolean().optional().describe('True if parts are missing: absentFrom may not name this capture'),
        note: words.describe('Note on the capture, in English').optional(),
      }),
    )
    .max(MAX_LIST)
    .optional()
    .describe('Captures of the document, oldest first'),
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
    .describe('Speech act: states, confirms, denies, alleges, speculates, reports as unknown, or retracts'),
  verb: z
    .enum(REPORTING_VERBS)
    .optional()
    .describe(
      'Verb of the document, if it is not the usual one of the stance: STRESSES, WRITES, THINKS. Each stance has its own',
    ),
  polarity: z.enum(POLARITIES).describe('Side of the assertion: it affirms the claim, negates it, or neither'),
  certainty: z.enum(CERTAINTIES).describe('Degree of sureness in the words of the claimant: "may" is POSSIBLE'),
  tense: z.enum(TENSES).optional().describe('FUTURE for “will”, a plan or a forecast; PRESENT if absent'),
  evidentiality: z
    .enum(EVIDENTIALITIES)
    .describe('Relation of the document to the claimant, such as DIRECT_QUOTE or HEARSAY'),
  claimant: slug
    .optional()
    .describe(
      'Entity that makes the assertion. Leave it out for the unsigned words of a document, and if nobody is known',
    ),
  claimantAsPrinted: printedName
    .optional()
    .describe('Words of the document for the claimant, such as "most people", if they are vaguer than a name'),
  source: slug.describe('Document in which the assertion was read'),
  via: z
    .array(intermediary)
    .max(MAX_LIST)
    .optional()
    .describe('Entities and documents between the claimant and the source, in order'),
  quote: quote.optional().describe('Words of the document that show the assertion'),
  assertedAt: partialDate
    .optional()
    .describe(
      'Day on which the claimant made the assertion, as precise as it is known; never the day on which it was read',
    ),
  heldFrom: partialDate.optional().describe('First day on which the versioned document contained these words'),
  heldUntil: partialDate.optional().describe('Last day on which it contained them'),
  retracts: slug.optional().describe('For RETRACTS: the assertion that the claimant takes back'),
  lacks: z.enum(LACKS).optional().describe('For REPORTS_UNKNOWN: the thing that is reported as missing'),
  lacksFrom: slug.optional().describe('Entity whose confirmation is missing'),
  withdrawn: words
    .optional()
    .describe(
      'Reason why the newsroom withdraws the assertion as its own mistake; it then never counts, and readers see the withdrawal',
    ),
  recordedAt: instant.optional(),
})

const claim = z.strictObject({
  id: slug.describe(
    'Id in URLs and references. The proposition of a claim never changes: another proposition gets another id',
  ),
  formerly,
  subject: thing.describe('Entity or document that the claim is about'),
  predicate: z
    .enum(PREDICATE_NAMES, {
      error: `is no predicate of the list: say it in positive form with ${PREDICATE_NAMES.join(', ')}, and put NEGATES into the polarity`,
    })
    .describe('Verb of the claim, in positive form'),
  data: z.array(slug).max(MAX_LIST).optional().describe('Data categories that the claim names'),
  uses: z.array(slug).max(MAX_LIST).optional().describe('Uses that the claim names'),
  object: object.optional().describe('Object of the predicate, if it takes one'),
  condition: localized.optional().describe('Condition that is part of the claim, in words'),
  validFrom: partialDate.optional().describe('First day on which the claimed thing is true, according to the claim'),
  validTo: partialDate.optional().describe('Last day on which it is true'),
  wording: wording.optional(),
  mentions: mentions.describe(
    'Entities that its words name beside subject and object. Those of its data categories and uses are added by Sanad',
  ),
  validityProvenance: provenance,
  recordedAt: instant.optional(),
  assertions: z.array(assertion).max(MAX_LIST).describe('Assertions on the claim, by everybody who made one'),
})

const relation = z.strictObject({
  id: slug,
  kind: z.enum(RELATION_KINDS).describe('Kind of the relation, read from the first claim to the second'),
  from: slug.describe('First claim: it supports, qualifies or disagrees with the second, or comes from it'),
  to: slug.describe('Second claim'),
  fromAssertion: slug.optional().describe('For DERIVED_FROM: the later assertion, whose words come from another one'),
  toAssertion: slug.optional().describe('For DERIVED_FROM: the earlier assertion, which may be on the same claim'),
  claimant: slug.optional().describe('Entity that draws the relation'),
  claimantAsPrinted: printedName.optional().describe('Words of the document for that entity'),
  source: slug.optional().describe('Document in which the relation was read'),
  provenance: z
    .strictObject({ newsroom: words, on: partialDate, note: localized.optional() })
    .optional()
    .describe("The newsroom's own judgement, signed and dated, in place of a document"),
  quote: quote.optional().describe('Words of the document that draw the relation'),
  drift: localized.optional().describe('For DERIVED_FROM: the difference between the two wordings'),
  recordedAt: instant.optional(),
})

const assessment = z.strictObject({
  id: slug,
  claim: slug.describe('Claim that is assessed'),
  verdict: z.enum(VERDICTS).describe('Verdict of the newsroom'),
  assessedAt: partialDate.describe('Day of the verdict'),
  author: words.describe('Person or desk that gave the verdict, as it is to be printed'),
  note: localized.optional().describe('Reasons for the verdict, in short'),
  recordedAt: instant.optional(),
})

const story = z.strictObject({
  id: slug,
  formerly,
  recordedAt: instant,
  title: localized.describe('Title by the editor, by language'),
  summary: localized.describe('Summary in one or two sentences, by language'),
  leadSource: slug.optional().describe('Document that the story starts from'),
  claims: z.array(slug).min(1).describe('Claims that the story selects, in their order'),
  picture: z
    .array(slug)
    .min(1)
    .max(MAX_PICTURED)
    .optional()
    .describe('Claims of the story that the picture shows, in their order; chosen by balance if absent'),
})

const coverage = z.strictObject({
  statement: slug.describe('Id of a statement in the document that the story covers'),
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
          'is no coverage of a statement: write { assertion: … }, { relation: … }, { condition: … } or { omitted: why }',
      },
    )
    .describe('Object that records the statement, or the reason why none does'),
})

/** Format of the files of a story folder. Each file may have any of these keys. An unknown key is an error. */
export const seedFile = z.strictObject({
  story: story.optional().describe('Story of the folder'),
  entities: z.array(entity).optional().describe('People, organizations, services and groups'),
  dataCategories: z.array(concept).optional().describe('Data categories'),
  uses: z.array(concept).optional().describe('Uses of data'),
  sources: z.array(source).optional().describe('Documents that were read'),
  claims: z.array(claim).optional().describe('Claims, each with its assertions'),
  relations: z.array(relation).optional().describe('Relations between two claims'),
  assessments: z.array(assessment).optional().describe('Verdicts of the newsroom'),
  coverage: z.array(coverage).optional().describe('Record of each statement of the covered document'),
})
export type SeedFile = z.infer<typeof seedFile>

function lower<T extends string>(word: T): Lowercase<T> {
  return word.toLowerCase() as Lowercase<T>
}
