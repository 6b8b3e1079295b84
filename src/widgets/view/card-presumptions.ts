import type { ClaimDetails } from '../../domain/claim-details.ts'
import { representatives } from '../../domain/claim-status.ts'
import type { Representative } from '../../domain/claim-status-types.ts'
import type { SpeaksFor } from '../../domain/entity.ts'
import type { Messages } from '../../messages/en.ts'
import { entityName } from '../../sentences/claimant-name.ts'
import type { Names } from '../../sentences/names.ts'
import { provenanceWords } from '../../sentences/provenance.ts'
import { formatList } from '../../text/languages.ts'

/** Returns sentences on deciding speakers who speak for a party: whether they spoke for it then, and the origin of that fact. */
export function presumptionsOf(details: ClaimDetails, names: Names, messages: Messages): readonly string[] {
  const found = representatives(details, details.status)
  return [...new Set(found.map((one) => sentencesOn(one, names, messages)))].sort()
}

function sentencesOn({ speakerId, partyIds, why, periods }: Representative, names: Names, messages: Messages): string {
  const { ui, tag } = messages
  const who = entityName(speakerId, names, messages)
  const namesOf = (ids: readonly string[]): string =>
    formatList(
      ids.map((id) => entityName(id, names, messages)),
      tag,
    )
  const originOf = ({ provenance }: SpeaksFor): string => provenanceWords(provenance, names, messages)
  const say = why === null ? ui.spokeFor : ui.speaksFor
  const facts = [...new Set(periods.map(originOf))].map((origin) => {
    const parties = periods.filter((one) => originOf(one) === origin).map(({ entityId }) => entityId)
    return say(who, namesOf([...new Set(parties)]), origin)
  })
  return [...(why === null ? [] : [ui.presumed[why](who, namesOf(partyIds))]), ...facts].join(' ')
}
