import { CSL_TYPES } from '../../../exports/csl-item.ts'
import { EDGE_ATTRIBUTES, NODE_ATTRIBUTES, NUMERIC_ATTRIBUTES } from '../../../exports/graph/graph-part.ts'
import { TERM_NAMES } from '../../../exports/jsonld-context.ts'
import { CLAIM_COLUMNS } from '../../../exports/tables/claim-cells.ts'
import { withoutCounts } from '../../../exports/tables/table.ts'
import {
  integer,
  listOf,
  mapOf,
  number,
  objectOf,
  oneOf,
  orNull,
  ref,
  type Schema,
  type Schemas,
  text,
  url,
} from './json-schema.ts'

/** Schemas of values by the names of their columns or attributes. */
const valuesOf = (names: readonly string[]): Schemas =>
  Object.fromEntries(names.map((name) => [name, NUMERIC_ATTRIBUTES.has(name) ? integer : text]))

const DATE = objectOf({
  'date-parts': {
    type: 'array',
    items: { type: 'array', items: integer, minItems: 1, maxItems: 3 },
    minItems: 1,
    maxItems: 1,
  },
})
const PLACE = { x: integer, y: integer, width: integer, height: integer }
const PART = { id: text, label: text, type: text, description: text, tags: listOf(text) }

/** A node of JSON-LD: keys of the context, and those of JSON-LD itself. */
const NODE: Schema = {
  type: 'object',
  propertyNames: { anyOf: [{ pattern: '^@' }, { enum: TERM_NAMES }] },
  additionalProperties: ref('JsonLdValue'),
}

/** Bodies of exports that are JSON. */
export const EXPORT_SCHEMAS = {
  CslItems: listOf(
    objectOf(
      { id: text, type: oneOf(CSL_TYPES), title: text },
      {
        publisher: text,
        issued: DATE,
        URL: url,
        accessed: DATE,
        language: text,
        archive: text,
        archive_location: url,
        note: text,
      },
    ),
  ),
  Kumu: objectOf({
    elements: listOf(objectOf(PART, { ...valuesOf([...NODE_ATTRIBUTES, 'periods']), ...PART })),
    connections: listOf(
      objectOf(
        { ...PART, from: text, to: text, direction: oneOf(['directed']) },
        { ...valuesOf([...EDGE_ATTRIBUTES, 'periods']) },
      ),
    ),
  }),
  JsonCanvas: objectOf({
    sanad: objectOf({ revision: integer, recordedAt: orNull({ type: 'string', format: 'date-time' }), url }),
    nodes: listOf({
      anyOf: [
        objectOf({ id: text, type: oneOf(['group']), ...PLACE, label: text }),
        objectOf(
          { id: text, type: oneOf(['text']), ...PLACE, text },
          { sanad: objectOf(valuesOf(withoutCounts(CLAIM_COLUMNS))) },
        ),
      ],
    }),
    edges: listOf(
      objectOf(
        {
          id: text,
          fromNode: text,
          fromSide: oneOf(['right', 'bottom']),
          toNode: text,
          toSide: oneOf(['left', 'top']),
          label: text,
        },
        { sanad: { type: 'object', properties: valuesOf(EDGE_ATTRIBUTES) } },
      ),
    ),
  }),
  LinkedData: { ...NODE, required: ['@context'] },
  JsonLdNode: NODE,
  JsonLdValue: {
    anyOf: [text, number, { type: 'null' }, ref('JsonLdNode'), listOf({ anyOf: [text, ref('JsonLdNode')] })],
  },
  JsonLdContext: objectOf({
    '@context': mapOf({
      anyOf: [text, number, objectOf({ '@id': text }, { '@type': text, '@language': { type: 'null' } })],
    }),
    '@graph': listOf(
      objectOf({
        '@id': text,
        '@type': oneOf(['rdfs:Class', 'rdf:Property']),
        'rdfs:comment': objectOf({ '@value': text, '@language': text }),
      }),
    ),
  }),
} satisfies Schemas
