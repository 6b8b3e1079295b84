import type { StoreSchema } from '../engines/engine.ts'
import { searchedNames, searchedWords } from '../queries/things-by-ids.ts'

/** Constraints and indexes. Each engine creates its own from this list, and schema/constraints.cypher is generated from it. */
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
    { label: 'ClaimState', property: 'contestKey' },
    { label: 'ClaimState', property: 'part' },
  ],
  text: [
    {
      label: 'Searchable',
      property: 'searchText',
      names: 'searchNames',
      words: searchedWords.text,
      nameWords: searchedNames.text,
    },
  ],
}

/** Format of the database. A change that makes older databases unreadable raises it. */
export const FORMAT = 8

/** The untilRevision of a current state. */
export const OPEN = Number.MAX_SAFE_INTEGER
