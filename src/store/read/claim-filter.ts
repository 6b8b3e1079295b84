import type { RevisionNumber } from '../../domain/revision-number.ts'
import { contestKey } from '../../domain/standing.ts'
import { formOf } from '../../domain/status-periods.ts'
import type { ClaimFilter } from '../../domain/store/claim-filter.ts'
import { assertionIndexParameters } from '../encoding/assertion-index.ts'
import { formCode } from '../encoding/claim-states.ts'
import { thingKey } from '../encoding/thing-key.ts'
import type { Parameters } from '../engines/engine.ts'
import type { ClaimAnchor } from '../queries/claims.ts'

/** Access path of a filter: its statement starts at the most selective thing that the filter names. */
export function accessPathOf(filter: ClaimFilter): { name: ClaimAnchor; id: string | null } {
  if (filter.story) return { name: 'story', id: filter.story }
  if (filter.ids) return { name: 'ids', id: null }
  if (filter.subject) return { name: 'subject', id: filter.subject }
  if (filter.claimant) return { name: 'claimant', id: filter.claimant }
  if (filter.source) return { name: 'source', id: filter.source }
  if (filter.party ?? filter.object) return { name: 'party', id: filter.party ?? filter.object ?? null }
  if (filter.sources) return { name: 'sources', id: null }
  if (filter.data) return { name: 'data', id: null }
  if (filter.uses) return { name: 'uses', id: null }
  if (filter.predicate) return { name: 'predicate', id: null }
  // The index has the status over all time, not that of a day.
  if (filter.standings && !filter.validOn) return { name: 'standing', id: null }
  return { name: 'all', id: null }
}

/** Parameters of a filter's statement; null for absent conditions. */
export const filterParameters = (filter: ClaimFilter, anchor: string | null, revision: RevisionNumber): Parameters => ({
  anchor,
  revision,
  subject: entityKey(filter.subject),
  party: entityKey(filter.party),
  notParty: entityKey(filter.notParty),
  object: entityKey(filter.object),
  predicate: distinct(filter.predicate),
  data: filter.data ?? null,
  uses: filter.uses ?? null,
  contests: distinct(filter.standings?.map(contestKey)),
  sources: filter.sources ?? null,
  ids: filter.ids ?? null,
  dayForm: filter.validOn ? formCode(formOf(filter.validOn)) : null,
  ...assertionIndexParameters(filter),
  alsoWithdrawn: filter.alsoWithdrawn ?? false,
})

const entityKey = (id: string | null | undefined): string | null =>
  id == null ? null : thingKey({ kind: 'Entity', id })
/** Removes repeats, so that each value yields its states once. */
const distinct = (values: readonly string[] | null | undefined): readonly string[] | null =>
  values == null ? null : [...new Set(values)]
