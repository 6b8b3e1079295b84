import type { Source } from '../domain/source.ts'
import type { Messages } from '../messages/en.ts'
import { baseOf, capitalised, pickText, type TextInLanguage } from '../text/languages.ts'

/**
 * Whose words stand as the title of a document: its publisher's, a translation of those, or a description in place of a
 * title. Only the publisher's are its title; the others are never shown as if they were.
 */
export type TitleKind = 'PRINTED' | 'TRANSLATED' | 'DESCRIPTION'

export interface SourceTitle extends TextInLanguage {
  readonly kind: TitleKind
}

/** Standing alone: the title in the wanted language; the slug, in no language, where there is none. */
export function titleOf(source: Source, language: string): SourceTitle {
  const title = pickTitle(source, language)
  return title.kind === 'DESCRIPTION' ? { ...title, value: capitalised(title.value, title.language) } : title
}

/** The title as titleInSentence has it, without marks and brackets. */
export const titleAsSaid = (source: Source, language: string): TextInLanguage => pickTitle(source, language)

/** In a sentence: quotation marks are for what was printed, and what was translated says so. */
export function titleInSentence(source: Source, messages: Messages): string {
  const { value, kind } = pickTitle(source, messages.tag)
  if (kind === 'DESCRIPTION') return value
  return kind === 'PRINTED' ? messages.quoted(value) : `${messages.quoted(value)} (${messages.ui.titleTranslated})`
}

/** As its publisher printed it; null where nobody knows. */
export function printedTitleOf(source: Source): TextInLanguage | null {
  const title = pickTitle(source, source.language ?? '')
  return title.kind === 'PRINTED' ? { value: title.value, language: title.language } : null
}

function pickTitle(source: Source, wanted: string): SourceTitle {
  const title = pickText(source.title, wanted)
  if (title === null) return { value: source.id, language: 'und', kind: 'PRINTED' }
  if (source.titleIsDescription) return { ...title, kind: 'DESCRIPTION' }
  const isForeign = source.language !== null && baseOf(title.language) !== baseOf(source.language)
  return { ...title, kind: isForeign ? 'TRANSLATED' : 'PRINTED' }
}
