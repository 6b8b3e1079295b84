import { STATUSES } from '../../../domain/claim-status-types.ts'
import { STANDING_NAMES } from '../../../domain/standing.ts'
import { ASSERTION_COLUMNS } from '../../../exports/tables/assertion-cells.ts'
import { withoutCounts } from '../../../exports/tables/table.ts'
import { LINES } from '../../../widgets/drawing/picture-measures.ts'
import { integer, listOf, mapOf, number, objectOf, oneOf, orNull, ref, type Schemas, text, url } from './json-schema.ts'

const PLACE = { x: number, y: number }

/** Bodies that belong to embeds and pictures. */
export const EMBED_SCHEMAS = {
  OEmbed: objectOf(
    {
      type: oneOf(['rich']),
      version: oneOf(['1.0']),
      title: text,
      provider_name: text,
      provider_url: url,
      cache_age: integer,
      html: { type: 'string', contentMediaType: 'text/html' },
      width: integer,
      height: integer,
    },
    { thumbnail_url: url, thumbnail_width: integer, thumbnail_height: integer },
  ),
  Positions: objectOf({
    url,
    revision: integer,
    recordedAt: orNull({ type: 'string', format: 'date-time' }),
    language: text,
    title: text,
    summary: text,
    notices: listOf(text),
    attributions: listOf(text),
    unit: oneOf(['px']),
    width: number,
    height: number,
    bandHeight: number,
    nodes: listOf(ref('PositionedNode')),
    edges: listOf(ref('PositionedEdge')),
    texts: listOf(ref('PositionedText')),
    colours: mapOf(objectOf({ light: text, dark: text })),
    claims: listOf(ref('PositionedClaim')),
  }),
  PositionedNode: objectOf({
    id: text,
    role: oneOf(['claim', 'data', 'use']),
    ...PLACE,
    width: number,
    height: number,
    fill: text,
    stroke: text,
    leadsTo: listOf(text),
    claim: orNull(text),
    bar: orNull(objectOf({ x: number, top: number, bottom: number, colour: text })),
    icon: orNull(objectOf({ ...PLACE, size: number, colour: text })),
  }),
  PositionedEdge: objectOf({
    from: text,
    to: text,
    status: oneOf(STANDING_NAMES),
    colour: text,
    path: text,
    tip: orNull({ type: 'array', items: number, minItems: 2, maxItems: 2 }),
  }),
  PositionedText: objectOf({
    text,
    role: oneOf(Object.keys(LINES)),
    node: orNull(text),
    ...PLACE,
    anchor: oneOf(['start', 'end']),
    size: number,
    weight: oneOf(['regular', 'bold']),
    face: oneOf(['sans', 'serif']),
    colour: text,
    language: orNull(text),
  }),
  PositionedClaim: objectOf({
    claim: text,
    url,
    headline: text,
    status: oneOf(STATUSES),
    standing: oneOf(STANDING_NAMES),
    sentence: text,
    statements: listOf(objectOf(Object.fromEntries(withoutCounts(ASSERTION_COLUMNS).map((name) => [name, text])))),
  }),
} satisfies Schemas
