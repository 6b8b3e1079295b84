import { type HistoryEntry, type HistoryState, historyOrder } from '../domain/history.ts'
import { objectKeyText } from '../domain/object-key.ts'
import type { DumpHead } from './dump-lines.ts'

/** Checks the order and the numbers of the entries of a dump, so that none is missing, repeated or moved. */
export interface LineOrder {
  /** @returns the problem of the next entry; null for none */
  next(entry: HistoryEntry): string | null
  /** @returns the problem of the end after the entries; null for none */
  end(): string | null
}

const NOT_IN_ORDER = 'comes twice, or after a line that it precedes in a dump: the file was changed'

export function createLineOrder({ revision, revisions, firstLoad, states }: DumpHead): LineOrder {
  const firstNumbers = new Set<number>()
  let [seenRevisions, seenStates, newest] = [0, 0, 0]
  /** Order of the last entry of the part; the parts are the first load, each later revision, and the sets. */
  let last = ''
  let claim: { readonly id: string; readonly json: string } | null = null
  let areSets = false

  const isAfter = (order: string): boolean => {
    const later = order > last
    last = order
    return later
  }

  function nextRevision(number: number): string | null {
    if (areSets || (seenRevisions < firstLoad && seenStates > 0)) return NOT_IN_ORDER
    if (number <= newest) return `revision ${number} does not follow revision ${newest}`
    if (seenRevisions < firstLoad) firstNumbers.add(number)
    seenRevisions += 1
    newest = number
    last = ''
    claim = null
    return seenRevisions > revisions ? 'is one revision more than the head counts' : null
  }

  function nextState(state: HistoryState): string | null {
    const { from, list, recordedIn, isDraft } = state
    const isFirst = seenRevisions === firstLoad && firstLoad > 0
    if (areSets || seenRevisions === 0 || seenRevisions < firstLoad || !isAfter(historyOrder(state)))
      return NOT_IN_ORDER
    if (isFirst ? !firstNumbers.has(from) : from !== newest)
      return `begins in revision ${from}, to which its place does not belong`
    if (isFirst && isDraft) return 'is a draft in the first load'
    if (recordedIn !== null && (isFirst || list !== 'assertions' || recordedIn >= from))
      return 'has a first recording that is not earlier'
    if (list === 'claims') {
      const { id } = state.item
      const json = JSON.stringify(state.item)
      if (claim?.id === id && claim.json !== json) return 'has another content than the same claim in the line before'
      claim = { id, json }
    }
    seenStates += 1
    return seenStates > states ? 'is one state more than the head counts' : null
  }

  return {
    next(entry) {
      switch (entry.kind) {
        case 'REVISION':
          return nextRevision(entry.revision.number)
        case 'STATE':
          return nextState(entry)
        case 'END': {
          const isLater = !areSets && seenRevisions > firstLoad
          return isLater && isAfter(`~\n${objectKeyText(entry.key)}`) ? null : NOT_IN_ORDER
        }
        case 'SET': {
          if (!areSets) last = ''
          areSets = true
          return isAfter(`\n${entry.set}`) ? null : NOT_IN_ORDER
        }
      }
    },
    end() {
      if (seenRevisions !== revisions || newest !== revision)
        return `ends at revision ${newest} after ${seenRevisions} revisions, but the head gives revision ${revision} and ${revisions} revisions`
      return seenStates === states ? null : `has ${seenStates} states, but the head counts ${states}`
    },
  }
}
