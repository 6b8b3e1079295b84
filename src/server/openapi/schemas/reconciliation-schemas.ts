import { CLAIM_CONTENTS } from '../../../reconciliation/extend.ts'
import { PROPERTIES } from '../../../reconciliation/properties.ts'
import { THING_TYPES } from '../../../reconciliation/thing-types.ts'
import { integer, listOf, mapOf, objectOf, oneOf, ref, type Schema, type Schemas, text, url } from './json-schema.ts'

const TYPE = { id: oneOf(THING_TYPES), name: text }
const PROPERTY = { id: oneOf(PROPERTIES.map(({ id }) => id)), name: text }
const VALUES = listOf({
  anyOf: [objectOf({ id: text, name: text }), objectOf({ str: text }), { type: 'object', maxProperties: 0 }],
})

/** @param words names of the keys by which a version calls the parts of a setting */
const settingOf = (words: Schemas): Schema => ({
  anyOf: [
    objectOf({ ...words, type: oneOf(['number']), default: integer }),
    objectOf({
      ...words,
      type: oneOf(['select']),
      default: oneOf(CLAIM_CONTENTS),
      choices: listOf(objectOf({ value: oneOf(CLAIM_CONTENTS), name: text })),
    }),
  ],
})

/** @param feature parts of a feature besides id and value */
const candidateOf = (feature: Schemas): Schema =>
  objectOf(
    {
      id: text,
      name: text,
      score: { type: 'number', minimum: 0, maximum: 100 },
      match: { type: 'boolean' },
      type: listOf(objectOf(TYPE)),
      features: listOf(objectOf({ ...feature, id: text, value: { type: ['number', 'boolean'] } })),
    },
    { description: text },
  )

const SERVICE = { service_url: url, service_path: text }
const SUGGESTED = objectOf({ ...SERVICE, flyout_service_url: url, flyout_service_path: text })
const PREVIEW_SIZE = { width: integer, height: integer }
const COMMON = { name: text, serviceVersion: text, batchSize: integer }
const META = listOf(objectOf(PROPERTY, { type: objectOf(TYPE) }))

/** Bodies of the reconciliation service. */
export const RECONCILIATION_SCHEMAS = {
  Reconciliation: {
    anyOf: [ref('ReconciliationManifest'), ref('ReconciliationExtension'), ref('ReconciliationResults')],
  },
  ReconciliationManifest: objectOf({
    ...COMMON,
    versions: listOf(oneOf(['0.1', '0.2'])),
    identifierSpace: url,
    schemaSpace: url,
    defaultTypes: listOf(objectOf(TYPE)),
    view: objectOf({ url: text }),
    preview: objectOf({ url: text, ...PREVIEW_SIZE }),
    suggest: objectOf({ entity: SUGGESTED, property: SUGGESTED, type: SUGGESTED }),
    extend: objectOf({
      propose_properties: objectOf(SERVICE),
      property_settings: listOf(settingOf({ name: text, label: text, help_text: text })),
    }),
  }),
  /** Candidates by the keys of the queries. */
  ReconciliationResults: mapOf(objectOf({ result: listOf(candidateOf({})) })),
  /** Values by the ids of things, then by those of properties. */
  ReconciliationExtension: objectOf({ meta: META, rows: mapOf(mapOf(VALUES)) }),
  ReconciliationDraftManifest: objectOf({
    ...COMMON,
    versions: listOf(oneOf(['1.0-draft'])),
    lang: text,
    dir: oneOf(['ltr', 'rtl']),
    defaultTypes: listOf(ref('ReconciliationType')),
    view: objectOf({ url: text }),
    preview: objectOf(PREVIEW_SIZE),
    suggest: objectOf({ entity: { const: true }, property: { const: true }, type: { const: true } }),
    extend: objectOf({
      proposeProperties: { const: true },
      propertySettings: listOf(settingOf({ id: text, name: text, helpText: text })),
    }),
    standardizedScore: { const: true },
  }),
  ReconciliationDraftResults: objectOf({
    results: listOf(objectOf({ candidates: listOf(candidateOf({ name: text })) })),
  }),
  ReconciliationDraftExtension: objectOf({
    meta: META,
    rows: listOf(objectOf({ id: text, properties: listOf(objectOf({ id: PROPERTY.id, values: VALUES })) })),
  }),
  ReconciliationType: objectOf(TYPE, { broader: listOf(objectOf(TYPE)) }),
  ReconciliationSuggestions: objectOf({
    result: listOf({
      anyOf: [
        ref('ReconciliationType'),
        objectOf(PROPERTY),
        objectOf({ id: text, name: text, notable: listOf(objectOf(TYPE)) }, { description: text }),
      ],
    }),
  }),
  ReconciliationFlyout: objectOf({ id: text, html: { type: 'string', contentMediaType: 'text/html' } }),
  ReconciliationProposal: objectOf({ properties: listOf(objectOf(PROPERTY)), type: text, limit: integer }),
} satisfies Schemas
