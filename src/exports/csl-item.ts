import type { Assertion } from '../domain/assertion.ts'
import type { Source, SourceKind } from '../domain/source.ts'
import type { Messages } from '../messages/en.ts'
import { headline, headlineText } from '../sentences/headline.ts'
import { type Names, nameOf } from '../sentences/names.ts'
import { titleOf } from '../sentences/source-title.ts'
import { isolateText } from '../text/isolate-text.ts'
import { parsePartialDate } from '../text/partial-date.ts'
import type { EntryValues, ThingWithEntries } from './export-format.ts'
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
  /** In square brackets if it is the description of an editor. */
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
export function cslItem(read: SourceWithNotes, messages: Messages): CslItem {
  const { thing: source, entries } = read
  const { value, kind } = titleOf(source, messages.tag)
  const publisher = source.publishedBy === null ? null : publisherOf(entries)
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

const publisherOf = (entries: SourceWithNotes['entries']): string | null =>
  entries.find(({ assertion }) => assertion.publisher !== null)?.assertion.publisher ?? null

function noteOf({ thing: { attribution }, entries, entryCount }: SourceWithNotes, messages: Messages): string {
  const { ui } = messages
  const attributed = attribution === null ? '' : `. ${ui.attribution}: ${isolateText(attribution)}`
  const lines = entries.map(({ claim, assertion }, i) => `${i + 1}. ${claim}${assertion.said}${attributed}`)
  const left = entryCount - entries.length
  return [...lines, ...(left > 0 ? [ui.documents.moreStatements(left)] : [])].join('\n')
}

type SourceWithNotes = ThingWithEntries<Source, string, NoteValues>

interface NoteValues {
  /** Name of the publisher of the document; null where none is known. */
  readonly publisher: string | null
  /** Claimant, stance and words, after the status of the claim. */
  readonly said: string
}

/** Values of each statement for the note of a reference: headline and status of its claim, then claimant, stance and words. */
export const NOTE_VALUES: EntryValues<string, NoteValues> = {
  ofClaim: ({ details, names }, messages) =>
    `${headlineText(headline(details, names, messages))}. ${messages.ui.status}: ${details.status.status}`,
  ofAssertion(assertion, { names }, messages) {
    if (assertion === null) return { publisher: null, said: '' }
    const publishedBy = names.source(assertion.sourceId)?.publishedBy ?? null
    const publisher = publishedBy === null ? null : names.entity(publishedBy)
    return {
      publisher: publisher && nameOf(publisher, messages.tag),
      said: saidParts(assertion, names, messages)
        .map(([label, value]) => `. ${label}: ${value}`)
        .join(''),
    }
  },
}

const saidParts = (assertion: Assertion, names: Names, messages: Messages): readonly (readonly [string, string])[] => [
  [messages.ui.documents.claimant, claimantText(assertion, names, messages)],
  [messages.ui.documents.stance, assertion.stance],
  [messages.ui.documents.polarity, assertion.polarity],
  [messages.ui.documents.certainty, assertion.certainty],
  ...(assertion.quote === null
    ? []
    : [[messages.ui.quote, messages.quoted(isolateText(assertion.quote.exact))] as const]),
]
