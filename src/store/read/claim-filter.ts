import type { Slug } from '../../domain/slug.ts'
import { contestKey } from '../../domain/standing.ts'
import { formOf } from '../../domain/status-periods.ts'
import type { ClaimFilter } from '../../domain/store/claim-filter.ts'
import type { ThingKind } from '../../domain/thing-kind.ts'
import { assertionIndexParameters } from '../encoding/assertion-index.ts'
import { formCode } from '../encoding/claim-states.ts'
import { beginningOf, thingKey } from '../encoding/thing-key.ts'
import type { Parameters } from '../engines/engine.ts'
import type { ClaimAnchor } from '../queries/claims.ts'

/** The part of a statement that finds the first nodes of a list. */
export interface AccessPath {
  readonly name: ClaimAnchor
  readonly id: string | null
  /** Keys of the things that every change of the list touches: those that it starts at, or all claims. */
  readonly keys: readonly string[]
}

/** Access path of a filter: its statement starts at the most selective thing that the filter names. */
export function accessPathOf(filter: ClaimFilter): AccessPath {
  const from = (name: ClaimAnchor, kind: ThingKind, id: Slug): AccessPath => ({
    name,
    id,
    keys: [thingKey({ kind, id })],
  })
  const fromAll = (name: ClaimAnchor, kind: ThingKind, ids: readonly Slug[]): AccessPath => ({
    name,
    id: null,
    keys: ids.map((id) => thingKey({ kind, id })),
  })
  if (filter.story) return from('story', 'Story', filter.story)
  if (filter.ids) return fromAll('ids', 'Claim', filter.ids)
  if (filter.subject) return from('subject', 'Entity', filter.subject)
  if (filter.claimant) return from('claimant', 'Entity', filter.claimant)
  if (filter.source) return from('source', 'Source', filter.source)
  const party = filter.party ?? filter.object
  if (party) return from('party', 'Entity', party)
  if (filter.about) return from('about', 'Entity', filter.about)
  if (filter.sources) return fromAll('sources', 'Source', filter.sources)
  if (filter.data) return fromAll('data', 'DataCategory', filter.data)
  if (filter.uses) return fromAll('uses', 'Use', filter.uses)
  const allClaims = { id: null, keys: [beginningOf('Claim')] }
  if (filter.predicate) return { name: 'predicate', ...allClaims }
  // The index has the status over all time, not the status on a day.
  if (filter.standings && !filter.validOn) return { name: 'standing', ...allClaims }
  return { name: 'all', ...allClaims }
}

/** Parameters of a filter's statement; null for absent conditions. */
export const filterParameters = (filter: ClaimFilter, anchor: string | null): Parameters => ({
  anchor,
  subject: entityKey(filter.subject),
  party: entityKey(filter.party),
  about: entityKey(filter.about),
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
/** Removes repeated values, which would yield their states repeatedly. */
const distinct = (values: readonly string[] | null | undefined): readonly string[] | null =>
  values == null ? null : [...new Set(values)]
