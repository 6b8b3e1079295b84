import { nameOf } from '../../sentences/names.ts'
import { pickText } from '../../text/languages.ts'
import { joinedText } from './cell-texts.ts'
import { ENTRY_VALUES, entryCells } from './entry-cells.ts'
import { tableOf } from './table.ts'

/** Columns in their order. New ones come before the counts, which are last, since sheets refer to columns by place. */
export const ENTITY_COLUMNS = [
  'entity',
  'url',
  'name',
  'other_names',
  'kind',
  'description',
  'external_ids',
  'speaks_for',
  'claims',
  'entries',
  'entries_listed',
  'claim',
  'role',
  'headline',
  'status',
  'standing',
  'stance',
  'polarity',
  'certainty',
  'claimant',
  'source',
  'quote',
  'asserted_at',
  'attribution',
  'entity_number',
  'entities_total',
] as const

/** One line for each entity, with the assertions on claims about it and its own ones. */
export const entityTable = tableOf('entities', ENTITY_COLUMNS, async function* ({ messages, urlOf, ...source }) {
  for await (const found of source.entitiesWithEntries(ENTRY_VALUES)) {
    const { thing, number, total, claimCount, entryCount, entries } = found
    const name = nameOf(thing, messages.tag)
    const cells = entryCells(entries)
    yield {
      entity: thing.id,
      url: urlOf('entity', thing.id),
      name,
      other_names: joinedText([...new Set(thing.names.map(({ value }) => value))].filter((value) => value !== name)),
      kind: thing.kind,
      description: pickText(thing.description, messages.tag)?.value ?? '',
      external_ids: joinedText(thing.externalIds.map(({ scheme, value }) => `${scheme}:${value}`)),
      speaks_for: joinedText(thing.speaksFor.map(({ entityId }) => entityId)),
      claims: claimCount,
      entries: entryCount,
      entries_listed: entries.length,
      claim: cells.claim,
      role: joinedText(entries.map(({ role }) => role)),
      headline: cells.headline,
      status: cells.status,
      standing: cells.standing,
      stance: cells.stance,
      polarity: cells.polarity,
      certainty: cells.certainty,
      claimant: cells.claimant,
      source: cells.source,
      quote: cells.quote,
      asserted_at: cells.asserted_at,
      attribution: cells.attribution,
      entity_number: number,
      entities_total: total,
    }
  }
})
