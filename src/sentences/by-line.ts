import { type Assertion, wasSaid } from '../domain/assertion.ts'
import type { ClaimDetails } from '../domain/claim-details.ts'
import { liveAssertions, type StatusMoment } from '../domain/claim-status.ts'
import type { Status } from '../domain/claim-status-types.ts'
import type { ReportingVerb } from '../domain/reporting-verb.ts'
import type { Messages } from '../messages/en.ts'
import type { Act } from '../messages/words.ts'
import { formatDate, formatList } from '../text/languages.ts'
import { byLineClauses, type Clause, hedgeOf } from './by-line-clauses.ts'
import { byLineUnknowns } from './by-line-unknowns.ts'
import { claimantName, type Mention, mentionsOf } from './claimant-name.ts'
import type { Names } from './names.ts'
import { ownQuotes } from './own-quotes.ts'
import { type ClauseOptions, echoOf } from './proposition.ts'
import { isRetold } from './retold.ts'
import { retractionWords } from './sentence.ts'
import type { SharedHedges } from './shared-hedges.ts'
import { isDenial } from './utterance.ts'

/** Polarity and hedges of a proposition. */
export interface Manner extends SharedHedges {
  readonly negated: boolean
}

export interface ByLineOptions {
  readonly moment: StatusMoment
  /** Polarity and hedges of the proposition that the by-line stands beside. */
  readonly manner: Manner
  /** Maximum of parties that the by-line names, from 1. */
  readonly maxNamed?: number | undefined
  /** Whether the by-line quotes documents: a party's own words, and the printed words for a group. True unless given. */
  readonly hasQuotes?: boolean | undefined
  /** Document and words that stand beside the by-line, which does not repeat them. */
  readonly beside?: Beside | undefined
}

/** Words beside a by-line, as on a card of a picture. */
export interface Beside {
  /** Id of the document whose name stands there. */
  readonly sourceId: string
  /** Words that are quoted there, as the by-line would quote them. Null for none. */
  readonly quote: string | null
}

/** Maximum of parties that a by-line names. Further ones are counted. */
const MAX_NAMED = 3

interface Wording {
  readonly details: ClaimDetails
  readonly manner: Manner
  readonly names: Names
  readonly messages: Messages
  readonly mention: Mention
  readonly hasQuotes: boolean
  readonly beside: Beside | undefined
}

/** Claimants of a claim in words. */
export interface ByLine {
  /** Complete alone: "X states it; Elon Musk denies it". Never empty. */
  readonly by: string
  /** By-line for use after the status: "by X", after "Stated". Null if the status is not the verb of the first claimants. */
  readonly agents: string | null
}

/**
 * Returns the claimants of a claim with their stances, deciding ones first, each once on a side. Names at most `maxNamed`
 * parties, one of each stance first, and counts the others. Reports of the unknown come last, and are no party.
 *
 * @param details the claim with its status at `moment`
 */
export function byLine(
  details: ClaimDetails,
  { moment, manner, maxNamed = MAX_NAMED, hasQuotes = true, beside }: ByLineOptions,
  names: Names,
  messages: Messages,
): ByLine {
  const live = liveAssertions(details.assertions, moment)
  if (live.length === 0) return { by: silence(details, moment, names, messages), agents: null }
  const isUnknown = ({ stance }: Assertion): boolean => stance === 'REPORTS_UNKNOWN'
  const speaking = live.filter((one) => !isUnknown(one))
  const clauses = byLineClauses(speaking, details, manner.tense, names, messages)
  const parties = namedParties(clauses, maxNamed)
  const named = new Set(parties)
  const mentionOnce = mentionsOf(names, messages)
  const mention: Mention = (sourceId, options) => {
    named.add(sourceId)
    return mentionOnce(sourceId, options)
  }
  const wording = { details, manner, names, messages, mention, hasQuotes, beside }
  const said = clauses.map((clause, i) => clauseWords(clause, clauses.slice(0, i), parties, wording))
  const unknowns = byLineUnknowns(live.filter(isUnknown), { details, names, messages, mention, named, maxNamed })
  const all = [...said.map(({ by }) => by), ...unknowns]
  const agents = said[0]?.agents ?? null
  return { by: all.join('; '), agents: agents === null ? null : [agents, ...all.slice(1)].join('; ') }
}

/** Acts that the word of a status says, so that a by-line beside it does not say them again. */
const ACTS_OF_STATUS: Readonly<Partial<Record<Status, Act>>> = {
  STATED: 'STATES',
  CONFIRMED: 'CONFIRMS',
  DENIED: 'DENIES',
  REPORTED: 'REPORTS',
  SPECULATED: 'SPECULATES',
}

/** Returns the keys of the parties to name: the first party of each clause, then the others in order. */
function namedParties(clauses: readonly Clause[], maxNamed: number): ReadonlySet<string> {
  const keys = clauses.map(({ parties }) => [...parties.keys()])
  return new Set([...new Set([...keys.flatMap((own) => own.slice(0, 1)), ...keys.flat()])].slice(0, maxNamed))
}

function clauseWords(clause: Clause, before: readonly Clause[], named: ReadonlySet<string>, wording: Wording): ByLine {
  const { details, manner, names, messages, mention, hasQuotes, beside } = wording
  const { utterance, act, document, parties } = clause
  const { negated, certainty, possibility, tense, nobody, heldUntil } = utterance
  const { byLine: words, tag } = messages
  const past = heldUntil === null ? '' : messages.noLongerStated(formatDate(heldUntil, tag))
  const own = [...parties].filter(([party]) => named.has(party)).map(([, assertions]) => assertions)
  const shown = own.map(([assertion]) => assertion)
  const others = parties.size - shown.length

  const all = [...parties.values()].flat()
  const isDenied = isDenial(act)
  // A denial is named as one beside its status, whatever verb the document has: the sentence keeps that verb.
  const verb = isDenied ? null : commonVerb(all)
  // After another clause or a denial, "it" could be either.
  const isSame = isAsAbove(clause, manner) && before.every((one) => isAsAbove(one, manner) && !isDenial(one.act))
  const hedges: ClauseOptions = isDenied ? { tense, interrogative: true } : { negated, certainty, possibility, tense }
  const isOwn = all.every(({ claimantId }) => claimantId === details.claim.subject.id)
  const echo = echoWords(details, names, messages, hedges, isOwn)

  if (nobody) {
    const isBeside = others === 0 && shown.every(({ sourceId }) => sourceId === beside?.sourceId)
    const documents = isBeside ? [] : shown.map(({ sourceId }) => mention(sourceId))
    const listed = formatList(others === 0 ? documents : [...documents, words.otherDocuments(others)], tag)
    const isGuess = act === 'SPECULATES'
    const by = words.nobody(listed, before.length === 0 && isSame && !isGuess ? null : echo, isGuess)
    return { by: `${by}${past}`, agents: null }
  }
  const called = shown.map((assertion) => claimantName(assertion, names, messages, mention, { hasOriginal: hasQuotes }))
  const retold = own.map((all) => all.every((one) => isRetold(one, details.sources[one.sourceId]?.publishedBy)))
  const listed = called.map(({ name }, i) => (retold[i] === true ? words.retold(name) : name))
  const who = formatList(others === 0 ? listed : [...listed, words.others(others)], tag)
  const plural = parties.size > 1 || called.some((one) => one.plural)
  const passedOn = document === null ? null : mention(document)
  const within = document === beside?.sourceId ? null : passedOn
  const quoted = hasQuotes ? ownQuotes(utterance, all, messages) : ''
  const quotes = beside?.quote && quoted.includes(beside.quote) ? '' : quoted
  const isSaid = isSame && document === null && verb === null && ACTS_OF_STATUS[details.status.status] === act
  return {
    by: `${words.clause({ who, plural, within, act, verb, echo, isSame })}${quotes}${past}`,
    agents: isSaid ? `${words.agents(who)}${quotes}${past}` : null,
  }
}

/** Returns whether a clause says the proposition as it stands above, or denies it. */
function isAsAbove({ utterance: { negated, certainty, tense }, act }: Clause, manner: Manner): boolean {
  const isProposition = negated === manner.negated && hedgeOf(certainty) === hedgeOf(manner.certainty)
  return tense === manner.tense && (isDenial(act) || isProposition)
}

/** Returns the verb of the documents if they share one. Null for the default verb. */
function commonVerb(assertions: readonly Assertion[]): ReportingVerb | null {
  const [first = null, ...others] = new Set(assertions.map(({ verb = null }) => verb))
  return others.length === 0 ? first : null
}

/**
 * Returns the short form of the claim: "it does not".
 *
 * @param isOwn whether the subject itself is the only claimant
 */
function echoWords(
  { claim }: ClaimDetails,
  names: Names,
  messages: Messages,
  options: ClauseOptions,
  isOwn = false,
): string {
  const entity = claim.subject.kind === 'Entity' ? names.entity(claim.subject.id) : null
  const kind = claim.subject.kind === 'Source' ? 'Organization' : entity?.kind
  const pronouns = isOwn ? messages.pronouns : messages.byLine.pronouns
  return echoOf(claim, names, messages, { ...options, pronoun: kind === undefined ? '' : pronouns[kind] })
}

/** Returns the by-line of a claim without live assertions. */
function silence(details: ClaimDetails, moment: StatusMoment, names: Names, messages: Messages): string {
  const { assertions, status } = details
  const clause = (options: ClauseOptions): string => echoWords(details, names, messages, options)
  const back = assertions.filter((one) => one.stance === 'RETRACTS' && wasSaid(one))
  if (status.status === 'RETRACTED' && back.length > 0) {
    return retractionWords(back, details, names, messages, clause)
  }
  const doubtful = clause({ interrogative: true })
  if (moment.validOn !== null && liveAssertions(assertions, { validOn: null }).length > 0) {
    return messages.notDocumented(doubtful, formatDate(moment.validOn, messages.tag))
  }
  return assertions.length === 0 ? messages.unspoken(doubtful) : messages.withdrawn(doubtful)
}
