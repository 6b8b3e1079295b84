import { en, type Messages } from './en.ts'
import { id } from './id.ts'

/** Languages of Sanad: sentences in `<tag>.ts`, pages in `<tag>-ui.ts`. The first one, English, is the fallback. */
export const MESSAGES: readonly Messages[] = [en, id]

/** Returns the messages in the base language of the wanted one (BCP 47), or in English. */
export function messagesIn(wanted: string): Messages {
  // Most callers pass a tag as it is here, thousands of times for one response.
  const exact = MESSAGES.find(({ tag }) => tag === wanted)
  if (exact) return exact
  const base = wanted.toLowerCase().split('-')[0]
  return MESSAGES.find(({ tag }) => tag === base) ?? en
}
