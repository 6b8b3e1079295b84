import { type Assertion, tenseOf, wasSaid } from '../domain/assertion.ts'
import type { ClaimRecord } from '../domain/claim-record.ts'
import { claimStatus, liveAssertions, type StatusMoment } from '../domain/claim-status.ts'
import type { ClaimStatus } from '../domain/claim-status-types.ts'
import type { Descent } from '../domain/descent.ts'
import { type Standing, standingName } from '../domain/standing.ts'
import { messagesIn } from '../messages/all-messages.ts'
import type { Messages } from '../messages/en.ts'
import type { Act } from '../messages/words.ts'
import { capitalised, formatDate, formatList, type TextInLanguage } from '../text/languages.ts'
import { claimantName, mentionsOf } from './claimant-name.ts'
import { contradictionOf, type RelatedClaim } from './contradiction.ts'
import { descentSentence } from './descent.ts'
import type { Names } from './names.ts'
import { type ClauseOptions, periodOf, propositionOf } from './proposition.ts'
import { provenanceWords } from './provenance.ts'
import { actOf, isDenial, toUtterance, utterancesOf } from './utterance.ts'
import { isQuotation, utteranceWords } from './utterance-words.ts'
import { createWordsCache } from './words-cache.ts'

/**
 * Returns the sentence of a claim: every claimant with stance, certainty and attribution chain, deciding assertions
 * first, caveats last. Ends with a full stop.
 *
 * @param options `alone: false` leaves out "Disputed:" and the self-contradiction, for a page with both beside it,
 * and the descent of the words. `isQuoted: false` states the claim where the words of a short post would stand alone.
 */
export function sentenceOf(
  claimRecord: RelatedClaim,
  moment: StatusMoment,
  names: Names,
  messages: Messages,
  { alone = true, isQuoted = true }: { readonly alone?: boolean; readonly isQuoted?: boolean } = {},
): string {
  const { claim } = claimRecord
  const status = claimStatus(claimRecord, moment)
  const live = liveAssertions(claimRecord.assertions, moment)
  const period = periodOf(claim, messages)
  const dated =
    period === null ? '' : ` ${messages.dated(period, provenanceWords(claim.validityProvenance, names, messages))}`
  if (live.length === 0) return `${silence(claimRecord, moment, names, messages)}${dated}`

  const deciding = live.filter((a) => status.because.includes(a.id))
  const beside = live.filter((a) => !status.because.includes(a.id) && a.stance !== 'REPORTS_UNKNOWN')
  const unknown = live.filter((a) => a.stance === 'REPORTS_UNKNOWN')
  const utterances = [deciding, beside, unknown].flatMap((group) => utterancesOf(group, claimRecord))
  const mention = mentionsOf(names, messages)
  let isSaid = false
  const said = utterances.map((utterance) => {
    const words = utteranceWords(utterance, isSaid, {
      claimRecord,
      names,
      messages,
      mention,
      isSourced: true,
      isQuoted,
    })
    isSaid ||= !isQuoted || !isQuotation(utterance, names, messages)
    return words
  })
  const body = said.join('; ')
  const begins = alone && status.status === 'DISPUTED'
  const hedged = begins ? messages.disputed(body) : body
  const speaker = begins ? undefined : utterances[0]?.assertions[0]
  const isNamed = utterances[0] !== undefined && !(isQuoted && isQuotation(utterances[0], names, messages))
  const startsWithName = isNamed && speaker !== undefined && isCalledByOwnName(speaker, names, messages)
  const contradiction = alone ? contradictionOf(claimRecord, status, names, messages) : null
  const isLive = ({ assertion }: Descent): boolean => live.some(({ id }) => id === assertion.id)
  const descents = (alone ? names.descents(claim.id) : [])
    .filter(isLive)
    .map((one) => descentSentence(one, names, messages))
  const sentence = startsWithName ? end(hedged) : finish(hedged, messages)
  return `${[sentence, contradiction].filter(Boolean).join(' ')}${[dated, ...descents.map((one) => ` ${one}`)].join('')}`
}

/**
 * Returns the clause of one assertion, hedged, without a full stop, its own document and its day: "Elon Musk denies that X
 * collects messages". Lists show document and day beside it.
 */
export const entryWords = (entry: Assertion, claimRecord: ClaimRecord, names: Names, messages: Messages): string =>
  utteranceWords(toUtterance(entry, claimRecord), false, {
    claimRecord,
    names,
    messages,
    mention: mentionsOf(names, messages),
    isSourced: false,
    isQuoted: false,
  })

/**
 * Returns the sentence in the wanted language (BCP 47), or in English if Sanad has no messages for it. `language` names
 * the language of the result.
 */
export function sentenceIn(
  wanted: string,
  claimRecord: RelatedClaim,
  moment: StatusMoment,
  names: Names,
): TextInLanguage {
  const messages = messagesIn(wanted)
  const make = (): string => sentenceOf(claimRecord, moment, names, messages)
  return {
    value: moment.validOn === null ? cachedSentence(claimRecord, names, messages, make) : make(),
    language: messages.tag,
  }
}

const cachedSentence = createWordsCache<string>()

/** Returns the word of a status in the wanted language or in English, as `sentenceIn` does. */
export function statusWordIn(wanted: string, status: ClaimStatus): TextInLanguage {
  const messages = messagesIn(wanted)
  return { value: statusWord(status, messages), language: messages.tag }
}

/** Returns the word of a status with its side: "stated", "stated not to". */
export const statusWord = (standing: Standing, messages: Messages): string => messages.statuses[standingName(standing)]

const isCalledByOwnName = (assertion: Assertion, names: Names, messages: Messages): boolean =>
  claimantName(assertion, names, messages, mentionsOf(names, messages)).isOwn

/**
 * Returns the sentence of a claim without live assertions: none recorded, all retracted, all withdrawn, or none in a
 * document that was valid on the day.
 */
function silence(claimRecord: ClaimRecord, moment: StatusMoment, names: Names, messages: Messages): string {
  const { claim, assertions } = claimRecord
  const clause = propositionOf(claim, names, messages)
  if (assertions.length === 0) return finish(messages.unspoken(clause), messages)
  const back = assertions.filter((a) => a.stance === 'RETRACTS' && wasSaid(a))
  if (claimStatus(claimRecord, moment).status === 'RETRACTED' && back.length > 0) {
    const said = retractionWords(back, claimRecord, names, messages, (options) =>
      propositionOf(claim, names, messages, options),
    )
    return back[0] !== undefined && isCalledByOwnName(back[0], names, messages) ? end(said) : finish(said, messages)
  }
  const standing = liveAssertions(assertions, { validOn: null })
  if (moment.validOn !== null && standing.length > 0) {
    return finish(messages.notDocumented(clause, formatDate(moment.validOn, messages.tag)), messages)
  }
  return finish(messages.withdrawn(clause), messages)
}

/**
 * Returns "X took back the statement that …". Names each retracted act by its own word, since a retracted denial is no
 * retracted statement. Groups claimants by act.
 *
 * @param clauseOf returns the retracted clause, in full or in short
 */
export function retractionWords(
  retractions: readonly Assertion[],
  claimRecord: ClaimRecord,
  names: Names,
  messages: Messages,
  clauseOf: (options: ClauseOptions) => string,
): string {
  const groups = new Map<string, { readonly act: Act; readonly clause: string; readonly who: Set<string> }>()
  const claimantNames = retractions.map((a) => claimantName(a, names, messages, mentionsOf(names, messages)))
  for (const [i, { retracts }] of retractions.entries()) {
    const retracted = claimRecord.assertions.find(({ id }) => id === retracts)
    const act = retracted ? actOf(retracted, claimRecord) : 'STATES'
    const denies = isDenial(act)
    const negated = !denies && retracted?.polarity === 'NEGATES'
    const certainty = denies ? 'CERTAIN' : (retracted?.certainty ?? 'CERTAIN')
    const tense = retracted ? tenseOf(retracted) : 'PRESENT'
    const clause = clauseOf({ negated, certainty, tense })
    const group = groups.get(`${act} ${clause}`) ?? { act, clause, who: new Set<string>() }
    group.who.add(claimantNames[i]?.name ?? '')
    groups.set(`${act} ${clause}`, group)
  }
  const said = [...groups.values()].map(({ act, clause, who }) =>
    messages.takenBack(formatList([...who], messages.tag), act, clause),
  )
  return said.join('; ')
}

const end = (text: string): string => (/(?:[.!?…]|\.”)$/u.test(text) ? text : `${text}.`)
/** Capitalises a sentence that begins with a word of Sanad. Names and quoted words keep their case and use `end`. */
const finish = (text: string, { tag }: Messages): string => end(capitalised(text, tag))
