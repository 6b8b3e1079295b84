import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import { pickText } from '../../text/languages.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import type { PageContext } from '../page.ts'
import { sideBlock } from '../parts/side-block.ts'

const LISTED = 5

/** Block with the stories that select any of the claims. */
export async function storiesBlock(
  claims: readonly ClaimDetails[],
  context: PageContext,
  revision: RevisionNumber,
): Promise<Markup | false> {
  const found = await storyLinks(claims, context, revision)
  const items = found.map((link) => el('li', {}, link))
  return found.length > 0 && sideBlock(context.messages.ui.stories, [el('ul', { class: 'site-counts' }, items)])
}

/** Links to the stories that select any of the claims, at most five. */
export async function storyLinks(
  claims: readonly ClaimDetails[],
  { store, messages, links }: PageContext,
  revision: RevisionNumber,
): Promise<readonly Markup[]> {
  const ids = [...new Set(claims.map(({ claim }) => claim.id))].sort()
  return (await store.storiesOfClaims(ids, LISTED, revision)).map(({ id, title }) =>
    el('a', { href: links.page({ kind: 'story', slug: id }) }, pickText(title, messages.tag)?.value ?? id),
  )
}
