import type { Source } from '../domain/source.ts'
import type { Messages } from '../messages/en.ts'
import { baseOf, capitalised, pickText, type TextInLanguage } from '../text/languages.ts'

/**
 * Origin of a title: printed by the publisher, translated from that, or a description by the editors in place of a
 * title. Only a PRINTED one is shown as the title of the document.
 */
export type TitleKind = 'PRINTED' | 'TRANSLATED' | 'DESCRIPTION'

export interface SourceTitle extends TextInLanguage {
  readonly kind: TitleKind
}

/** Returns the title for use outside of a sentence. Without a title it is the slug, in language `und`. */
export function titleOf(source: Source, language: string): SourceTitle {
  const title = pickTitle(source, language)
  return title.kind === 'DESCRIPTION' ? { ...title, value: capitalised(title.value, title.language) } : title
}

/** Returns the short title for a line of its own, or else the title. */
export function shortTitleOf(source: Source, { tag }: Messages): SourceTitle {
  const short = pickText(source.shortTitle ?? {}, tag)
  const title = titleOf(source, tag)
  return short === null ? title : { ...short, value: capitalised(short.value, short.language), kind: 'DESCRIPTION' }
}

/** Returns the title as in a sentence, without quotation marks and without the note of a translation. */
export const titleAsSaid = (source: Source, language: string): TextInLanguage => pickTitle(source, language)

/**
 * Returns the name of a document for use in a sentence: its short title, or else its title, printed in quotation marks, a
 * translation with a note, a description bare.
 */
export function titleInSentence(source: Source, messages: Messages): string {
  const short = pickText(source.shortTitle ?? {}, messages.tag)
  if (short !== null) return short.value
  const { value, kind } = pickTitle(source, messages.tag)
  if (kind === 'DESCRIPTION') return value
  return kind === 'PRINTED' ? messages.quoted(value) : `${messages.quoted(value)} (${messages.ui.titleTranslated})`
}

/** Returns the title that the publisher printed. Null if only a translation or a description is known. */
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
