import type { Assertion, PrintedName } from '../domain/assertion.ts'
import type { Messages } from '../messages/en.ts'
import { isolateText } from '../text/isolate-text.ts'
import { baseOf } from '../text/languages.ts'
import { type Names, nameOf } from './names.ts'
import { titleInSentence } from './source-title.ts'

export interface ClaimantName {
  readonly name: string
  /** True if verbs take the plural: "many people speculate". */
  readonly plural: boolean
  /** True for the name of a person, organization or service: it keeps its case at the start of a sentence ("xAI"). */
  readonly isOwn: boolean
}

/** Fields of an assertion or of a claim relation that identify its speaker. */
export type Speaker = Pick<Assertion, 'claimantId' | 'claimantAsPrinted' | 'sourceId'> &
  Partial<Pick<Assertion, 'evidentiality'>>

/** Returns whether the speaker is unnamed hearsay: "dikatakan", "it is said". */
export const isNobody = (assertion: Speaker): boolean =>
  assertion.claimantId === null && assertion.evidentiality === 'HEARSAY'

/**
 * Returns the name of the speaker. A group has the name that the source printed, so that "some", "many" and "most"
 * stay. Without a claimant, the document is the speaker; for hearsay, the printed words or `messages.nameless`.
 *
 * @param options.hasOriginal whether the printed words follow their translation
 */
export function claimantName(
  assertion: Speaker,
  names: Names,
  messages: Messages,
  mention: Mention,
  { hasOriginal = true }: { readonly hasOriginal?: boolean } = {},
): ClaimantName {
  const { claimantId, claimantAsPrinted: printed, sourceId } = assertion
  if (claimantId === null) {
    if (isNobody(assertion))
      return { name: printed ? isolateText(printed.value) : messages.nameless, plural: false, isOwn: false }
    return { name: mention(sourceId), plural: false, isOwn: false }
  }
  const entity = names.entity(claimantId)
  const name = entityName(claimantId, names, messages)
  if (entity?.kind !== 'Group') return { name, plural: false, isOwn: true }
  if (!printed) return { name, plural: true, isOwn: false }
  const words = messages.quoted(isolateText(printed.value))
  const called = printedName(printed, messages, hasOriginal)
  const isRead = called !== words || isIn(printed.language, messages)
  return { name: isRead ? called : messages.group(words, name), plural: true, isOwn: false }
}

/** Returns the printed name in quotation marks, after its translation if there is one: "many people (“banyak …”)". */
export function printedName({ value, translations }: PrintedName, messages: Messages, hasOriginal = true): string {
  const words = messages.quoted(isolateText(value))
  const said = translations?.find(({ language }) => isIn(language, messages))
  if (said === undefined) return words
  return hasOriginal ? messages.group(isolateText(said.value), words) : isolateText(said.value)
}

/** Returns the name of an entity, or its slug if `names` lacks the entity. */
export function entityName(id: string, names: Names, messages: Messages): string {
  const entity = names.entity(id)
  return entity ? nameOf(entity, messages.tag) : id
}

const isIn = (language: string, { tag }: Messages): boolean => baseOf(language) === tag

/** Returns the words for a document in one sentence, from the slug of the source. */
export type Mention = (sourceId: string, options?: MentionOptions) => string

export interface MentionOptions {
  /** Day of the document or of its words, in brackets behind a mention unless the mention before had it. */
  readonly days?: string
  /** Replaces the name: "its privacy policy". */
  readonly call?: (name: string) => string
}

/**
 * Creates the mentions of one sentence. A document is called by its short title. Without one, the first mention has its
 * title or the description in its place, and later ones are "that article" if the sentence has named no other document of
 * that kind.
 */
export function mentionsOf(names: Names, messages: Messages): Mention {
  const named = new Map<string, string>()
  const shownDays = new Map<string, string>()
  return (id, { days = '', call = (name: string) => name } = {}) => {
    const source = names.source(id)
    if (!source) return id
    const kind = messages.sources[source.kind]
    const isShort = source.shortTitle !== undefined
    const isOnlyOne = [...named.values()].filter((other) => other === kind).length === 1
    const isKnown = named.has(id) && isOnlyOne && !isShort
    named.set(id, kind)
    const title = titleInSentence(source, messages)
    const name = isKnown
      ? messages.sameSource(kind)
      : call(source.titleIsDescription || isShort ? title : `${kind} ${title}`)
    const isDated = days === '' || shownDays.get(id) === days || name.includes(lastWords(days))
    shownDays.set(id, days)
    return isDated ? name : `${name} (${days})`
  }
}

/** Returns the date at the end of days: "29 September 2023" of "in force since 29 September 2023". */
const lastWords = (days: string): string => /(?:\d{1,2} )?(?:\p{L}+ )?\d{1,4}$/u.exec(days)?.[0] ?? days
