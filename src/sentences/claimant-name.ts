import type { Assertion, PrintedName } from '../domain/assertion.ts'
import type { Messages } from '../messages/en.ts'
import { baseOf } from '../text/languages.ts'
import { type Names, nameOf } from './names.ts'
import { titleInSentence } from './source-title.ts'

export interface ClaimantName {
  readonly name: string
  /** Whether verbs take the plural: "many people speculate". */
  readonly plural: boolean
  /** Whether it is written as its bearer writes it, also where a sentence begins: "xAI". A group is called by others. */
  readonly isOwn: boolean
}

/** What tells who speaks: of an assertion, or of who joins two claims. */
export type Speaker = Pick<Assertion, 'claimantId' | 'claimantAsPrinted' | 'sourceId'> &
  Partial<Pick<Assertion, 'evidentiality'>>

/** Said by nobody who is named: "dikatakan", it is said. */
export const isNobody = (assertion: Speaker): boolean =>
  assertion.claimantId === null && assertion.evidentiality === 'HEARSAY'

/**
 * Who speaks. A group is called as the source printed it, so that "some", "many" and "most" stay; where nobody was
 * traced, the document speaks itself.
 */
export function claimantName(assertion: Speaker, names: Names, messages: Messages, mention: Mention): ClaimantName {
  const { claimantId, claimantAsPrinted: printed, sourceId } = assertion
  if (claimantId === null) {
    if (isNobody(assertion)) return { name: printed?.value ?? messages.nameless, plural: false, isOwn: false }
    return { name: mention(sourceId), plural: false, isOwn: false }
  }
  const entity = names.entity(claimantId)
  const name = entityName(claimantId, names, messages)
  if (entity?.kind !== 'Group') return { name, plural: false, isOwn: true }
  if (!printed) return { name, plural: true, isOwn: false }
  const words = messages.quoted(printed.value)
  const called = printedName(printed, messages)
  const isRead = called !== words || isIn(printed.language, messages)
  return { name: isRead ? called : messages.group(words, name), plural: true, isOwn: false }
}

/** How somebody was called, behind the same in the reader's language where it was translated: "many people (“banyak …”)". */
export function printedName({ value, translations }: PrintedName, messages: Messages): string {
  const said = translations?.find(({ language }) => isIn(language, messages))
  return said ? messages.group(said.value, messages.quoted(value)) : messages.quoted(value)
}

/** The name of an entity; its slug where it is not in the record. */
export function entityName(id: string, names: Names, messages: Messages): string {
  const entity = names.entity(id)
  return entity ? nameOf(entity, messages.tag) : id
}

const isIn = (language: string, { tag }: Messages): boolean => baseOf(language) === tag

/** How a document is called in one sentence. */
export type Mention = (sourceId: string) => string

/** The first time by its title, or what stands in its place, after that "that article", where only one of its kind was named. */
export function mentionsOf(names: Names, messages: Messages): Mention {
  const named = new Map<string, string>()
  return (id) => {
    const source = names.source(id)
    if (!source) return id
    const kind = messages.sources[source.kind]
    const isOnlyOne = [...named.values()].filter((other) => other === kind).length === 1
    if (named.has(id) && isOnlyOne) return messages.sameSource(kind)
    named.set(id, kind)
    const title = titleInSentence(source, messages)
    return source.titleIsDescription ? title : `${kind} ${title}`
  }
}
