import { archivedCopyOf } from '../../domain/source.ts'
import { titleOf } from '../../sentences/source-title.ts'
import { joinedText, titleText } from './cell-texts.ts'
import { ENTRY_VALUES, entryCells } from './entry-cells.ts'
import { tableOf } from './table.ts'

/** Columns in their order. New ones come before the counts, which are last, since sheets refer to columns by place. */
export const SOURCE_COLUMNS = [
  'source_slug',
  'url',
  'source',
  'title_kind',
  'source_kind',
  'source_url',
  'language',
  'publisher_slug',
  'published_at',
  'derived_from',
  'captures',
  'archive',
  'archive_url',
  'licence',
  'attribution',
  'claims',
  'entries',
  'entries_listed',
  'claim',
  'headline',
  'status',
  'standing',
  'stance',
  'polarity',
  'certainty',
  'claimant',
  'quote',
  'asserted_at',
  'source_number',
  'sources_total',
] as const

/** One line for each source, with the assertions that were read in it. */
export const sourceTable = tableOf('sources', SOURCE_COLUMNS, async function* ({ messages, urlOf, ...source }) {
  for await (const found of source.sourcesWithEntries(ENTRY_VALUES)) {
    const { thing, number, total, claimCount, entryCount, entries } = found
    const cells = entryCells(entries)
    yield {
      source_slug: thing.id,
      url: urlOf('source', thing.id),
      source: titleText(thing, messages),
      title_kind: titleOf(thing, messages.tag).kind,
      source_kind: thing.kind,
      source_url: thing.url ?? '',
      language: thing.language ?? '',
      publisher_slug: thing.publishedBy ?? '',
      published_at: thing.publishedAt ?? '',
      derived_from: joinedText(thing.derivedFrom.map(({ sourceId }) => sourceId)),
      captures: thing.versions.length,
      archive: thing.archive?.name ?? '',
      archive_url: archivedCopyOf(thing) ?? thing.archive?.url ?? '',
      licence: thing.licence ?? '',
      attribution: thing.attribution ?? '',
      claims: claimCount,
      entries: entryCount,
      entries_listed: entries.length,
      claim: cells.claim,
      headline: cells.headline,
      status: cells.status,
      standing: cells.standing,
      stance: cells.stance,
      polarity: cells.polarity,
      certainty: cells.certainty,
      claimant: cells.claimant,
      quote: cells.quote,
      asserted_at: cells.asserted_at,
      source_number: number,
      sources_total: total,
    }
  }
})
