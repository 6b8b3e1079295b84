import type { StoreSchema } from './engines/engine.ts'

/** The one list from which each engine makes its constraints and indexes, and schema/constraints.cypher is written. */
export const STORE_SCHEMA: StoreSchema = {
  unique: [
    { label: 'Entity', property: 'id' },
    { label: 'DataCategory', property: 'id' },
    { label: 'Use', property: 'id' },
    { label: 'Source', property: 'id' },
    { label: 'Claim', property: 'id' },
    { label: 'Story', property: 'id' },
    { label: 'ExternalId', property: 'id' },
    { label: 'Row', property: 'id' },
    { label: 'Revision', property: 'number' },
    { label: 'Record', property: 'id' },
    { label: 'LoadedSet', property: 'id' },
  ],
  indexes: [
    { label: 'Row', property: 'thing', only: 'loads' },
    { label: 'Row', property: 'loadSet', only: 'loads' },
    { label: 'Row', property: 'fromRevision', only: 'ranges' },
    { label: 'ClaimRow', property: 'predicate' },
    { label: 'ClaimRow', property: 'status' },
  ],
  text: [{ label: 'Searchable', property: 'searchText' }],
}

/** The untilRevision of a row that still holds. */
export const OPEN = Number.MAX_SAFE_INTEGER
