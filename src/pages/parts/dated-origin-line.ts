import type { Assertion } from '../../domain/assertion.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import { datedOrigin } from '../../sentences/dated-origin.ts'
import type { Names } from '../../sentences/names.ts'
import { titleInSentence } from '../../sentences/source-title.ts'
import { linkedText } from '../../widgets/html/linked-text.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import type { PageContext } from '../page.ts'

/** Line with the dated document from which words without a day come, linked; false where none is recorded. */
export function datedOriginLine(
  assertion: Assertion,
  { claim }: ClaimDetails,
  names: Names,
  { messages, links }: Pick<PageContext, 'messages' | 'links'>,
): Markup | false {
  const origin = datedOrigin(assertion, claim.id, names, messages)
  if (origin === null) return false
  const { source, sentence } = origin
  const link = { name: titleInSentence(source, messages), href: links.page({ kind: 'source', slug: source.id }) }
  return el('p', { class: 'site-note site-origin' }, linkedText(sentence, [link], [], messages))
}
