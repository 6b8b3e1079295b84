import type { StoreSchema } from '../engines/engine.ts'
import { searchedWords } from '../queries/things-by-ids.ts'

/** The one list from which each engine makes its constraints and indexes, and schema/constraints.cypher is written. */
export const STORE_SCHEMA: StoreSchema = {
  unique: [
    { label: 'Entity', properties: ['id'] },
    { label: 'DataCategory', properties: ['id'] },
    { label: 'Use', properties: ['id'] },
    { label: 'Source', properties: ['id'] },
    { label: 'Claim', properties: ['id'] },
    { label: 'Story', properties: ['id'] },
    { label: 'ExternalId', properties: ['id'] },
    { label: 'State', properties: ['thing', 'fromRevision'] },
    { label: 'Revision', properties: ['number'] },
    { label: 'StoreState', properties: ['id'] },
    { label: 'LoadedSet', properties: ['id'] },
  ],
  indexes: [
    { label: 'State', property: 'thing' },
    { label: 'State', property: 'loadSet', only: 'loads' },
    { label: 'State', property: 'fromRevision', only: 'ranges' },
    { label: 'ClaimState', property: 'predicate' },
    { label: 'ClaimState', property: 'status' },
  ],
  text: [{ label: 'Searchable', property: 'searchText', words: searchedWords.text }],
}

/** Raised when rows become such that the statements of before, or those of now over rows of before, would answer wrongly. */
export const FORMAT = 5

/** The untilRevision of a row that still holds. */
export const OPEN = Number.MAX_SAFE_INTEGER
