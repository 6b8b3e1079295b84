import { z } from 'zod'
import { VERDICTS } from '../domain/assessment.ts'
import { OBJECT_KINDS, RELATION_KINDS } from '../domain/claim.ts'
import { CONCEPT_KINDS } from '../domain/concept.ts'
import { ENTITY_KINDS } from '../domain/entity.ts'
import type { ItemTypes, ObjectList } from '../domain/model-objects.ts'
import { MATCH_KINDS, NAME_KINDS } from '../domain/name.ts'
import { PREDICATE_NAMES } from '../domain/predicate.ts'
import { REPORTING_VERBS } from '../domain/reporting-verb.ts'
import { DERIVATIONS, SOURCE_KINDS, VERSION_KINDS } from '../domain/source.ts'
import { CERTAINTIES, EVIDENTIALITIES, LACKS, POLARITIES, STANCES, TENSES } from '../domain/stance.ts'
import { MAX_PICTURED } from '../domain/story.ts'
import { THING_KINDS } from '../domain/thing-kind.ts'
import { quoted } from '../text/printable.ts'

/** Schemas of the objects in a dump. `domain/rules/forms.ts` checks lengths and forms of their texts. */

const text = z.string()
const orNull = text.nullable()
const ids = z.array(text)
const localized = z.record(text, text)
const textInLanguage = z.strictObject({ value: text, language: text })
const offset = z.int().min(0).nullable()

const printedName = z.strictObject({ value: text, language: text, translations: z.array(textInLanguage).optional() })
const quote = z.strictObject({
  exact: text,
  prefix: orNull,
  suffix: orNull,
  start: offset,
  end: offset,
  language: text,
  versionId: orNull,
  foundIn: ids.optional(),
  absentFrom: ids.optional(),
  translations: z.array(textInLanguage),
})
const judged = z.strictObject({ newsroom: text, on: text, note: localized.nullable() })
const provenance = z.union([z.strictObject({ sourceId: text, quote: quote.nullable() }), judged]).optional()
const names = z.array(
  z.strictObject({
    value: text,
    language: text,
    kind: z.enum(NAME_KINDS),
    validFrom: orNull,
    validTo: orNull,
    provenance,
  }),
)
const externalIds = z.array(z.strictObject({ scheme: text, value: text, match: z.enum(MATCH_KINDS).nullable() }))

const SCHEMAS: Readonly<Record<ObjectList, z.ZodType>> = {
  entities: z.strictObject({
    id: text,
    kind: z.enum(ENTITY_KINDS),
    names,
    externalIds,
    description: localized,
    speaksFor: z.array(z.strictObject({ entityId: text, validFrom: orNull, validTo: orNull, provenance })),
  }),
  concepts: z.strictObject({
    id: text,
    kind: z.enum(CONCEPT_KINDS),
    names,
    externalIds,
    definition: localized,
    broader: ids,
    mentions: ids.optional(),
  }),
  sources: z.strictObject({
    id: text,
    kind: z.enum(SOURCE_KINDS),
    title: localized,
    titleIsDescription: z.boolean().optional(),
    shortTitle: localized.optional(),
    url: orNull,
    language: orNull,
    publishedBy: orNull,
    publishedAt: orNull,
    derivation: z.enum(DERIVATIONS),
    derivedFrom: z.array(z.strictObject({ sourceId: text, provenance })),
    licence: orNull,
    attribution: orNull,
    archive: z.strictObject({ name: text, url: orNull }).nullable(),
    versions: z.array(
      z.strictObject({
        id: text,
        sourceId: text,
        capturedAt: orNull,
        sha256: orNull,
        effectiveFrom: orNull,
        kind: z.enum(VERSION_KINDS),
        incomplete: z.boolean(),
        note: orNull,
      }),
    ),
  }),
  claims: z.strictObject({
    id: text,
    subject: z.strictObject({ kind: z.enum(['Entity', 'Source']), id: text }),
    predicate: z.enum(PREDICATE_NAMES),
    data: ids,
    uses: ids,
    object: z
      .union([
        z.strictObject({ kind: z.enum(OBJECT_KINDS), id: text }),
        z.strictObject({ kind: z.literal('Text'), text: localized }),
      ])
      .nullable(),
    condition: localized.nullable(),
    validFrom: orNull,
    validTo: orNull,
    wording: z.record(text, z.strictObject({ affirmed: text, negated: text })).optional(),
    mentions: ids.optional(),
    validityProvenance: provenance,
  }),
  assertions: z.strictObject({
    id: text,
    claimId: text,
    stance: z.enum(STANCES),
    verb: z.enum(REPORTING_VERBS).optional(),
    polarity: z.enum(POLARITIES),
    certainty: z.enum(CERTAINTIES),
    tense: z.enum(TENSES).optional(),
    evidentiality: z.enum(EVIDENTIALITIES),
    claimantId: orNull,
    claimantAsPrinted: printedName.nullable(),
    sourceId: text,
    via: z.array(z.strictObject({ kind: z.enum(['Entity', 'Source']), id: text })),
    quote: quote.nullable(),
    assertedAt: orNull,
    heldFrom: orNull,
    heldUntil: orNull,
    retracts: orNull,
    lacks: z.enum(LACKS).optional(),
    lacksFrom: text.optional(),
    withdrawn: orNull,
  }),
  relations: z.strictObject({
    id: text,
    kind: z.enum(RELATION_KINDS),
    fromClaimId: text,
    toClaimId: text,
    fromAssertionId: text.optional(),
    toAssertionId: text.optional(),
    claimantId: orNull,
    claimantAsPrinted: printedName.nullable(),
    sourceId: orNull,
    quote: quote.nullable(),
    drift: localized.nullable(),
    provenance: judged.optional(),
  }),
  assessments: z.strictObject({
    id: text,
    claimId: text,
    verdict: z.enum(VERDICTS),
    assessedAt: text,
    author: text,
    note: localized,
  }),
  stories: z.strictObject({
    id: text,
    title: localized,
    summary: localized,
    leadSourceId: orNull,
    claimIds: ids,
    pictureIds: ids.max(MAX_PICTURED),
  }),
  renames: z.strictObject({ kind: z.enum(THING_KINDS), former: text, slug: text }),
}

/** Problem of a value's shape as an object of this list, with its path; null if it is one. */
export function shapeProblem(list: ObjectList, value: unknown): string | null {
  const { error } = SCHEMAS[list].safeParse(value)
  const issue = error?.issues[0]
  if (issue === undefined) return null
  const path = issue.path.map(String).join('.')
  return `${path === '' ? '' : `${quoted(path)}: `}${quoted(issue.message)}`
}

/** Narrows a value of the right shape. Ids are texts until `checkForms` has checked them. */
export const toItem = <L extends ObjectList>(_list: L, value: unknown): ItemTypes[L] => value as ItemTypes[L]
