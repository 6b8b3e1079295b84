import type { ClaimDetails } from '../../domain/claim-details.ts'
import { type Revision, writtenReason } from '../../domain/revision.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import { formatDate } from '../../text/languages.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import type { PageContext } from '../page.ts'
import { sideBlock } from '../parts/side-block.ts'

const SHOWN_REVISIONS = 3

interface StoryClaims {
  readonly title: string
  readonly claims: readonly ClaimDetails[]
}

/** The newest changes of the database up to a revision: each with its written reason, or else the number of claims of the story. */
export function latelyRecorded(
  revisions: readonly Revision[],
  revision: RevisionNumber,
  story: StoryClaims | null,
  { messages: { ui, tag } }: PageContext,
): Markup | false {
  const newest = revisions
    .filter(({ number }) => number <= revision)
    .sort((a, b) => b.number - a.number)
    .slice(0, SHOWN_REVISIONS)
  if (newest.length === 0) return false
  const changesIn = ({ number }: Revision): string => {
    const changed = story?.claims.filter(({ changedIn }) => changedIn === number).length ?? 0
    return changed === 0 || story === null ? ui.front.revision(number) : ui.front.changed(changed, story.title)
  }
  return sideBlock(ui.front.lately, [
    el(
      'ul',
      { class: 'home-lately' },
      newest.map((one) => {
        const day = one.recordedAt.slice(0, 10)
        return el(
          'li',
          {},
          el('time', { datetime: day, class: 'site-note' }, formatDate(day, tag)),
          el('p', {}, writtenReason(one) ?? changesIn(one)),
        )
      }),
    ),
  ])
}
