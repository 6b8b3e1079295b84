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
  const origins = earliest.map((step) => {
    const origin = originWords(step.assertion, names, messages)
    return step.details.claim.id === descent.details.claim.id ? origin : words.ofRelatedClaim(origin)
  })
  const judged = steps.some(({ relation }) => isJudged(relation.provenance))
  const document = documentWords(assertion.sourceId, names, messages)
  const publisher = names.source(assertion.sourceId)?.publishedBy ?? null
  const who = whoWords(assertion, names, messages)
  const isOwn = publisher !== null && publisher === assertion.claimantId
  const begin = who === null || isOwn ? words.itself(who ?? document) : words.said(who, document)
  return capitalised(words.sentence(begin, judged, formatList([...new Set(origins)], messages.tag)), messages.tag)
}

/** Returns the sentence in the wanted language (BCP 47), or in English if Sanad has no messages for it. */
export function descentSentenceIn(wanted: string, descent: Descent, names: Names): TextInLanguage {
  const messages = messagesIn(wanted)
  return { value: descentSentence(descent, names, messages), language: messages.tag }
}

/** Name of the claimant as short as the source allows: "most people". Null if the document itself is the speaker. */
function whoWords(assertion: Assertion, names: Names, messages: Messages): string | null {
  const { claimantId, claimantAsPrinted: printed } = assertion
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
 */
function originWords(assertion: Assertion, names: Names, messages: Messages): string {
  const { claimantId, evidentiality, sourceId, stance } = assertion
  const words = messages.descent
  const source = names.source(sourceId)
  const publisher = source?.publishedBy ?? null
  const document = documentWords(sourceId, names, messages)
  if (claimantId === null || (claimantId === publisher && source?.kind === 'ARTICLE')) {
    const isRetold = claimantId !== null && evidentiality === 'INDIRECT_SPEECH'
    return words.ofWriter(stance, publisher === null ? document : entityName(publisher, names, messages), isRetold)
  }
  const who = claimantName(assertion, names, messages, mentionsOf(names, messages)).name
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
