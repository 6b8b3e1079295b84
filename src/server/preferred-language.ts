import type { IncomingMessage, ServerResponse } from 'node:http'
import Negotiator from 'negotiator'
import { MESSAGES, messagesIn } from '../messages/all-messages.ts'
import { canonicalLanguage } from '../text/canonical-text.ts'
import { baseOf } from '../text/languages.ts'

/** Returns the language of Sanad that a tag names, in any spelling and with any region: `id` for `ID` and `id-ID`. */
export function languageNamed(tag: string): string | null {
  const language = baseOf(canonicalLanguage(tag) ?? '')
  return MESSAGES.find(({ tag }) => tag === language)?.tag ?? null
}

/**
 * Returns the language of Sanad that the Accept-Language header prefers: the first one in the order of the header, by the
 * lookup of RFC 4647. `id-ID,en` is Indonesian, since a reader of `id-ID` reads `id`.
 */
export function preferredLanguage(request: Pick<IncomingMessage, 'headers'>): string {
  const negotiator = new Negotiator(request)
  for (const range of negotiator.languages()) {
    if (range === '*') break
    const language = languageNamed(range)
    if (language !== null) return language
  }
  return negotiator.languages(MESSAGES.map(({ tag }) => tag))[0] ?? messagesIn('').tag
}

/** Redirects to the URL with a language. The content depends on the URL alone, so that every client may cache it. */
export function redirectToLanguage(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  basePath: string,
): void {
  url.searchParams.set('lang', preferredLanguage(request))
  response
    .writeHead(302, {
      Location: `${basePath}${url.pathname}${url.search}`,
      Vary: 'Accept-Language',
      'Cache-Control': 'public, max-age=60',
      'Content-Length': 0,
    })
    .end()
}
