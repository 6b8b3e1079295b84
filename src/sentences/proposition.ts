import type { Claim } from '../domain/claim.ts'
import { type Predicate, requiresData } from '../domain/predicate.ts'
import type { Certainty, Tense } from '../domain/stance.ts'
import type { Messages } from '../messages/en.ts'
import type { Act, ClauseWords } from '../messages/words.ts'
import { formatDate, pickText } from '../text/languages.ts'
import { entityName } from './claimant-name.ts'
import { conceptNames, type Names } from './names.ts'
import { titleInSentence } from './source-title.ts'

export interface ClauseOptions {
  readonly negated?: boolean
  readonly certainty?: Certainty
  readonly tense?: Tense
  /** Replaces the subject after the sentence has named it. */
  readonly pronoun?: string
  /** True if the clause is denied or asked, as after "denies that". */
  readonly interrogative?: boolean
  /** True if the period of the claim follows in brackets. The newsroom dates the claim; the claimant may not have. */
  readonly dated?: boolean
}

/** Depth to which a claim that is the object of a claim has its clause. A deeper one has its slug. */
const OBJECT_DEPTH = 2

/** Returns the proposition as a clause: "X collects biometric data". Without options it has no hedge. */
export function propositionOf(claim: Claim, names: Names, messages: Messages, options: ClauseOptions = {}): string {
  const clause = messages.clause(clauseWords(claim, names, messages, options, OBJECT_DEPTH))
  return `${clause}${restrictionOf(claim, messages, options.dated === true)}`
}

/**
 * Returns the words of a subject about itself in a language without a pronoun for it: "denies owning X". Null if the
 * language needs a clause instead.
 */
export function ownWordsOf(
  claim: Claim,
  names: Names,
  messages: Messages,
  { act, ...options }: ClauseOptions & { readonly act: Act },
): string | null {
  const words = messages.ofOneself({ ...clauseWords(claim, names, messages, options, OBJECT_DEPTH), act })
  return words === null ? null : `${words}${restrictionOf(claim, messages, false)}`
}

/**
 * Returns the indirect question after "there are no further details on": "how X uses …", "which data X collects".
 *
 * @param options `inShort` leaves out the words that the sentence has said just before.
 */
export function interrogativeOf(
  claim: Claim,
  names: Names,
  messages: Messages,
  { inShort, ...options }: ClauseOptions & { readonly inShort: boolean },
): string {
  const { predicate } = claim
  if (!requiresData(predicate)) return messages.how((inShort ? echoOf : propositionOf)(claim, names, messages, options))
  const words = messages.whichData({ ...clauseWords(claim, names, messages, options, OBJECT_DEPTH), predicate })
  return inShort ? words : `${words}${restrictionOf(claim, messages, false)}`
}

type Period = Pick<Claim, 'validFrom' | 'validTo'>

/** Returns a period: "until 28 March 2025". Null if both days are unknown. */
export function periodOf({ validFrom, validTo }: Period, messages: Messages): string | null {
  const day = (date: string | null): string | null => (date === null ? null : formatDate(date, messages.tag))
  return validFrom || validTo ? messages.period(day(validFrom), day(validTo)) : null
}

/** Returns the short form of a clause that the sentence has said before: "X does". */
export const echoOf = (claim: Claim, names: Names, messages: Messages, options: ClauseOptions): string =>
  messages.echo(clauseWords(claim, names, messages, options, OBJECT_DEPTH))

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
  { negated = false, certainty = 'CERTAIN', tense = 'PRESENT', pronoun, interrogative = false }: ClauseOptions,
  depth: number,
): ClauseWords<Predicate> {
  const language = messages.tag
  const subject = claim.subject.kind === 'Entity' ? names.entity(claim.subject.id) : null
  return {
    subject: pronoun || subjectName(claim, names, messages),
    predicate: claim.predicate,
    parts: {
      data: conceptNames('DataCategory', claim.data, names, language),
      uses: conceptNames('Use', claim.uses, names, language),
      object: objectWords(claim, names, messages, depth),
      objectKind: claim.object?.kind ?? null,
    },
    negated,
    certainty,
    tense,
    plural: subject?.kind === 'Group',
    interrogative: interrogative,
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
  return `${messages.clause(clauseWords(inner, names, messages, {}, depth - 1))}${restrictionOf(inner, messages, false)}`
}

/** Returns the condition of the claim in brackets, with its period if `dated`. Every claimant's clause has it. */
function restrictionOf(claim: Claim, messages: Messages, dated: boolean): string {
  const condition = claim.condition ? pickText(claim.condition, messages.tag)?.value : undefined
  const parts = [condition ?? '', (dated ? periodOf(claim, messages) : null) ?? '']
  const said = parts.filter((part) => part !== '').join('; ')
  return said === '' ? '' : ` (${said})`
}
