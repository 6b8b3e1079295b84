import type { Claim } from '../domain/claim.ts'
import { type Predicate, requiresData } from '../domain/predicate.ts'
import type { Certainty, Tense } from '../domain/stance.ts'
import type { Wording } from '../domain/wording.ts'
import type { Messages } from '../messages/en.ts'
import type { Act, ClauseWords, MannerWords, Possibility, ReportingVerb } from '../messages/words.ts'
import { baseOf, formatDate, pickText } from '../text/languages.ts'
import { entityName } from './claimant-name.ts'
import { conceptNames, type Names } from './names.ts'
import { titleInSentence } from './source-title.ts'

export interface ClauseOptions {
  readonly negated?: boolean
  readonly certainty?: Certainty
  /** Kind of a POSSIBLE certainty; CHANCE unless given. */
  readonly possibility?: Possibility
  readonly tense?: Tense
  /** Replaces the subject after the sentence has named it. */
  readonly pronoun?: string
  /** True if the clause is denied or questioned, as after "denies that". */
  readonly interrogative?: boolean
  /** True if the period of the claim follows in brackets. The newsroom dates the claim; the claimant may not have. */
  readonly dated?: boolean
}

/** Depth to which a claim that is the object of a claim has its clause. A deeper one has its slug. */
const OBJECT_DEPTH = 2

/**
 * Returns the proposition as a clause: "X collects biometric data". Without options it has no hedge. An editor's wording
 * replaces the grammar's clause with its condition, if it can take the hedges.
 */
export function propositionOf(claim: Claim, names: Names, messages: Messages, options: ClauseOptions = {}): string {
  return clauseOf(claim, names, messages, options, OBJECT_DEPTH)
}

function clauseOf(claim: Claim, names: Names, messages: Messages, options: ClauseOptions, depth: number): string {
  const period = options.dated === true ? periodOf(claim, messages) : null
  const wording = wordingOf(claim, messages)
  const worded = wording === null ? null : messages.worded(wording, mannerOf(options))
  if (worded !== null) return `${withPronoun(worded, claim, names, messages, options.pronoun)}${inBrackets([period])}`
  const condition = claim.condition ? pickText(claim.condition, messages.tag)?.value : null
  return `${messages.clause(clauseWords(claim, names, messages, options, depth))}${inBrackets([condition, period])}`
}

/** Returns the affirmed proposition as a question: "Does X collect biometric data?" */
export function directInterrogativeOf(
  claim: Claim,
  names: Names,
  messages: Messages,
  options: Pick<ClauseOptions, 'certainty' | 'possibility' | 'tense'>,
): string {
  const wording = wordingOf(claim, messages)
  const worded = wording === null ? null : messages.wordedInterrogative(wording, mannerOf(options))
  const asked = worded ?? messages.directInterrogative(clauseWords(claim, names, messages, options, OBJECT_DEPTH))
  const isWorded = worded !== null
  return `${asked}${isWorded ? '' : conditionOf(claim, messages)}?`
}

/** Returns the wording in the language of the messages, never in another one. */
function wordingOf({ wording }: Claim, { tag }: Messages): Wording | null {
  if (wording === undefined) return null
  const own = Object.keys(wording).filter((language) => baseOf(language) === tag)
  const language = own.includes(tag) ? tag : own[0]
  return language === undefined ? null : (wording[language] ?? null)
}

/** Replaces the subject at the beginning of a wording. */
function withPronoun(
  worded: string,
  claim: Claim,
  names: Names,
  messages: Messages,
  pronoun: string | undefined,
): string {
  const subject = subjectName(claim, names, messages)
  return pronoun && worded.startsWith(`${subject} `) ? `${pronoun}${worded.slice(subject.length)}` : worded
}

const mannerOf = ({
  negated = false,
  certainty = 'CERTAIN',
  possibility = 'CHANCE',
  tense = 'PRESENT',
}: ClauseOptions): MannerWords => ({
  negated,
  certainty,
  possibility,
  tense,
})

/**
 * Returns the words of a subject about itself in a language without a pronoun for it: "denies owning X". Null if the
 * language needs a clause instead.
 */
export function ownWordsOf(
  claim: Claim,
  names: Names,
  messages: Messages,
  { act, verb, within, ...options }: ClauseOptions & OwnAct,
): string | null {
  const words = messages.ofOneself({ ...clauseWords(claim, names, messages, options, OBJECT_DEPTH), act, verb })
  return words === null
    ? null
    : `${words}${conditionOf(claim, messages)}${within === '' ? '' : messages.ownWithin(within)}`
}

interface OwnAct {
  readonly act: Act
  readonly verb: ReportingVerb | null
  /** The claimant's own documents in words; empty if there are none. */
  readonly within: string
}

/**
 * Returns the indirect question after "there are no further details on": "how X uses …", "which data X collects".
 */
export function interrogativeOf(claim: Claim, names: Names, messages: Messages, options: ClauseOptions): string {
  const { predicate } = claim
  if (!requiresData(predicate)) return messages.how(propositionOf(claim, names, messages, options))
  const words = messages.whichData({ ...clauseWords(claim, names, messages, options, OBJECT_DEPTH), predicate })
  return `${words}${conditionOf(claim, messages)}`
}

type Period = Pick<Claim, 'validFrom' | 'validTo'>

/** Returns a period: "until 28 March 2025". Null if both days are unknown. */
export function periodOf({ validFrom, validTo }: Period, messages: Messages): string | null {
  const day = (date: string | null): string | null => (date === null ? null : formatDate(date, messages.tag))
  return validFrom || validTo ? messages.period(day(validFrom), day(validTo)) : null
}

/** Returns the short form of a clause that the sentence has said before: "X does". */
export function echoOf(claim: Claim, names: Names, messages: Messages, options: ClauseOptions): string {
  const wording = wordingOf(claim, messages)
  const subject = options.pronoun || subjectName(claim, names, messages)
  const worded = wording === null ? null : messages.wordedEcho(wording, subject, mannerOf(options))
  return worded ?? messages.echo(clauseWords(claim, names, messages, options, OBJECT_DEPTH))
}

/** Returns the name of an entity or the title of a source, or the slug if `names` lacks the subject. */
export function subjectName(claim: Claim, names: Names, messages: Messages): string {
  const { kind, id } = claim.subject
  if (kind === 'Source') {
    const source = names.source(id)
    return source ? titleInSentence(source, messages) : id
  }
  return entityName(id, names, messages)
}

function clauseWords(
  claim: Claim,
  names: Names,
  messages: Messages,
  options: ClauseOptions,
  depth: number,
): ClauseWords<Predicate> {
  const language = messages.tag
  const subject = claim.subject.kind === 'Entity' ? names.entity(claim.subject.id) : null
  return {
    subject: options.pronoun || subjectName(claim, names, messages),
    predicate: claim.predicate,
    parts: {
      data: conceptNames('DataCategory', claim.data, names, language),
      uses: conceptNames('Use', claim.uses, names, language),
      object: objectWords(claim, names, messages, depth),
      objectKind: claim.object?.kind ?? null,
    },
    ...mannerOf(options),
    plural: subject?.kind === 'Group',
    interrogative: options.interrogative ?? false,
  }
}

function objectWords(claim: Claim, names: Names, messages: Messages, depth: number): string {
  const object = claim.object
  if (object === null) return ''
  if (object.kind === 'Text') return pickText(object.text, messages.tag)?.value ?? ''
  if (object.kind === 'Use') return conceptNames('Use', [object.id], names, messages.tag)
  if (object.kind === 'Entity') return entityName(object.id, names, messages)
  if (object.kind === 'Source') {
    const source = names.source(object.id)
    return source ? titleInSentence(source, messages) : messages.quoted(object.id)
  }
  const inner = names.claim(object.id)
  if (inner === null || depth === 0) return messages.quoted(object.id)
  return clauseOf(inner, names, messages, {}, depth - 1)
}

/** Returns the condition of the claim in brackets. The clauses of all claimants have it. */
const conditionOf = ({ condition }: Claim, { tag }: Messages): string =>
  inBrackets([condition ? pickText(condition, tag)?.value : null])

function inBrackets(parts: readonly (string | null | undefined)[]): string {
  const said = parts.filter(Boolean).join('; ')
  return said === '' ? '' : ` (${said})`
}
