import type { MannerWords, WordingTexts } from './words.ts'

const NEGATION = /^(.*?)\b(tidak|belum|tak|bukan)\b ?(.*)$/su

/**
 * Returns the wording with polarity, certainty and tense: "X dapat menjual data penggunanya", "X tidak akan menjual …". The verb
 * is the word after the negation. Null if the negated form has no "tidak" or the like, or if the affirmed form lacks the verb.
 */
export function wordedId(wording: WordingTexts, manner: MannerWords): string | null {
  const { negated, certainty, tense } = manner
  const hedge = hedgeId(manner)
  if (hedge === '' && tense === 'PRESENT') return negated ? wording.negated : wording.affirmed
  const [, before, not, after] = NEGATION.exec(wording.negated) ?? []
  if (before === undefined || not === undefined || after === undefined) return null
  const will = tense === 'FUTURE' ? 'akan' : ''
  if (negated) return `${before}${join(hedge, not, will, after)}`
  const [verb = ''] = after.split(' ')
  const at = ` ${wording.affirmed} `.indexOf(` ${verb} `)
  // "Dapat dapat" would say the same word twice.
  const isSaid = certainty === 'POSSIBLE' && hedge === verb
  if (verb === '' || at < 0) return null
  return `${wording.affirmed.slice(0, at)}${join(isSaid ? '' : hedge, will, wording.affirmed.slice(at))}`
}

/** "Dapat tidak" would be read as "is able not to", so a negation has "mungkin". */
export function hedgeId({ certainty, possibility, negated, tense }: MannerWords): string {
  if (certainty === 'PROBABLE') return 'kemungkinan besar'
  if (certainty !== 'POSSIBLE') return ''
  return possibility === 'RIGHT' && !negated && tense === 'PRESENT' ? 'dapat' : 'mungkin'
}

const join = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ')
