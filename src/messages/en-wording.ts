import type { MannerWords, WordingTexts } from './words.ts'

/** Auxiliary of a negation, and its form after "will". "Does" has none: the verb itself follows. */
const AUXILIARIES: Readonly<Record<string, string>> = {
  do: '',
  does: '',
  is: 'be',
  are: 'be',
  was: 'have been',
  were: 'have been',
  has: 'have',
  have: 'have',
  can: 'be able to',
}

/** Verb of a wording: what stands before its negation, the auxiliary, and what follows. */
interface FoundVerb {
  readonly before: string
  readonly auxiliary: string
  readonly after: string
}

const NEGATION = /^(.*?)\b(do|does|is|are|was|were|has|have|can) not\b ?(.*)$/su

/** Verbs by wording. One claim needs its verb several times. */
const foundVerbs = new WeakMap<WordingTexts, FoundVerb | null>()

function findVerb(wording: WordingTexts): FoundVerb | null {
  const known = foundVerbs.get(wording)
  if (known !== undefined) return known
  const found = verbIn(wording)
  foundVerbs.set(wording, found)
  return found
}

function verbIn({ negated }: WordingTexts): FoundVerb | null {
  const [, before, auxiliary, after] = NEGATION.exec(negated.replaceAll(/\bcannot\b/gu, 'can not')) ?? []
  return before === undefined || auxiliary === undefined || after === undefined ? null : { before, auxiliary, after }
}

/**
 * Returns the wording with polarity, certainty and tense: "X may sell its users' data", "X will not sell …". The verb is
 * the one that the negated form negates. Null if that form has no "does not" or the like, or if the affirmed form lacks the verb.
 */
export function wordedEn(wording: WordingTexts, manner: MannerWords): string | null {
  const { negated, certainty, tense } = manner
  const isPlain = tense === 'PRESENT' && certainty !== 'POSSIBLE' && certainty !== 'PROBABLE'
  if (isPlain) return negated ? wording.negated : wording.affirmed
  const found = findVerb(wording)
  if (found === null) return null
  return negated ? hedgedNegation(found, manner) : hedgedAffirmation(wording.affirmed, found, manner)
}

/** Returns the short form of a wording that the sentence has said before: "X does not", "X is". Null as for `wordedEn`. */
export function wordedEchoEn(wording: WordingTexts, subject: string, manner: MannerWords): string | null {
  const found = findVerb(wording)
  if (found === null) return null
  const { negated, certainty, tense } = manner
  const yet = negated && /^yet\b/u.test(found.after) ? 'yet' : ''
  const not = negated ? 'not' : ''
  const likely = adverbOf(certainty)
  if (tense === 'FUTURE') return join(subject, mayBe(manner) ? 'may in future' : join('will', likely, not, yet))
  if (mayBe(manner)) return join(subject, 'may', AUXILIARIES[found.auxiliary])
  return join(subject, likely, found.auxiliary, not, yet)
}

/** Returns the wording as a question without its mark: "Does X sell its users' data". Null as for `wordedEchoEn`. */
export function wordedInterrogativeEn(wording: WordingTexts, manner: MannerWords): string | null {
  const found = findVerb(wording)
  return found === null
    ? null
    : interrogativeEn({ subject: found.before.trim(), ...found, after: found.after.replace(/^yet /u, '') }, manner)
}

/** Returns "Will X probably sell its users' data", from "does" and "sell its users' data", or from "is" and "a company". */
export function interrogativeEn(
  { subject, auxiliary, after }: { readonly subject: string; readonly auxiliary: string; readonly after: string },
  { certainty, tense }: Pick<MannerWords, 'certainty' | 'tense'>,
): string {
  const isChance = certainty === 'POSSIBLE'
  if (isChance) return join('May', subject, tense === 'FUTURE' ? 'in future' : '', AUXILIARIES[auxiliary], after)
  if (tense === 'FUTURE') return join('Will', subject, adverbOf(certainty), AUXILIARIES[auxiliary], after)
  return join(auxiliary[0]?.toUpperCase().concat(auxiliary.slice(1)), subject, adverbOf(certainty), after)
}

function hedgedNegation({ before, auxiliary, after }: FoundVerb, { certainty, tense }: MannerWords): string {
  const likely = adverbOf(certainty)
  return tense === 'FUTURE'
    ? `${before}${join('will', likely, 'not', AUXILIARIES[auxiliary], after)}`
    : `${before}${join(likely, auxiliary, 'not', after)}`
}

function hedgedAffirmation(affirmed: string, { auxiliary, after }: FoundVerb, manner: MannerWords): string | null {
  const isDo = AUXILIARIES[auxiliary] === ''
  const verbs = isDo ? after.split(' ').slice(0, 3) : [AUXILIARIES[auxiliary] ?? '']
  for (const verb of verbs) {
    const finite = !isDo ? auxiliary : auxiliary === 'does' ? thirdPerson(verb) : verb
    const at = ` ${affirmed} `.indexOf(` ${finite} `)
    if (verb === '' || at < 0) continue
    const rest = affirmed.slice(at + finite.length + 1)
    return `${affirmed.slice(0, at)}${join(hedgedVerb(verb, finite, manner), rest)}`
  }
  return null
}

function hedgedVerb(base: string, finite: string, manner: MannerWords): string {
  if (manner.tense === 'FUTURE')
    return join(mayBe(manner) ? 'may in future' : join('will', adverbOf(manner.certainty)), base)
  return mayBe(manner) ? `may ${base}` : join(adverbOf(manner.certainty), finite)
}

const mayBe = ({ negated, certainty }: MannerWords): boolean => certainty === 'POSSIBLE' && !negated

const adverbOf = (certainty: MannerWords['certainty']): string =>
  certainty === 'POSSIBLE' ? 'possibly' : certainty === 'PROBABLE' ? 'probably' : ''

function thirdPerson(verb: string): string {
  if (verb === 'have') return 'has'
  if (verb === 'be') return 'is'
  if (/(?:s|x|z|ch|sh|o)$/u.test(verb)) return `${verb}es`
  return /[^aeiou]y$/u.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`
}

const join = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' ')
