import type { ClaimDetails } from '../../domain/claim-details.ts'
import { liveAssertions } from '../../domain/claim-status.ts'
import type { Messages } from '../../messages/en.ts'
import { claimantName, isNobody, mentionsOf } from '../../sentences/claimant-name.ts'
import type { Names } from '../../sentences/names.ts'
import { capitalised } from '../../text/languages.ts'
import { mapInSlices } from '../../thread/slices.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import type { PageContext } from '../page.ts'
import { actItem, sharedHedges, words } from './says-list.ts'
import type { SpeakerAct } from './speaker-acts.ts'

/**
 * Assertions read in a document, in its order: the words once, and below them one line for each claim, with its speaker. Hedges
 * that all have stand once above the list.
 */
export async function readInList(
  sourceId: string,
  claims: readonly ClaimDetails[],
  names: Names,
  context: PageContext,
): Promise<readonly (Markup | false)[]> {
  const { messages } = context
  const acts = claims.flatMap((details) =>
    liveAssertions(details.assertions, { validOn: null })
      .filter((assertion) => assertion.sourceId === sourceId)
      .map((assertion): SpeakerAct => ({ assertion, details })),
  )
  const shared = acts.length > 1 ? sharedHedges(acts, names, messages) : []
  return [
    shared.length > 0 && el('p', { class: 'site-note' }, messages.ui.things.eachOfThese(shared.join('; '))),
    el(
      'ol',
      { class: 'site-read' },
      await mapInSlices(byWords(acts), (group) => wordsItem(group, shared, names, context)),
    ),
  ]
}

/** Acts by their words, in the order of the document; acts without words are last. */
function byWords(acts: readonly SpeakerAct[]): readonly (readonly SpeakerAct[])[] {
  const groups = new Map<string, SpeakerAct[]>()
  for (const act of acts.toSorted((a, b) => placeOf(a) - placeOf(b))) {
    const key = act.assertion.quote?.exact ?? ''
    const known = groups.get(key)
    if (known) known.push(act)
    else groups.set(key, [act])
  }
  return [...groups.values()]
}

const placeOf = ({ assertion: { quote } }: SpeakerAct): number => quote?.start ?? Number.MAX_SAFE_INTEGER

function wordsItem(acts: readonly SpeakerAct[], shared: readonly string[], names: Names, context: PageContext): Markup {
  const { messages } = context
  const [first] = acts
  return el(
    'li',
    {},
    first !== undefined && (words(first, null, messages) || el('p', { class: 'site-from' }, messages.ui.noQuote)),
    el(
      'ul',
      { class: 'site-acts' },
      acts.map((act) => actItem(act, names, context, { shared, withQuote: false, who: whoOf(act, names, messages) })),
    ),
  )
}

const whoOf = ({ assertion }: SpeakerAct, names: Names, messages: Messages): string =>
  isNobody(assertion)
    ? capitalised(messages.nameless, messages.tag)
    : claimantName(assertion, names, messages, mentionsOf(names, messages)).name
