import { captureAnchor, type Source, type SourceVersion } from '../../domain/source.ts'
import type { Messages } from '../../messages/en.ts'
import { formatDate } from '../../text/languages.ts'
import type { Links } from './links.ts'
import type { CardCapture } from './view.ts'

/** Shown digits of a hash, enough to tell two captures apart. */
const SHORT = 12

/** Returns the day of the capture and the first day of validity that the document states. */
export function captureWords({ capturedAt, effectiveFrom }: SourceVersion, { ui, tag }: Messages): readonly string[] {
  return [
    capturedAt === null ? ui.capturedUnknown : ui.captured(formatDate(capturedAt, tag)),
    ...(effectiveFrom === null ? [] : [ui.statesFrom(formatDate(effectiveFrom, tag))]),
  ]
}

/** Returns the capture that has the quote. Null if none is recorded. */
export function captureOf(
  source: Source | null,
  versionId: string | null,
  messages: Messages,
  links: Links,
): CardCapture | null {
  const version = source?.versions.find(({ id }) => id === versionId)
  if (!version) return null
  return {
    href: `${links.page({ kind: 'source', slug: version.sourceId })}#${captureAnchor(version.id)}`,
    words: captureWords(version, messages),
    sha256: version.sha256 === null ? null : version.sha256.slice(0, SHORT),
  }
}
