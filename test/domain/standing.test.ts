import { describe, expect, it } from 'vitest'
import { STATUSES } from '../../src/domain/claim-status-types.ts'
import { POLARITIES } from '../../src/domain/stance.ts'
import {
  contestKey,
  countByName,
  STANDING_NAMES,
  STANDINGS,
  standingName,
  standingsOf,
} from '../../src/domain/standing.ts'
import { sets, status } from './status-acts.ts'

const keys = STANDINGS.map(contestKey)
const ofKey = (key: string) => STANDINGS[keys.indexOf(key)] ?? null

describe('standings', () => {
  it('are all pairs of status and side that acts give, and no others', () => {
    const given = new Set([...sets()].map((set) => contestKey(status(set))))
    expect(keys.filter((key) => !given.has(key)).map(ofKey)).toEqual([{ status: 'RETRACTED', polarity: null }])
    expect([...given].filter((key) => ofKey(key) === null)).toEqual([])
    expect(new Set(STANDINGS.map(({ status: one }) => one))).toEqual(new Set(STATUSES))
  })

  it('have keys of one character that sort from the most contested', () => {
    expect(keys.map((key) => key.length)).toEqual(STANDINGS.map(() => 1))
    expect(keys).toEqual([...new Set(keys)].toSorted())
  })

  it('rank a pair that no claim has last', () => {
    const key = contestKey({ status: 'DENIED', polarity: 'AFFIRMS' })
    expect([...keys, key].toSorted().at(-1)).toBe(key)
    expect(ofKey(key)).toBeNull()
  })

  it('have one name each, which distinguishes the sides of a status', () => {
    expect(new Set(STANDINGS.map(standingName))).toEqual(new Set(STANDING_NAMES))
    for (const one of STATUSES) {
      const names = STANDINGS.filter((standing) => standing.status === one).map(standingName)
      expect(names.filter((name) => name.endsWith('_NOT'))).toHaveLength(names.length > 1 ? 1 : 0)
    }
  })

  it('are counted by name, affirming and negating ones never together', () => {
    const [yes, no] = standingsOf({ statuses: ['STATED'] }) ?? []
    const both = [yes, no, yes].flatMap((one) => one ?? [])
    expect(countByName(both)).toEqual([
      { name: 'STATED_NOT', count: 2 },
      { name: 'STATED', count: 1 },
    ])
    expect(countByName([])).toEqual([])
  })
})

describe('condition on standings', () => {
  it('is null if it restricts nothing', () => {
    expect(standingsOf({})).toBeNull()
    expect(standingsOf({ statuses: null, polarity: null, names: null })).toBeNull()
  })

  it('has each standing under exactly one polarity and under exactly one name', () => {
    const byPolarity = POLARITIES.flatMap((polarity) => standingsOf({ polarity }) ?? [])
    const byName = STANDING_NAMES.flatMap((name) => standingsOf({ names: [name] }) ?? [])
    for (const found of [byPolarity, byName]) expect(found.map(contestKey).toSorted()).toEqual(keys)
  })

  it('requires all of its parts', () => {
    expect(standingsOf({ statuses: ['STATED', 'CONFIRMED'], polarity: 'NEGATES' })).toEqual([
      { status: 'STATED', polarity: 'NEGATES' },
    ])
    expect(standingsOf({ statuses: ['CONFIRMED'], polarity: 'NEGATES' })).toEqual([])
    expect(standingsOf({ statuses: ['STATED'], names: ['DENIED'] })).toEqual([])
  })
})
