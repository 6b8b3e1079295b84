import type { EntityKind } from './entity.ts'
import type { ItemTypes, ObjectList } from './model-objects.ts'
import { type ObjectKey, objectKeyOf, objectKeyText } from './object-key.ts'
import type { Revision } from './revision.ts'
import type { RevisionNumber } from './revision-number.ts'
import type { Standing } from './standing.ts'

/** One state of one object, from the revision in which it begins until the next state of the object, or its end. */
interface StateOf<L extends ObjectList> {
  readonly kind: 'STATE'
  readonly list: L
  readonly item: ItemTypes[L]
  /** Number of the revision in which the state begins. */
  readonly from: RevisionNumber
  /** Set of seeds that the object belongs to, or the set of appended objects. */
  readonly set: string
  readonly isDraft: boolean
  /** Earlier revision that recorded an assertion first, if later ones changed slugs alone; null otherwise. */
  readonly recordedIn: RevisionNumber | null
  /** Standing that was stored with a claim; null for other objects. It is compared with the derived one, and never stored. */
  readonly standing: Standing | null
  /** Hash of the stored state, with all that was derived for it. It is compared too. */
  readonly hash: number
}
export type HistoryState = { readonly [L in ObjectList]: StateOf<L> }[ObjectList]

/** An object ends in a revision, and no state of it begins there. */
export interface HistoryEnd {
  readonly kind: 'END'
  readonly key: ObjectKey
}

/** A set of seeds that was loaded. */
export interface HistorySet {
  readonly kind: 'SET'
  readonly set: string
  /** Hash of the states that its last load gave. */
  readonly contentHash: string
}

export type HistoryEntry =
  | { readonly kind: 'REVISION'; readonly revision: Revision }
  | HistoryState
  | HistoryEnd
  | HistorySet

export interface HistoryCounts {
  readonly revisions: number
  /** Number of revisions that the first load published together; 0 if the database began with an append. */
  readonly firstLoad: number
  readonly states: number
}

/**
 * All revisions of a database. Entries come in this order: the revisions of the first load; its states in `historyOrder`; then each later
 * revision with its states in `historyOrder` and its ends by key; then the sets by name.
 */
export interface History extends HistoryCounts {
  /** The newest revision; 0 for an empty database. */
  readonly revision: RevisionNumber
  /** Reads the entries from the beginning, at each call. */
  entries(): AsyncIterable<HistoryEntry>
}

/** A thing that begins in the first load, with all that its identity node needs. */
export interface FirstThing {
  readonly key: ObjectKey
  readonly from: RevisionNumber
  readonly entityKind: EntityKind | null
  /** Keys of its external ids: 'wikidata:Q918'. */
  readonly externalIds: readonly string[]
}

/** Objects come after those that their derived values need: claims after the things that they name, each with its assertions. */
const ORDER = ['entities', 'concepts', 'sources', 'renames', 'claims', 'relations', 'assessments', 'stories'] as const

/** Key of an object in the order of a history, as a text. Keys of one revision are distinct. */
export function historyOrder(state: HistoryState): string {
  if (state.list === 'assertions') return orderText('claims', [state.item.claimId, '1', state.item.id])
  if (state.list === 'claims') return orderText('claims', [state.item.id, '0', String(state.from).padStart(12, '0')])
  return orderText(state.list, [keyOfState(state)])
}

const orderText = (list: (typeof ORDER)[number], parts: readonly string[]): string =>
  [ORDER.indexOf(list), ...parts].join('\n')

/** Key of the object of a state: 'Claim:x'. */
export const keyOfState = ({ list, item }: StateOf<ObjectList>): string => objectKeyText(objectKeyOf(list, item))
