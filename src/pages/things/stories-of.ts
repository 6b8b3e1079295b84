import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import { pickText } from '../../text/languages.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import type { PageContext } from '../page.ts'
import { pageAfter } from '../page-cursor.ts'
import { sideBlock } from '../parts/side-block.ts'

/** Stories that are read. */
const LOOKED_AT = 100
const LISTED = 5

/** Block with the stories that select any of the claims, of the first 100 stories. */
export async function storiesBlock(
  claims: readonly ClaimDetails[],
  { store, messages, links }: PageContext,
  revision: RevisionNumber,
): Promise<Markup | false> {
  const ids = new Set<string>(claims.map(({ claim }) => claim.id))
  const { items } = await store.storyPage(pageAfter(LOOKED_AT, null), revision)
  const found = items.filter(({ claimIds }) => claimIds.some((id) => ids.has(id))).slice(0, LISTED)
  const item = ({ id, title }: (typeof found)[number]): Markup =>
    el('li', {}, el('a', { href: links.page({ kind: 'story', slug: id }) }, pickText(title, messages.tag)?.value ?? id))
  return found.length > 0 && sideBlock(messages.ui.stories, [el('ul', { class: 'site-counts' }, found.map(item))])
}
