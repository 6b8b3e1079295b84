import type { ClaimDetails } from '../../domain/claim-details.ts'
import { liveAssertions } from '../../domain/claim-status.ts'
import type { Names } from '../../sentences/names.ts'
import { sentenceOf } from '../../sentences/sentence.ts'
import { mapInSlices } from '../../thread/slices.ts'
import { utteranceList } from '../../widgets/html/claim-list.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { mixedText } from '../../widgets/html/mixed-text.ts'
import { claimCard } from '../../widgets/view/claim-card.ts'
import type { PageContext } from '../page.ts'

/**
 * Lists what an entity says of claims about others: a sentence with its own stance, a link to the claim, and its utterances
 * with their quotes. The status of a claim stays on the page of the claim, since it is not the word of this entity.
 */
export async function saysList(
  entityId: string,
  claims: readonly ClaimDetails[],
  names: Names,
  { messages, links }: PageContext,
): Promise<Markup> {
  const item = (details: ClaimDetails): Markup => {
    const own = liveAssertions(details.assertions, { validOn: null }).filter(
      ({ claimantId }) => claimantId === entityId,
    )
    const ids: readonly string[] = own.map(({ id }) => id)
    const { href, utterances } = claimCard(details, names, messages, links)
    const printed = own.flatMap((assertion) => assertion.claimantAsPrinted ?? [])
    const sentence = sentenceOf({ ...details, assertions: own }, { validOn: null }, names, messages, { alone: false })
    return el(
      'li',
      {},
      el('p', { class: 'sanad-line' }, el('a', { href }, mixedText(sentence, printed, messages.tag))),
      utteranceList(
        utterances.filter(({ id }) => ids.includes(id)),
        messages,
      ),
    )
  }
  return el('ol', { class: 'site-says' }, await mapInSlices(claims, item))
}
