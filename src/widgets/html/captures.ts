import type { Source, SourceVersion } from '../../domain/source.ts'
import type { Messages } from '../../messages/en.ts'
import { formatDate } from '../../text/languages.ts'
import { pagePath } from '../view/paths.ts'
import { el, type Markup } from './markup.ts'

/** Of which capture of a document quoted words are. */
export interface CardCapture {
  /** To its entry on the page of its document, where its fingerprint stands whole. */
  readonly href: string
  /** "captured 30 August 2023", "states that it is in force from 29 September 2023". */
  readonly words: readonly string[]
  /** Its beginning; null where the text has none. */
  readonly sha256: string | null
}

/** As many digits of a fingerprint as tell two captures apart at a glance. */
const SHORT = 12

export const captureAnchor = (versionId: string): string => `capture-${versionId}`

/** When it was captured, and from when it says that it is in force. */
export function captureWords({ capturedAt, effectiveFrom }: SourceVersion, { ui, tag }: Messages): readonly string[] {
  return [
    capturedAt === null ? ui.capturedUnknown : ui.captured(formatDate(capturedAt, tag)),
    ...(effectiveFrom === null ? [] : [ui.statesFrom(formatDate(effectiveFrom, tag))]),
  ]
}

/** The capture in which quoted words were read; null where none is recorded. */
export function captureOf(source: Source | null, versionId: string | null, messages: Messages): CardCapture | null {
  const version = source?.versions.find(({ id }) => id === versionId)
  if (!version) return null
  return {
    href: `${pagePath({ kind: 'source', slug: version.sourceId }, messages.tag)}#${captureAnchor(version.id)}`,
    words: captureWords(version, messages),
    sha256: version.sha256 === null ? null : version.sha256.slice(0, SHORT),
  }
}

/** Within the line of a document, after its title. */
export const captureInLine = ({ href, words, sha256 }: CardCapture): readonly (Markup | string)[] => [
  ' · ',
  el('a', { href, target: '_top' }, words.join(' · ')),
  ...(sha256 === null ? [] : [' · ', el('code', {}, `sha256 ${sha256}…`)]),
]
