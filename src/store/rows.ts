import { createHash } from 'node:crypto'
import type { Dataset } from '../domain/dataset.ts'
import type { LocalizedText, Name } from '../domain/name.ts'
import { ancestorsOf, claimRows } from './claim-rows.ts'
import type { RowLabel, ThingLabel } from './labels.ts'
import type { EdgeSpec, Properties, RowSpec } from './row-spec.ts'
import { fieldsOfNames, fieldsOfText, searchProperties } from './search-fields.ts'

/** All rows of a data set, statuses derived. Pure: the same set gives the same rows. */
export function rowsOf(dataset: Dataset): readonly RowSpec[] {
  const sources = new Map(dataset.sources.map(({ item }) => [item.id, item]))
  const state = (
    recordedAt: string,
    label: RowLabel,
    thing: string,
    hub: ThingLabel | null,
    properties: Properties,
    edges: readonly EdgeSpec[],
  ): RowSpec => ({
    label,
    thing: `${hub ?? label}:${thing}`,
    hub: hub === null ? null : { label: hub, id: thing },
    recordedAt,
    replacedAt: null,
    properties,
    edges,
  })

  return [
    ...dataset.entities.map(({ item, recordedAt }) =>
      state(
        recordedAt,
        'EntityRow',
        item.id,
        'Entity',
        {
          json: JSON.stringify(item),
          kind: item.kind,
          name: firstName(item.names),
          ...searchProperties(item.id, fieldsOfNames(item.names, item.externalIds)),
        },
        [
          ...item.speaksFor.map((s): EdgeSpec => ({ type: 'SPEAKS_FOR', label: 'Entity', id: s.entityId })),
          ...item.externalIds.map((x): EdgeSpec => ({ type: 'KNOWN_AS', label: 'ExternalId', id: externalKey(x) })),
        ],
      ),
    ),
    ...dataset.concepts.map(({ item, recordedAt }) =>
      state(
        recordedAt,
        'ConceptRow',
        item.id,
        item.kind,
        {
          json: JSON.stringify(item),
          kind: item.kind,
          name: firstName(item.names),
          ...searchProperties(item.id, [
            ...fieldsOfNames(item.names, item.externalIds),
            ...fieldsOfText('DEFINITION', item.definition),
          ]),
        },
        item.broader.map((id) => ({ type: 'BROADER', label: item.kind, id })),
      ),
    ),
    ...dataset.sources.map(({ item, recordedAt }) =>
      state(
        recordedAt,
        'SourceRow',
        item.id,
        'Source',
        {
          json: JSON.stringify(item),
          ancestors: ancestorsOf(item.id, sources),
          name: firstText(item.title, item.id),
          ...searchProperties(item.id, fieldsOfText('TITLE', item.title)),
        },
        [
          ...item.derivedFrom.map((id): EdgeSpec => ({ type: 'DERIVED_FROM', label: 'Source', id })),
          ...(item.publishedBy ? [{ type: 'PUBLISHED_BY', label: 'Entity', id: item.publishedBy } as const] : []),
        ],
      ),
    ),
    ...dataset.stories.map(({ item, recordedAt }) =>
      state(
        recordedAt,
        'StoryRow',
        item.id,
        'Story',
        {
          json: JSON.stringify(item),
          name: firstText(item.title, item.id),
          ...searchProperties(item.id, [
            ...fieldsOfText('TITLE', item.title),
            ...fieldsOfText('SUMMARY', item.summary),
          ]),
        },
        item.claimIds.map((id) => ({ type: 'SELECTS', label: 'Claim', id })),
      ),
    ),
    ...dataset.assertions.map(({ item, recordedAt }) =>
      state(
        recordedAt,
        'Assertion',
        item.id,
        null,
        {
          json: JSON.stringify(item),
          stance: item.stance,
          polarity: item.polarity,
          evidentiality: item.evidentiality,
        },
        [
          { type: 'ABOUT', label: 'Claim', id: item.claimId },
          { type: 'IN_SOURCE', label: 'Source', id: item.sourceId },
          ...(item.claimantId ? [{ type: 'BY', label: 'Entity', id: item.claimantId } as const] : []),
          ...item.via.map((v): EdgeSpec => ({ type: 'VIA', label: v.kind, id: v.id })),
        ],
      ),
    ),
    ...dataset.relations.map(({ item, recordedAt }) =>
      state(recordedAt, 'ClaimRelation', item.id, null, { json: JSON.stringify(item), kind: item.kind }, [
        { type: 'FROM_CLAIM', label: 'Claim', id: item.fromClaimId },
        { type: 'TO_CLAIM', label: 'Claim', id: item.toClaimId },
      ]),
    ),
    ...claimRows(dataset, sources),
  ]
}

/** 'wikidata:Q918'. */
export const externalKey = (id: { readonly scheme: string; readonly value: string }): string =>
  `${id.scheme}:${id.value}`

const firstName = (names: readonly Name[]): string => names.find((n) => n.kind === 'PREFERRED')?.value ?? ''
const firstText = (text: LocalizedText, otherwise: string): string => Object.values(text)[0] ?? otherwise

/** The same content gives the same hash, whatever revision it is written under. */
export const hashOf = (row: RowSpec): string =>
  createHash('sha256')
    .update(JSON.stringify([row.label, row.thing, row.properties, row.edges]))
    .digest('base64url')
