import { wasSaid } from '../../domain/assertion.ts'
import type { WholeClaim } from '../../domain/graph-store.ts'
import type { Revision } from '../../domain/revision.ts'
import type { Labels } from '../../sentences/names.ts'
import { formatDate } from '../../text/languages.ts'
import { utteranceList } from '../../widgets/html/claim-list.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { sourceTitle } from '../../widgets/html/source-title.ts'
import type { ClaimCard } from '../../widgets/view/view.ts'
import type { PageContext } from '../page.ts'
import { entrySentence } from './correction-phrases.ts'

/**
 * Who says so and who says otherwise, those that decide first. Who says that it is not known has a section of its own,
 * so that each is said once; where nothing stands any more, what stood is named with what became of it.
 */
export function saidSection(
  card: ClaimCard,
  whole: WholeClaim,
  revisions: readonly Revision[],
  labels: Labels,
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
      ? utteranceList(inOrder, messages)
      : el(
          'p',
          {},
          card.utterances.length > 0 ? ui.onlyUnknown : whole.assertions.length > 0 ? ui.noneStands : ui.neverSaid,
        ),
    card.utterances.length === 0 && whole.assertions.length > 0 && whatStood(whole, revisions, labels, messages),
  )
}

function whatStood(
  whole: WholeClaim,
  revisions: readonly Revision[],
  labels: Labels,
  messages: PageContext['messages'],
): Markup {
  const { ui, tag } = messages
  const { assertions, recordedIn } = whole
  const gone = assertions.filter((a) => !wasSaid(a) || a.stance === 'RETRACTS')
  const items = gone.map((assertion) => {
    const at = revisions.find(({ number }) => number === recordedIn[assertion.id])?.at
    const source = labels.source(assertion.sourceId)
    return el(
      'li',
      {},
      `${entrySentence(assertion, whole, labels, messages)} · `,
      source ? sourceTitle(source, messages) : assertion.sourceId,
      ` · ${at === undefined ? ui.dateUnknown : formatDate(at, tag)}`,
      assertion.withdrawn !== null && `: ${ui.events.WITHDRAWN}: ${assertion.withdrawn}`,
    )
  })
  return el('ul', {}, items)
}
