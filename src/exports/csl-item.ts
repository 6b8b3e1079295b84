import type { Source, SourceKind } from '../domain/source.ts'
import type { Messages } from '../messages/en.ts'
import { headline, headlineText } from '../sentences/headline.ts'
import { type Names, nameOf } from '../sentences/names.ts'
import { titleOf } from '../sentences/source-title.ts'
import { isolateText } from '../text/isolate-text.ts'
import { parsePartialDate } from '../text/partial-date.ts'
import type { Entry, ThingWithEntries } from './export-format.ts'
import { claimantText } from './tables/cell-texts.ts'

/** A date of CSL: year, month and day as far as they are known. */
export interface CslDate {
  readonly 'date-parts': readonly [readonly number[]]
}

/** Kinds of references that sources become. */
export const CSL_TYPES = ['webpage', 'post', 'dataset', 'document'] as const

/** A reference of the Citation Style Language (csl-data.json, version 1.0.2). An unknown value is absent. */
export interface CslItem {
  readonly id: string
  readonly type: (typeof CSL_TYPES)[number]
  /** The description of an editor is in square brackets. */
  readonly title: string
  readonly publisher?: string
  readonly issued?: CslDate
  readonly URL?: string
  /** Day of the newest capture. */
  readonly accessed?: CslDate
  readonly language?: string
  readonly archive?: string
  readonly archive_location?: string
  /** A numbered line for each statement that was read in the source. */
  readonly note?: string
}

const TYPES: Readonly<Partial<Record<SourceKind, CslItem['type']>>> = { POST: 'post', DATASET: 'dataset' }

/** Returns a source as a reference, with the statements that were read in it. It has no author: the database names none. */
export function cslItem(read: ThingWithEntries<Source>, messages: Messages): CslItem {
  const { thing: source, entries } = read
  const { value, kind } = titleOf(source, messages.tag)
  const publisher = publisherOf(source, entries, messages)
  const note = noteOf(read, messages)
  const { archive, url, language } = source
  return {
    id: source.id,
    type: TYPES[source.kind] ?? (url === null ? 'document' : 'webpage'),
    title: kind === 'DESCRIPTION' ? `[${value}]` : value,
    ...(publisher === null ? {} : { publisher }),
    ...dated('issued', source.publishedAt),
    ...(url === null ? {} : { URL: url }),
    ...dated('accessed', newestCapture(source)),
    ...(language === null ? {} : { language }),
    ...(archive === null ? {} : { archive: archive.name }),
    ...(archive?.url ? { archive_location: archive.url } : {}),
    ...(note === '' ? {} : { note }),
  }
}

function dated(key: 'issued' | 'accessed', day: string | null): Partial<Pick<CslItem, 'issued' | 'accessed'>> {
  const date = day === null ? null : parsePartialDate(day)
  if (date === null) return {}
  const parts = [date.year, date.month, date.day].filter((part) => part !== null)
  return { [key]: { 'date-parts': [parts] } }
}

/** Returns the day of the newest capture, as far as it is known. */
const newestCapture = ({ versions }: Source): string | null =>
  versions
    .flatMap(({ capturedAt }) => capturedAt ?? [])
    .sort()
    .at(-1) ?? null

function publisherOf({ publishedBy }: Source, entries: readonly Entry[], { tag }: Messages): string | null {
  if (publishedBy === null) return null
  for (const { exported } of entries) {
    const found = exported.names.entity(publishedBy)
    if (found) return nameOf(found, tag)
  }
  return null
}

function noteOf({ thing, entries, entryCount }: ThingWithEntries<Source>, messages: Messages): string {
  const lines = entries.map((entry, i) => `${i + 1}. ${statementText(entry, thing, messages)}`)
  const left = entryCount - entries.length
  return [...lines, ...(left > 0 ? [messages.ui.documents.moreStatements(left)] : [])].join('\n')
}

/** Returns one statement on its own: headline and status of its claim, claimant, stance, words and attribution. */
function statementText({ exported, assertion }: Entry, { attribution }: Source, messages: Messages): string {
  const { details, names } = exported
  const { ui } = messages
  const parts: readonly (readonly [string, string])[] = [
    [ui.status, details.status.status],
    ...(assertion === null ? [] : saidParts(assertion, names, messages)),
    ...(attribution === null ? [] : [[ui.attribution, isolateText(attribution)] as const]),
  ]
  const labelled = parts.map(([label, value]) => `${label}: ${value}`)
  return `${headlineText(headline(details, names, messages))}. ${labelled.join('. ')}`
}

const saidParts = (
  assertion: NonNullable<Entry['assertion']>,
  names: Names,
  messages: Messages,
): readonly (readonly [string, string])[] => [
  [messages.ui.documents.claimant, claimantText(assertion, names, messages)],
  [messages.ui.documents.stance, assertion.stance],
  [messages.ui.documents.polarity, assertion.polarity],
  ...(assertion.quote === null
    ? []
    : [[messages.ui.quote, messages.quoted(isolateText(assertion.quote.exact))] as const]),
]
