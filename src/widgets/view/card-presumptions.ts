import type { ClaimDetails } from '../../domain/claim-details.ts'
import { presumedSpeakers } from '../../domain/claim-status.ts'
import type { Messages } from '../../messages/en.ts'
import { entityName } from '../../sentences/claimant-name.ts'
import type { Names } from '../../sentences/names.ts'
import { formatList } from '../../text/languages.ts'

/** Returns one sentence for each deciding speaker who may not have spoken for a party, each once. */
export function presumptionsOf(details: ClaimDetails, names: Names, messages: Messages): readonly string[] {
  const nameOf = (id: string): string => entityName(id, names, messages)
  const sentences = presumedSpeakers(details, details.status).map(({ speakerId, partyIds, why }) =>
    messages.ui.presumed[why](nameOf(speakerId), formatList(partyIds.map(nameOf), messages.tag)),
  )
  return [...new Set(sentences)].sort()
}
