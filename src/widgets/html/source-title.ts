import type { Source } from '../../domain/source.ts'
import type { Messages } from '../../messages/en.ts'
import { type SourceTitle, titleOf } from '../../sentences/source-title.ts'
import { el, join, type Markup } from './markup.ts'

/** Returns the title of a source with its language, and a note if it is a translation. */
export const sourceTitle = (source: Source, messages: Messages): Markup =>
  markedTitle(titleOf(source, messages.tag), messages)

/** Returns a chosen title as `sourceTitle` does. */
export const markedTitle = ({ value, language, kind }: SourceTitle, { tag, ui }: Messages): Markup =>
  join(
    el('bdi', { lang: language === tag ? null : language }, value),
    kind === 'TRANSLATED' && ` (${ui.titleTranslated})`,
  )
