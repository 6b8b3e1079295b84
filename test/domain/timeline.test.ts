import { describe, expect, it } from 'vitest'
import type { ClaimDetails } from '../../src/domain/claim-details.ts'
import { type RevisionNumber, toRevisionNumber } from '../../src/domain/revision-number.ts'
import { CLOCKS, type TimelineRange, timelineOf, timelineOfEntity } from '../../src/domain/timeline.ts'
import { comparePartialDates, firstDay, lastDay } from '../../src/text/partial-date.ts'
import { assertion } from '../contracts/small-dataset.ts'
import { fc } from '../property-runs.ts'
import { assertionsOn, maybeDate, partialDate, wholeClaim } from './claims-at-random.ts'

const REVISIONS = ['2022-02-01T08:00:00Z', '2022-02-01T09:30:00Z', '2023-08-15T00:00:00Z'].map((recordedAt, i) => ({
  number: toRevisionNumber(i + 1),
  recordedAt,
  author: 'test',
  reason: 'test',
}))
const ALWAYS: TimelineRange = { clocks: CLOCKS, from: null, until: null }

const claimOf = (id: string): fc.Arbitrary<ClaimDetails> =>
  fc
    .tuple(maybeDate, maybeDate, assertionsOn(id), fc.infiniteStream(fc.integer({ min: 1, max: 4 })))
    .map(([validFrom, validTo, assertions, numbers]) => {
      const recordedIn = assertions.map(({ id: own }): [string, RevisionNumber] => [
        own,
        toRevisionNumber(numbers.next().value ?? 1),
      ])
      return wholeClaim({ id, validFrom, validTo }, assertions, Object.fromEntries(recordedIn))
    })
const claims = fc.tuple(claimOf('a'), claimOf('a-b'), claimOf('b'))

describe('timeline', () => {
  it('is ordered by day with unknown days last, independent of the order of the claims', () => {
    fc.assert(
      fc.property(claims, (all) => {
        const events = timelineOf(all, REVISIONS, ALWAYS)
        const dates = events.map(({ date }) => date)
        expect(dates).toEqual(dates.toSorted((a, b) => comparePartialDates(a, b)))
        expect(dates.slice(dates.indexOf(null)).filter((date) => date !== null && dates.includes(null))).toEqual([])
        const keys = events.map(({ sortKey }) => sortKey)
        expect(keys).toEqual([...new Set(keys)].sort())
        expect(timelineOf(all.toReversed(), REVISIONS, ALWAYS)).toEqual(events)
      }),
    )
  })

  it('has every date of the claims and their assertions once, and nothing else', () => {
    fc.assert(
      fc.property(claims, (all) => {
        const expected = all.flatMap(({ claim, assertions, recordedIn }) => [
          ...(claim.validFrom === null ? [] : [`${claim.id} VALID_FROM ${claim.validFrom}`]),
          ...(claim.validTo === null ? [] : [`${claim.id} VALID_TO ${claim.validTo}`]),
          ...assertions.flatMap((a) => {
            const recorded = REVISIONS.find(({ number }) => number === recordedIn[a.id])?.recordedAt
            const noted = (kind: string): string[] => (recorded ? [`${a.id} ${kind} ${recorded}`] : [])
            if (a.withdrawn !== null) return noted('WITHDRAWN')
            return [
              `${a.id} ASSERTED ${a.assertedAt}`,
              ...(a.heldFrom === null ? [] : [`${a.id} HELD_FROM ${a.heldFrom}`]),
              ...(a.heldUntil === null ? [] : [`${a.id} HELD_UNTIL ${a.heldUntil}`]),
              ...noted('RECORDED'),
            ]
          }),
        ])
        const found = timelineOf(all, REVISIONS, ALWAYS).map(
          ({ claim, assertion: own, kind, date }) => `${own?.id ?? claim?.claim.id} ${kind} ${date}`,
        )
        expect(found.toSorted()).toEqual(expected.toSorted())
      }),
    )
  })

  it('between two partial dates has the events that may fall between them, of the requested clocks', () => {
    const range = fc.record({ clocks: fc.subarray([...CLOCKS]), from: maybeDate, until: maybeDate })
    fc.assert(
      fc.property(claims, range, (all, requested) => {
        const days = {
          from: requested.from === null ? '0' : firstDay(requested.from),
          until: lastDay(requested.until ?? '9999'),
        }
        const expected = timelineOf(all, REVISIONS, ALWAYS).filter(({ clock, date }) => {
          if (!requested.clocks.includes(clock)) return false
          if (requested.from === null && requested.until === null) return true
          return date !== null && lastDay(date) >= days.from && firstDay(date) <= days.until
        })
        expect(timelineOf(all, REVISIONS, requested)).toEqual(expected)
      }),
    )
  })

  it('restricted to one day has events that the day contains or that contain it', () => {
    fc.assert(
      fc.property(claims, partialDate, (all, date) => {
        for (const event of timelineOf(all, REVISIONS, { clocks: ['SAID'], from: date, until: date })) {
          const said = event.date ?? expect.fail('no date')
          expect(said.startsWith(date) || date.startsWith(said), `${said} in ${date}`).toBe(true)
        }
      }),
    )
  })

  it.each([
    ['2023', '2023-01', null, true],
    ['2023-08', '2023-08-31', null, true],
    ['2023-08', '2023-09-01', null, false],
    ['2023-08', null, '2023-08-01', true],
    ['2023-08', null, '2023-07-31', false],
    ['2023-02', '2023-02-28', '2023-02-28', true],
    [null, '2023', null, false],
    [null, null, '2023', false],
    [null, null, null, true],
  ])('between dates has an assertion of %s from %s until %s: %s', (assertedAt, from, until, isIn) => {
    const claim = wholeClaim({ id: 'a' }, [assertion('a-0', 'a', { assertedAt })])
    expect(timelineOf([claim], [], { clocks: CLOCKS, from, until })).toHaveLength(isIn ? 1 : 0)
  })

  it('puts a year before its months and a month before its days', () => {
    const dates = ['2023-01-01', '2023', '2023-01', null, '2022-12']
    const claim = wholeClaim(
      { id: 'a' },
      dates.map((assertedAt, i) => assertion(`a-${i}`, 'a', { assertedAt })),
    )
    const found = timelineOf([claim], [], ALWAYS).map(({ date }) => date)
    expect(found).toEqual(['2022-12', '2023', '2023-01', '2023-01-01', null])
  })

  it('has only the recording of a withdrawn assertion', () => {
    const taken = assertion('a-0', 'a', { withdrawn: 'misread', assertedAt: '2023', heldFrom: '2023' })
    const found = timelineOf([wholeClaim({ id: 'a' }, [taken], { 'a-0': toRevisionNumber(3) })], REVISIONS, ALWAYS)
    expect(found.map(({ kind, clock, date }) => [kind, clock, date])).toEqual([
      ['WITHDRAWN', 'RECORDED', '2023-08-15T00:00:00Z'],
    ])
  })

  it("limits the events of a claimant's withdrawn assertion to its withdrawal", () => {
    const mistaken = wholeClaim(
      { id: 'a' },
      [
        assertion('a-0', 'a', { claimantId: 'musk', withdrawn: 'misread' }),
        assertion('a-1', 'a', { claimantId: 'somebody', assertedAt: '2023' }),
        assertion('a-2', 'a', { claimantId: 'somebody', withdrawn: 'misread' }),
      ],
      { 'a-0': toRevisionNumber(3), 'a-1': toRevisionNumber(3), 'a-2': toRevisionNumber(3) },
    )
    const own = wholeClaim({ id: 'b' }, [assertion('b-0', 'b', { claimantId: 'musk', assertedAt: '2022' })])
    const found = timelineOfEntity('musk', [mistaken, own], REVISIONS, ALWAYS)
    expect(found.map(({ kind, assertion: one }) => [kind, one?.id])).toEqual([
      ['ASSERTED', 'b-0'],
      ['WITHDRAWN', 'a-0'],
    ])
    expect(timelineOfEntity('somebody', [mistaken, own], REVISIONS, ALWAYS).map(({ kind }) => kind)).toEqual([
      'ASSERTED',
      'RECORDED',
      'WITHDRAWN',
      'WITHDRAWN',
    ])
    const ofSubject = timelineOfEntity('x', [own], REVISIONS, ALWAYS)
    expect(ofSubject).toEqual(timelineOf([own], REVISIONS, ALWAYS))
  })
})
