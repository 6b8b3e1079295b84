import { type Assertion, wasSaid } from '../domain/assertion.ts'
import type { ClaimDetails } from '../domain/claim-details.ts'
import { liveAssertions, type StatusMoment } from '../domain/claim-status.ts'
import { isHedge } from '../domain/stance.ts'
import type { Messages } from '../messages/en.ts'
import { formatDate, formatList } from '../text/languages.ts'
import { claimantName, isNobody, type Mention, mentionsOf } from './claimant-name.ts'
import type { SharedHedges } from './heading.ts'
import type { Names } from './names.ts'
import { ownQuotes } from './own-quotes.ts'
import { type ClauseOptions, echoOf } from './proposition.ts'
import { retractionWords } from './sentence.ts'
import { isDenial, type Utterance, utterancesOf } from './utterance.ts'
import { missingOf } from './utterance-words.ts'

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
}

/** Maximum of parties that a by-line names. Further ones are counted. */
const MAX_NAMED = 3

/** Claimants with one stance on the proposition, keyed by name; for hearsay of nobody, by document. */
interface Clause {
  readonly utterance: Utterance
  /** Slug of the document that passes on somebody else's words. Null if the claimants are on record themselves. */
  readonly document: string | null
  readonly parties: Map<string, readonly [Assertion, ...Assertion[]]>
}

interface Wording {
  readonly details: ClaimDetails
  readonly manner: Manner
  readonly names: Names
  readonly messages: Messages
  readonly mention: Mention
}

/**
 * Returns the claimants of a claim with their stances: deciding ones first, those who report something unknown last.
 * Names at most three parties, one of each stance first, and counts the others. Never empty.
 *
 * @param details the claim with its status at `moment`
 */
export function byLine(
  details: ClaimDetails,
  { moment, manner, maxNamed = MAX_NAMED }: ByLineOptions,
  names: Names,
  messages: Messages,
): string {
  const clauses = clausesOf(details, moment, names, messages)
  if (clauses.length === 0) return silence(details, moment, names, messages)
  const named = namedParties(clauses, maxNamed)
  const wording = { details, manner, names, messages, mention: mentionsOf(names, messages) }
  return clauses.map((clause, i) => clauseWords(clause, i === 0, named, wording)).join('; ')
}

function clausesOf(details: ClaimDetails, moment: StatusMoment, names: Names, messages: Messages): readonly Clause[] {
  const { because } = details.status
  const live = liveAssertions(details.assertions, moment)
  const groups = [
    live.filter(({ id }) => because.includes(id)),
    live.filter(({ id, stance }) => !because.includes(id) && stance !== 'REPORTS_UNKNOWN'),
    live.filter(({ id, stance }) => !because.includes(id) && stance === 'REPORTS_UNKNOWN'),
  ]
  const clauses = new Map<string, Clause>()
  for (const utterance of groups.flatMap((group) => utterancesOf(group, details))) {
    for (const assertion of utterance.assertions) {
      const document = retellingDocument(assertion, utterance, names)
      const party = partyKey(assertion, names, messages)
      const missing = utterance.act === 'REPORTS_UNKNOWN' ? party : null
      const key = JSON.stringify([stanceKey(utterance), document, missing])
      const clause: Clause = clauses.get(key) ?? { utterance, document, parties: new Map() }
      const known = clause.parties.get(party)
      clause.parties.set(party, known ? [...known, assertion] : [assertion])
      clauses.set(key, clause)
    }
  }
  return withoutPast([...clauses.values()])
}

/** Removes the parties of an ended stance who still have it in another document or version. */
function withoutPast(clauses: readonly Clause[]): readonly Clause[] {
  const keyOf = (clause: Clause): string => JSON.stringify(stanceKey({ ...clause.utterance, heldUntil: null }))
  return clauses.filter((clause) => {
    if (clause.utterance.heldUntil === null) return true
    const lasting = clauses.filter(({ utterance }) => utterance.heldUntil === null)
    for (const one of lasting.filter((other) => keyOf(other) === keyOf(clause))) {
      for (const party of one.parties.keys()) clause.parties.delete(party)
    }
    return clause.parties.size > 0
  })
}

const stanceKey = ({ act, negated, certainty, tense, nobody, heldUntil }: Utterance): readonly unknown[] => [
  act,
  negated,
  hedgeOf(certainty),
  tense,
  nobody,
  heldUntil,
]
const hedgeOf = (certainty: SharedHedges['certainty']): SharedHedges['certainty'] =>
  isHedge(certainty) ? certainty : 'CERTAIN'

/** Equal for assertions whose claimant has one name, however often a document is mentioned. */
const partyKey = (assertion: Assertion, names: Names, messages: Messages): string =>
  isNobody(assertion) ? assertion.sourceId : claimantName(assertion, names, messages, (id) => id).name

function retellingDocument(assertion: Assertion, { chain }: Utterance, names: Names): string | null {
  const { claimantId, evidentiality, sourceId } = assertion
  if (claimantId === null || chain.through === null) return null
  const isRetold = evidentiality === 'HEARSAY' || evidentiality === 'INFERENCE' || evidentiality === 'NONE'
  return isRetold || names.entity(claimantId)?.kind === 'Group' ? sourceId : null
}

/** Returns the keys of the parties to name: the first party of each clause, then the others in order. */
function namedParties(clauses: readonly Clause[], maxNamed: number): ReadonlySet<string> {
  const keys = clauses.map(({ parties }) => [...parties.keys()])
  return new Set([...new Set([...keys.flatMap((own) => own.slice(0, 1)), ...keys.flat()])].slice(0, maxNamed))
}

function clauseWords(clause: Clause, isFirst: boolean, named: ReadonlySet<string>, wording: Wording): string {
  const { details, manner, names, messages, mention } = wording
  const { utterance, document, parties } = clause
  const { act, negated, certainty, possibility, tense, nobody, heldUntil } = utterance
  const { byLine: words, tag } = messages
  const past = heldUntil === null ? '' : messages.noLongerStated(formatDate(heldUntil, tag))
  const shown = [...parties].filter(([party]) => named.has(party)).map(([, [assertion]]) => assertion)
  const others = parties.size - shown.length

  const isDenied = isDenial(act)
  const isSame =
    tense === manner.tense &&
    (isDenied || (negated === manner.negated && hedgeOf(certainty) === hedgeOf(manner.certainty)))
  const hedges: ClauseOptions = isDenied ? { tense, interrogative: true } : { negated, certainty, possibility, tense }
  const isOwn = [...parties.values()].flat().every(({ claimantId }) => claimantId === details.claim.subject.id)
  const echo = (): string => echoWords(details, names, messages, { ...hedges, isOwn })

  if (nobody && act !== 'REPORTS_UNKNOWN') {
    const documents = shown.map(({ sourceId }) => mention(sourceId))
    const listed = formatList(others === 0 ? documents : [...documents, words.otherDocuments(others)], tag)
    const isGuess = act === 'SPECULATES'
    return `${words.nobody(listed, isFirst && isSame && !isGuess ? null : echo(), isGuess)}${past}`
  }
  const called = shown.map((assertion) => claimantName(assertion, names, messages, mention))
  const listed = called.map(({ name }) => name)
  const who = formatList(others === 0 ? listed : [...listed, words.others(others)], tag)
  const plural = parties.size > 1 || called.some((one) => one.plural)
  if (act === 'REPORTS_UNKNOWN') {
    return `${words.missing(who, plural, missingOf([...parties.values()].flat(), names, messages))}${past}`
  }
  const within = document === null ? null : mention(document)
  const quotes = ownQuotes(utterance, [...parties.values()].flat(), messages)
  return `${words.clause({ who, plural, within, act, echo: isSame && act !== 'SPECULATES' ? null : echo() })}${quotes}${past}`
}

/**
 * Returns the short form of the claim: "it does not".
 *
 * @param options `isOwn` is true if the subject itself is the only claimant
 */
function echoWords(
  { claim }: ClaimDetails,
  names: Names,
  messages: Messages,
  { isOwn = false, ...options }: ClauseOptions & { readonly isOwn?: boolean },
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
