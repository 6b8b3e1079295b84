import type { ClaimDetails } from '../../domain/claim-details.ts'
import { liveAssertions } from '../../domain/claim-status.ts'
import { countSpeakers } from '../../domain/count-speakers.ts'
import type { NamedLink } from '../../widgets/html/linked-text.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import type { PageContext } from '../page.ts'
import { sideBlock } from '../parts/side-block.ts'
import { countBlock } from '../sections/count-block.ts'

/** Links that the side column lists at most. */
const MAX_LINKS = 12

/**
 * Blocks of a claim's side column: counts, and the pages of the things in its proposition.
 *
 * @param statements number of statements in the list of the page, in which assertions with the same words are one
 */
export function claimSide(
  { claim, assertions, relations }: ClaimDetails,
  statements: number,
  named: readonly NamedLink[],
  changedAt: string | null,
  { messages, links }: PageContext,
): readonly (Markup | false)[] {
  const { ui } = messages
  const live = liveAssertions(assertions, { validOn: null })
  const countOf = (ids: readonly string[]): number => new Set(ids).size
  const { subject, object } = claim
  const party = (kind: string, slug: string): string[] =>
    kind === 'Entity'
      ? [links.page({ kind: 'entity', slug })]
      : kind === 'Use'
        ? [links.page({ kind: 'use', slug })]
        : []
  const paths = [
    ...party(subject.kind, subject.id),
    ...(object && object.kind !== 'Text' ? party(object.kind, object.id) : []),
    ...claim.data.map((slug) => links.page({ kind: 'data', slug })),
    ...claim.uses.map((slug) => links.page({ kind: 'use', slug })),
  ]
  const further = [...new Set(paths)].flatMap((path) => named.find(({ href }) => href === path) ?? [])
  return [
    countBlock(
      [
        [ui.sideCounts.speakers, countSpeakers(live)],
        [ui.sideCounts.statements, statements],
        [ui.sources, countOf(live.map(({ sourceId }) => sourceId))],
        [ui.relations, relations.length],
      ],
      changedAt,
      messages,
    ),
    further.length > 0 &&
      sideBlock(ui.claimPage.readOn, [
        el(
          'ul',
          { class: 'site-quiet' },
          further.slice(0, MAX_LINKS).map(({ name, href }) => el('li', {}, el('a', { href }, el('bdi', {}, name)))),
        ),
      ]),
  ]
}
