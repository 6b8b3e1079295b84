import type { Prose } from './prose.ts'

/** Characters that may precede the first word: marks of emphasis, quotes, brackets, the tag of a changelog line. */
const BEFORE = /^(?:\[\w+\]\s*|[*_"'“‘(…–-]\s*)*/
const RIDDLE = /^(?:what|whose|whom|who|of|that which)(?![\w-])/i
/** The first sentence ends where a punctuation mark is followed by a space or by the end. */
const FIRST_SENTENCE = /^.*?[.!?](?=["'”’)*_]*(?:\s|$))/

/** Texts that begin with a banned pronoun or "of". Questions are allowed. */
export const riddles = (texts: readonly Prose[]): readonly string[] =>
  texts
    .filter(({ text }) => beginsAsRiddle(text))
    .map(({ path, line, kind, text }) => `${path}:${line} ${kind}: ${text.slice(0, SHOWN)}`)
const SHOWN = 80

function beginsAsRiddle(text: string): boolean {
  const bare = text.replace(BEFORE, '')
  if (!RIDDLE.test(bare)) return false
  const sentence = FIRST_SENTENCE.exec(bare)?.[0] ?? bare
  return !sentence.endsWith('?')
}
