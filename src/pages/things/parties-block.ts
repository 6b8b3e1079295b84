import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { Slug } from '../../domain/slug.ts'
import { entityName } from '../../sentences/claimant-name.ts'
import type { Names } from '../../sentences/names.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import type { PageContext } from '../page.ts'
import { sideBlock } from '../parts/side-block.ts'

const LISTED = 6

/** Block with the people and companies that the claims are about, by the number of claims. */
export function partiesBlock(
  claims: readonly ClaimDetails[],
  names: Names,
  { messages, links }: PageContext,
): Markup | false {
  const counts = new Map<Slug, number>()
  for (const { claim } of claims) {
    const parties = [claim.subject, claim.object].flatMap((one) => (one?.kind === 'Entity' ? [one.id] : []))
    for (const id of new Set(parties)) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const listed = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, LISTED)
  const item = ([slug, count]: readonly [Slug, number]): Markup =>
    el(
      'li',
      {},
      el('a', { href: links.page({ kind: 'entity', slug }) }, entityName(slug, names, messages)),
      ` (${count})`,
    )
  return (
    listed.length > 0 && sideBlock(messages.ui.things.aboutWhom, [el('ul', { class: 'site-counts' }, listed.map(item))])
  )
}
