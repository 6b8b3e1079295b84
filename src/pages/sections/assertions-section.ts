import { wasSaid } from '../../domain/assertion.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { Revision } from '../../domain/revision.ts'
import type { Names } from '../../sentences/names.ts'
import { formatDate } from '../../text/languages.ts'
import { utteranceList } from '../../widgets/html/claim-list.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { sourceTitle } from '../../widgets/html/source-title.ts'
import type { ClaimCard } from '../../widgets/view/view.ts'
import type { PageContext } from '../page.ts'
import { entrySentence } from './correction-phrases.ts'

/**
 * Assertions on a claim, the deciding ones first. Reports of the unknown have their own section. If no assertion counts any more,
 * the earlier ones are listed with their corrections.
 */
export function assertionsSection(
  card: ClaimCard,
  details: ClaimDetails,
  revisions: readonly Revision[],
  names: Names,
  { messages }: PageContext,
): Markup {
  const { ui } = messages
  const saying = card.utterances.filter(({ stance }) => stance !== 'REPORTS_UNKNOWN')
  const inOrder = [...saying.filter((u) => u.decides), ...saying.filter((u) => !u.decides)]
  return el(
    'section',
    { 'aria-labelledby': 'said' },
    el('h2', { id: 'said' }, ui.saidBy),
    inOrder.length > 0
      ? utteranceList(inOrder, messages, true)
      : el(
          'p',
          {},
          card.utterances.length > 0 ? ui.onlyUnknown : details.assertions.length > 0 ? ui.noneStands : ui.neverSaid,
        ),
    card.utterances.length === 0 &&
      details.assertions.length > 0 &&
      standingAssertion(details, revisions, names, messages),
  )
}

function standingAssertion(
  details: ClaimDetails,
  revisions: readonly Revision[],
  names: Names,
  messages: PageContext['messages'],
): Markup {
  const { ui, tag } = messages
  const { assertions, recordedIn } = details
  const gone = assertions.filter((a) => !wasSaid(a) || a.stance === 'RETRACTS')
  const items = gone.map((assertion) => {
    const asOf = revisions.find(({ number }) => number === recordedIn[assertion.id])?.recordedAt
    const source = names.source(assertion.sourceId)
    return el(
      'li',
      {},
      `${entrySentence(assertion, details, names, messages)} · `,
      source ? sourceTitle(source, messages) : assertion.sourceId,
      ` · ${asOf === undefined ? ui.dateUnknown : formatDate(asOf, tag)}`,
      assertion.withdrawn !== null && `: ${ui.events.WITHDRAWN}: ${assertion.withdrawn}`,
    )
  })
  return el('ul', {}, items)
}
