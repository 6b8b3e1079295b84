import { assertionState, statesOf } from '../encoding/dataset-states.ts'
import type { NewState } from '../encoding/new-state.ts'
import { isOfKind } from '../encoding/thing-key.ts'
import { type ObjectTable, objectsOf } from './object-table.ts'

/**
 * Yields the states of the affected objects. Published states are derived only from published objects. Draft states are derived
 * from drafts too, but a draft assertion counts for no status.
 */
export function* derivedStates(all: ObjectTable, affected: ReadonlySet<string>): Generator<NewState> {
  const isNeeded = (key: string): boolean => affected.has(key) || !isOfKind(key, 'Claim')
  const published = objectsOf(all, (key, { isDraft }) => !isDraft && isNeeded(key))
  for (const state of statesOf({ ...published, contentHash: '' }))
    if (state.replacedAt === null && affected.has(state.thing)) yield state

  const drafts = new Set<string>()
  objectsOf(all, (key, { isDraft }) => {
    if (isDraft && affected.has(key)) drafts.add(key)
    return false
  })
  if (drafts.size === 0) return
  const { assertions, ...seen } = objectsOf(all, (key, { isDraft }) => isNeeded(key) || isDraft)
  for (const state of statesOf({ ...seen, assertions: published.assertions, contentHash: '' }))
    if (state.replacedAt === null && drafts.has(state.thing)) yield asDraft(state)
  for (const assertion of assertions) {
    const state = assertionState(assertion)
    if (drafts.has(state.thing)) yield asDraft(state)
  }
}

const asDraft = (state: NewState): NewState => ({
  ...state,
  properties: { ...state.properties, visibility: 'DRAFT' },
})
