import { en, type Messages } from './en.ts'
import { id } from './id.ts'

/** The languages that Sanad itself speaks: sentences in `<tag>.ts`, pages in `<tag>-ui.ts`. English comes first: it is what is fallen back to. */
export const MESSAGES: readonly Messages[] = [en, id]

/** The messages in the wanted language (BCP 47), or in its base language, or in English. */
export function messagesIn(wanted: string): Messages {
  const base = wanted.toLowerCase().split('-')[0]
  return MESSAGES.find(({ tag }) => tag === base) ?? en
}
