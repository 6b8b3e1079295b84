import { en, type Messages } from './en.ts'
import { id } from './id.ts'

/** Languages of Sanad: sentences in `<tag>.ts`, pages in `<tag>-ui.ts`. The first one, English, is the fallback. */
export const MESSAGES: readonly Messages[] = [en, id]

/** Returns the messages in the base language of the wanted one (BCP 47), or in English. */
export function messagesIn(wanted: string): Messages {
  const base = wanted.toLowerCase().split('-')[0]
  return MESSAGES.find(({ tag }) => tag === base) ?? en
}
