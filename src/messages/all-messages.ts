import { en, type Messages } from './en.ts'
import { id } from './id.ts'

/** Messages of each language, from `<tag>.ts` (sentences) and `<tag>-ui.ts` (pages). The first one, English, is the fallback. */
export const MESSAGES: readonly Messages[] = [en, id]

/** Returns the messages in the base language of the wanted one (BCP 47), or in English. */
export function messagesIn(wanted: string): Messages {
  // Fast path: most callers pass an exact tag, thousands of times for one response.
  const exact = MESSAGES.find(({ tag }) => tag === wanted)
  if (exact) return exact
  const base = wanted.toLowerCase().split('-')[0]
  return MESSAGES.find(({ tag }) => tag === base) ?? en
}
