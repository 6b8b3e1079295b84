import type { Assertion } from '../domain/assertion.ts'
import type { Claim } from '../domain/claim.ts'
import type { ClaimRecord } from '../domain/claim-record.ts'
import { LACKS } from '../domain/stance.ts'
import type { Messages } from '../messages/en.ts'
import type { Missing } from '../messages/words.ts'
import { isolateText } from '../text/isolate-text.ts'
import { formatList } from '../text/languages.ts'
import { type AttributionChain, attributionChainOf } from './attribution-chain.ts'
import { claimantName, entityName, type Mention } from './claimant-name.ts'
import { datedMention, ownDocuments } from './document-words.ts'
import type { Names } from './names.ts'
import { MAX_QUOTATION, ownQuotes, textOf } from './own-quotes.ts'
import { echoOf, interrogativeOf, ownWordsOf, propositionOf } from './proposition.ts'
import { isDenial, speakerKey, type Utterance } from './utterance.ts'

interface SentenceContext {
  readonly claimRecord: ClaimRecord
  readonly names: Names
  readonly messages: Messages
  readonly mention: Mention
  /** False in lists that show the document and the day beside the words. */
  readonly isSourced: boolean
  /** True if the words of a short post stand for themselves. False in timelines, whose lines name the claim. */
  readonly isQuoted: boolean
}

/**
 * Returns the words of an utterance with its documents and their days.
 *
 * @param isSaid true if the sentence has said the clause before, so that its short form is enough
 */
export function utteranceWords(utterance: Utterance, isSaid: boolean, context: SentenceContext): string {
  const { claimRecord, names, messages } = context
  const { act, verb, assertions, certainty, possibility, tense, nobody, isRetold, chain } = utterance
  const { claim } = claimRecord
  const { isSourced, isQuoted } = context
  const mention = isSourced ? datedMention(context.mention, assertions, names, messages) : context.mention
  if (isQuoted && isQuotation(utterance, names, messages)) return quotationWords(utterance, { ...context, mention })

  const isHearsay = nobody && act !== 'REPORTS_UNKNOWN'
  const isDenied = !isHearsay && isDenial(act)
  // "Denies that" contains the clause without negation: a negated clause inside of it would mean the opposite.
  const denies = isDenied && !messages.deniesByNegation(verb)
  const negated = utterance.negated && !denies
  const plain = denies || act === 'REPORTS_UNKNOWN'
  const manner = { certainty: plain ? ('CERTAIN' as const) : certainty, possibility, tense }
  const isOwn = speaksOfItself(utterance, claimRecord)
  const pronoun = isOwn ? pronounOf(claim, names, messages) : ''
  const options = { negated, interrogative: plain, ...manner, pronoun }
  const missing = act === 'REPORTS_UNKNOWN' ? missingOf(assertions, names, messages) : []
  const clause = (): string =>
    missing[0]?.lacks === 'DETAIL'
      ? isSaid
        ? ''
        : interrogativeOf(claim, names, messages, options)
      : (isSaid ? echoOf : propositionOf)(claim, names, messages, options)

  const ending = (): string =>
    `${ownQuotes(utterance, assertions, messages)}${chainPhrase(chain, names, messages, mention)}`
  if (isHearsay) {
    const printed = printedWords(assertions, messages)
    return `${messages.hearsay(printed, act === 'SPECULATES', clause())}${ending()}`
  }
  const { who, plural } = claimants(utterance, { ...context, mention })
  const within = withinWords(utterance, { ...context, mention })
  const isInOwnWords = !isSaid && isOwn && (pronoun === '' || claim.predicate === 'DESCRIBES')
  const own = isInOwnWords ? ownWordsOf(claim, names, messages, { ...options, act, verb, within }) : null
  if (own !== null) return `${isRetold ? messages.retold(who) : who} ${own}${ending()}`
  const words = messages.utterance({
    who: isRetold && within === '' ? messages.retold(who) : who,
    plural,
    act: denies || !isDenied ? act : 'DENIES',
    verb,
    within: isRetold && within !== '' ? messages.retold(within) : within,
    clause: clause(),
    missing,
  })
  return `${words}${ending()}`
}

/**
 * Returns whether the words of a short post stand in place of a clause: one assertion of a known day in the claimant's own
 * post, without a reporting verb other than "writes".
 */
export function isQuotation({ act, verb, assertions, chain }: Utterance, names: Names, messages: Messages): boolean {
  const [{ claimantId, evidentiality, sourceId, quote, assertedAt }, ...others] = assertions
  const source = names.source(sourceId)
  return (
    others.length === 0 &&
    source?.kind === 'POST' &&
    chain.through === null &&
    claimantId !== null &&
    act !== 'REPORTS_UNKNOWN' &&
    (verb === null || verb === 'WRITES') &&
    (evidentiality === 'PRIMARY_DOCUMENT' || evidentiality === 'DIRECT_QUOTE') &&
    (assertedAt ?? source.publishedAt) !== null &&
    quote !== null &&
    [...textOf(quote, messages).value].length <= MAX_QUOTATION
  )
}

function quotationWords(utterance: Utterance, context: SentenceContext): string {
  const { messages } = context
  const [{ quote, evidentiality }] = utterance.assertions
  const { value, isTranslated } = quote === null ? { value: '', isTranslated: false } : textOf(quote, messages)
  const { who } = claimants(utterance, context)
  return messages.quotation({
    who,
    within: withinWords(utterance, context),
    quote: messages.quoted(isolateText(value)),
    isTranslated,
    isFromOthers: evidentiality === 'DIRECT_QUOTE',
  })
}

function claimants(
  { assertions }: Utterance,
  { names, messages, mention }: SentenceContext,
): { readonly who: string; readonly plural: boolean } {
  const speakers = new Map(assertions.map((a) => [speakerKey(a), a]))
  const called = [...speakers.values()].map((a) => claimantName(a, names, messages, mention))
  const who = formatList(
    called.map(({ name }) => name),
    messages.tag,
  )
  return { who, plural: called.length > 1 || called.some(({ plural }) => plural) }
}

/** Returns the own documents of a claimant in which the words were read. Empty for other documents. */
function withinWords({ assertions, chain }: Utterance, context: SentenceContext): string {
  const { claimRecord, names, messages, mention, isSourced } = context
  const [first] = assertions
  if (!isSourced || chain.through !== null || first.claimantId === null) return ''
  const own = assertions.filter((one) => attributionChainOf(one, claimRecord).through === null)
  const ids = [...new Set(own.map(({ sourceId }) => sourceId))]
  const kind = names.entity(first.claimantId)?.kind ?? 'Organization'
  return ownDocuments(ids, claimantName(first, names, messages, mention), kind, mention, messages)
}

/** Returns ", according to the article, citing Eve". */
function chainPhrase({ through, via }: AttributionChain, names: Names, messages: Messages, mention: Mention): string {
  if (through === null) return ''
  const document = mention(through)
  const [first, ...others] = via.map(({ kind, id }) =>
    kind === 'Entity' ? entityName(id, names, messages) : mention(id),
  )
  const from = first === undefined ? '' : messages.handedDown(first, formatList(others, messages.tag))
  return `${messages.according(document)}${from}`
}

/** Returns the things that the assertions report as missing, each once: evidence, then confirmation, then details. */
export function missingOf(assertions: readonly Assertion[], names: Names, messages: Messages): readonly Missing[] {
  return [...LACKS, null].flatMap((lacks) => {
    const own = assertions.filter((assertion) => (assertion.lacks ?? null) === lacks)
    const ids = [...new Set(own.flatMap(({ lacksFrom }) => lacksFrom ?? []))].sort()
    const isPerson = (id: string): boolean => names.entity(id)?.kind === 'Person'
    const ordered = [...ids.filter((id) => !isPerson(id)), ...ids.filter(isPerson)]
    const from = messages.noneOf(ordered.map((id) => entityName(id, names, messages)))
    return own.length === 0 ? [] : [{ lacks, from }]
  })
}

/** True if the subject is the only claimant, so that a pronoun can stand for it: "X says that it …". */
const speaksOfItself = ({ assertions }: Utterance, { claim: { subject } }: ClaimRecord): boolean =>
  subject.kind === 'Entity' && assertions.every(({ claimantId }) => claimantId === subject.id)

function pronounOf({ subject }: Claim, names: Names, messages: Messages): string {
  const entity = names.entity(subject.id)
  return entity ? messages.pronouns[entity.kind] : ''
}

const printedWords = (assertions: readonly Assertion[], messages: Messages): string | null => {
  const printed = assertions.flatMap((a) =>
    a.claimantAsPrinted ? [messages.quoted(isolateText(a.claimantAsPrinted.value))] : [],
  )
  return printed.length === 0 ? null : formatList([...new Set(printed)], messages.tag)
}
