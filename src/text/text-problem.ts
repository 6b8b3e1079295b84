import { TOO_MANY_MARKS } from './canonical-text.ts'

/**
 * Control characters that no text needs. Line breaks and tabs are part of texts. U+FFFE and U+FFFF are no characters: XML has
 * no form for them.
 */
const CONTROLS = /(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/u
/** Characters that have no place in an identifier: nobody sees them, so that two identifiers would look alike. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u
/** Characters that a reader sees. The Hangul fillers are letters that nobody sees, U+2800 is an empty sign of Braille. */
const VISIBLE = /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u

/**
 * Returns the reason why a text cannot be stored, and the remedy after a colon: half of a surrogate pair, a control
 * character, or more marks on one letter than any writing has. Null for all other texts, blank ones too.
 */
export function characterProblem(text: string): string | null {
  if (!text.isWellFormed()) return 'contains half of a surrogate pair: write complete characters'
  const [control] = CONTROLS.exec(text) ?? []
  if (control !== undefined) return `contains the control character ${codePoint(control)}: leave it out`
  return TOO_MANY_MARKS.test(text) ? 'has more than 30 marks on one letter: leave some out' : null
}

/** Returns the reason why a text says nothing, and the remedy. White space and invisible characters are no text. */
export function blankProblem(text: string): string | null {
  if (VISIBLE.test(text)) return null
  return /\S/.test(text) ? 'contains nothing that a reader sees: write some words' : 'is blank: write some words'
}

/** Returns the reason why a text is no identifier, and the remedy: direction controls and invisible characters. */
export function identifierProblem(text: string): string | null {
  if (!text.isWellFormed() || TOO_MANY_MARKS.test(text)) return characterProblem(text)
  const [invisible] = INVISIBLE.exec(text) ?? []
  return invisible === undefined ? null : `contains the invisible character ${codePoint(invisible)}: leave it out`
}

/** Returns the reason why a text is no name, and the remedy. A name is one line. */
export function nameProblem(text: string): string | null {
  const [control] = /[\p{Cc}\p{Zl}\p{Zp}]/u.exec(text.trim()) ?? []
  if (control === undefined) return characterProblem(text)
  return `contains the control character ${codePoint(control)}: write it on one line`
}

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
