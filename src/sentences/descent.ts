import type { Assertion } from '../domain/assertion.ts'
import type { Descent } from '../domain/descent.ts'
import { isJudged } from '../domain/provenance.ts'
import type { Source } from '../domain/source.ts'
import { messagesIn } from '../messages/all-messages.ts'
import type { Messages } from '../messages/en.ts'
import { isolateText } from '../text/isolate-text.ts'
import { baseOf, capitalised, formatList, pickText, type TextInLanguage } from '../text/languages.ts'
import { claimantName, entityName, isNobody, mentionsOf } from './claimant-name.ts'
import type { Names } from './names.ts'
import { isRetold } from './retold.ts'
import { titleAsSaid } from './source-title.ts'

/**
 * Returns where the words of an assertion come from: "Most people, the article says; the earliest wording found, in our judgement,
 * is one writer's guess in Engadget." Says that it is a judgement if any step is one, and that the earliest words are about
 * a related claim if they are not about this one.
 */
export function descentSentence(descent: Descent, names: Names, messages: Messages): string {
  const { assertion, steps } = descent
  const words = messages.descent
  const derived = new Set(steps.map((step) => step.derived))
  const earliest = steps.filter((step) => !derived.has(step.assertion.id))
  const isAttributed = isNamedElsewhere(assertion, names)
  const origins = earliest.map((step) => {
    const isNamed = isAttributed && step.assertion.claimantId === assertion.claimantId
    const origin = originWords(step.assertion, isNamed, names, messages)
    return step.details.claim.id === descent.details.claim.id ? origin : words.ofRelatedClaim(origin)
  })
  const judged = steps.some(({ relation }) => isJudged(relation.provenance))
  const from = formatList([...new Set(origins)], messages.tag)
  const document = documentWords(assertion.sourceId, names, messages)
  const who = whoWords(assertion, names, messages)
  const tell = isAttributed ? words.attributed : words.said
  return capitalised(who === null ? words.own(judged, from) : tell(who, document, judged, from), messages.tag)
}

/** Returns whether a document of somebody else has the words of a claimant with a name of its own, not those of a group. */
function isNamedElsewhere({ claimantId, sourceId }: Assertion, names: Names): boolean {
  if (claimantId === null || names.source(sourceId)?.publishedBy === claimantId) return false
  return names.entity(claimantId)?.kind !== 'Group'
}

/** Returns the sentence in the wanted language (BCP 47), or in English if Sanad has no messages for it. */
export function descentSentenceIn(wanted: string, descent: Descent, names: Names): TextInLanguage {
  const messages = messagesIn(wanted)
  return { value: descentSentence(descent, names, messages), language: messages.tag }
}

/** Name of the claimant as short as the source allows: "most people". Null if the document speaks itself or for its publisher. */
function whoWords(assertion: Assertion, names: Names, messages: Messages): string | null {
  const { claimantId, claimantAsPrinted: printed, sourceId } = assertion
  if (claimantId !== null && names.source(sourceId)?.publishedBy === claimantId) return null
  const entity = claimantId === null ? null : names.entity(claimantId)
  if (printed && (entity === null || entity.kind === 'Group')) {
    const said = [...(printed.translations ?? [])].find(({ language }) => baseOf(language) === messages.tag)
    return said?.value ?? messages.quoted(isolateText(printed.value))
  }
  if (claimantId === null) return isNobody(assertion) ? messages.nameless : null
  return claimantName(assertion, names, messages, mentionsOf(names, messages)).name
}

/**
 * "One writer's guess in Engadget"; "a guess by Alex Ivanovs, as TechCrunch retells it". Indirect speech of the publisher
 * itself was not read in its document: "one writer's guess in Engadget, known from a retelling only".
 *
 * @param isNamed true if the sentence has named the claimant, so that the own document is enough: "Musk's post"
 */
function originWords(assertion: Assertion, isNamed: boolean, names: Names, messages: Messages): string {
  const { claimantId, sourceId, stance } = assertion
  const words = messages.descent
  const source = names.source(sourceId)
  const publisher = source?.publishedBy ?? null
  const document = documentWords(sourceId, names, messages)
  if (claimantId === null || (claimantId === publisher && source?.kind === 'ARTICLE')) {
    const where = publisher === null ? document : entityName(publisher, names, messages)
    return words.ofWriter(stance, where, isRetold(assertion, publisher))
  }
  const who = claimantName(assertion, names, messages, mentionsOf(names, messages)).name
  if (claimantId === publisher && isNamed) return document
  if (claimantId === publisher) return words.inOwnDocument(stance, who, document)
  return words.retold(stance, who, publisher === null ? document : entityName(publisher, names, messages))
}

/** Short name of a document: its own, else its description, else its kind. */
function documentWords(sourceId: string, names: Names, messages: Messages): string {
  const source = names.source(sourceId)
  if (source === null) return sourceId
  return shortTitleOf(source, messages) ?? messages.descent.document(messages.sources[source.kind])
}

function shortTitleOf(source: Source, { tag }: Messages): string | null {
  const short = source.shortTitle ? pickText(source.shortTitle, tag) : null
  if (short !== null) return short.value
  return source.titleIsDescription ? titleAsSaid(source, tag).value : null
}
