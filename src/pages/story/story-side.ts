import type { ClaimDetails } from '../../domain/claim-details.ts'
import { liveAssertions } from '../../domain/claim-status.ts'
import { countSpeakers } from '../../domain/count-speakers.ts'
import type { Source } from '../../domain/source.ts'
import type { Messages } from '../../messages/en.ts'
import { nameOf } from '../../sentences/names.ts'
import { shortTitleOf, titleOf } from '../../sentences/source-title.ts'
import { formatDate } from '../../text/languages.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { sourceTitle } from '../../widgets/html/source-title.ts'
import type { PageContext } from '../page.ts'
import { sideBlock } from '../parts/side-block.ts'
import { countBlock } from '../sections/count-block.ts'

/** Names and documents that the side column lists at most. */
const MAX_LISTED = 12

/** Blocks of a story's side column: counts, people and companies, sources. */
export function storySide(
  claims: readonly ClaimDetails[],
  { total, changedAt }: { readonly total: number; readonly changedAt: string | null },
  context: PageContext,
): readonly (Markup | false)[] {
  const { messages, links } = context
  const { ui, tag } = messages
  const live = claims.flatMap(({ assertions }) => liveAssertions(assertions, { validOn: null }))
  const entities = distinct(claims.flatMap(({ namedEntities }) => namedEntities)).filter(({ kind }) => kind !== 'Group')
  const sources = distinct(claims.flatMap(({ namedSources }) => namedSources))
  const read = sources.filter(({ id }) => live.some(({ sourceId }) => sourceId === id))
  const countOf = (ids: readonly string[]): number => new Set(ids).size
  return [
    countBlock(
      [
        [ui.claims, total],
        [ui.sideCounts.speakers, countSpeakers(live)],
        [ui.sideCounts.data, countOf(claims.flatMap(({ claim }) => claim.data))],
        [ui.sideCounts.uses, countOf(claims.flatMap(({ claim }) => claim.uses))],
        [ui.sources, read.length],
      ],
      changedAt,
      messages,
      total > claims.length ? ui.sideCounts.countedOver(claims.length) : null,
    ),
    entities.length > 0 &&
      sideBlock(ui.header.sections.entities, [
        el(
          'ul',
          { class: 'site-quiet' },
          entities
            .slice(0, MAX_LISTED)
            .map((entity) =>
              el('li', {}, el('a', { href: links.page({ kind: 'entity', slug: entity.id }) }, nameOf(entity, tag))),
            ),
        ),
        moreLine(entities.length, messages),
      ]),
    read.length > 0 &&
      sideBlock(ui.sources, [
        el(
          'ul',
          { class: 'site-quiet' },
          read.slice(0, MAX_LISTED).map((source) => sourceItem(source, context)),
        ),
        moreLine(read.length, messages),
      ]),
  ]
}

/** Short title, and below it the full one with its date. The full title stands nowhere else on the page. */
function sourceItem(source: Source, { messages, links }: PageContext): Markup {
  const { ui, tag } = messages
  const short = shortTitleOf(source, messages)
  const title = titleOf(source, tag).value
  const isShort = short.value !== title
  const day = source.publishedAt === null ? null : formatDate(source.publishedAt, tag)
  // A policy has a day for each capture, and a name may have the day already.
  const date = day === null ? (source.versions.length > 1 ? '' : ui.dateUnknown) : title.includes(day) ? '' : day
  const notes = [...(isShort ? [sourceTitle(source, messages)] : []), ...(date === '' ? [] : [date])]
  return el(
    'li',
    {},
    el(
      'a',
      { href: links.page({ kind: 'source', slug: source.id }) },
      el('bdi', { lang: short.language }, short.value),
    ),
    notes.length > 0 &&
      el(
        'p',
        { class: 'site-note' },
        notes.map((note, i) => [i > 0 && ' · ', note]),
      ),
  )
}

const moreLine = (count: number, { ui }: Messages): Markup | false =>
  count > MAX_LISTED && el('p', { class: 'site-note' }, ui.sideCounts.more(count - MAX_LISTED))

const distinct = <T extends { readonly id: string }>(things: readonly T[]): readonly T[] => [
  ...new Map(things.map((thing) => [thing.id, thing])).values(),
]
