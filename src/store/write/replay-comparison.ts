import { type HistoryState, keyOfState } from '../../domain/history.ts'
import { type Standing, standingName } from '../../domain/standing.ts'
import type { NewState } from '../encoding/new-state.ts'
import type { PlacedState } from './write-states.ts'

/** A claim whose derived standing differs from the one that the history gives. */
export interface StandingDifference {
  readonly claim: string
  readonly revision: number
  /** Names of the standings, such as `STATED_NOT`; null if the history, or the derivation, has no state. */
  readonly given: string | null
  readonly derived: string | null
}

export interface Differences {
  /** Number of claims' states with another standing. */
  readonly standings: number
  /** The first 100 of them. */
  readonly examples: readonly StandingDifference[]
  /** Number of states whose content differs in anything that is derived, standings included. */
  readonly states: number
}

const MAX_EXAMPLES = 100

/** Compares the states that a replay derives with those of the history. */
export interface ReplayComparison {
  /** Adds states of the history, which `compare` then looks up. */
  expect(states: readonly HistoryState[]): void
  /** Compares one derived state. */
  compare(state: PlacedState): void
  /** Counts the states that were expected and not derived. */
  finish(): void
  result(): Differences
}

interface Expected {
  readonly hash: number
  readonly standing: Standing | null
}

export function createReplayComparison(): ReplayComparison {
  const expected = new Map<string, Expected>()
  const examples: StandingDifference[] = []
  let [standings, states] = [0, 0]

  function add(key: string, given: Standing | null, derived: Standing | null): void {
    states += 1
    const [givenName, derivedName] = [given && standingName(given), derived && standingName(derived)]
    if (givenName === derivedName) return
    standings += 1
    if (examples.length === MAX_EXAMPLES) return
    const [thing = '', revision] = key.split('@')
    examples.push({
      claim: thing.replace('Claim:', ''),
      revision: Number(revision),
      given: givenName,
      derived: derivedName,
    })
  }

  return {
    expect(list) {
      for (const state of list) {
        const { from, hash, standing } = state
        expected.set(`${keyOfState(state)}@${from}`, { hash, standing })
      }
    },
    compare({ spec, hash, fromRevision }) {
      const key = `${spec.thing}@${fromRevision}`
      const given = expected.get(key)
      expected.delete(key)
      if (given?.hash === hash) return
      add(key, given?.standing ?? null, toStanding(spec))
    },
    finish() {
      for (const [key, { standing }] of expected) add(key, standing, null)
      expected.clear()
    },
    result: () => ({ standings, states, examples }),
  }
}

function toStanding({ label, properties }: NewState): Standing | null {
  if (label !== 'ClaimState') return null
  return { status: properties.status, polarity: properties.polarity ?? null } as Standing
}
