import { describe, expect, it } from 'vitest'
import type { Assertion } from '../../src/domain/assertion.ts'
import { toAssertionId } from '../../src/domain/assertion-id.ts'
import { claimStatus } from '../../src/domain/claim-status.ts'
import type { ClaimStatus, Status } from '../../src/domain/claim-status-types.ts'
import type { Stance } from '../../src/domain/stance.ts'
import {
  type Act,
  acts,
  assertion,
  claimRecord,
  isFirst,
  isIndependent,
  says,
  sets,
  status,
  WHO,
} from './status-acts.ts'

/** The condition of a row as worded in the table, before earlier rows take precedence. */
interface Row {
  readonly when: string
  readonly status: Status
  /** Polarity that the row gives; absent where it is that of the deciding acts. */
  readonly polarity?: 'AFFIRMS' | 'NEGATES' | null
  readonly fits: (set: readonly Act[]) => boolean
}

const isHearsay = (act: Act): boolean => act.who === 'nobody' && (says(act) || act.stance === 'ALLEGES')
const counts = (act: Act): boolean => act.who !== 'nobody' && (says(act) || act.stance === 'ALLEGES')
const isThird = (act: Act): boolean => ['other', 'guest', 'echo'].includes(act.who)
const does = (...stances: readonly Stance[]) => {
  return (act: Act): boolean => stances.includes(act.stance)
}

const ROWS: readonly Row[] = [
  {
    when: 'counting voices both affirm and negate',
    status: 'DISPUTED',
    polarity: null,
    fits: (set) => new Set(set.filter(counts).map(({ polarity }) => polarity)).size === 2,
  },
  {
    when: 'the first party denies',
    status: 'DENIED',
    polarity: 'NEGATES',
    fits: (set) => set.some((act) => isFirst(act) && does('DENIES')(act)),
  },
  {
    when: 'the first party states or confirms that it is not so',
    status: 'STATED',
    polarity: 'NEGATES',
    fits: (set) => set.some((act) => isFirst(act) && does('STATES', 'CONFIRMS')(act) && act.polarity === 'NEGATES'),
  },
  {
    when: 'the first party confirms; or it states, and an independent third voice states or confirms',
    status: 'CONFIRMED',
    polarity: 'AFFIRMS',
    fits: (set) =>
      set.some((act) => isFirst(act) && does('CONFIRMS')(act)) ||
      (set.some((act) => isFirst(act) && does('STATES')(act)) &&
        set.some((act) => does('STATES', 'CONFIRMS')(act) && isIndependent(act, set))),
  },
  {
    when: 'the first party states that it is so',
    status: 'STATED',
    polarity: 'AFFIRMS',
    fits: (set) => set.some((act) => isFirst(act) && does('STATES')(act)),
  },
  {
    when: 'a third party states, confirms or denies',
    status: 'REPORTED',
    fits: (set) => set.some((act) => isThird(act) && says(act)),
  },
  {
    when: "a counting voice alleges; or none counts and nobody's hearsay says so",
    status: 'ALLEGED',
    fits: (set) => set.some((act) => counts(act) && does('ALLEGES')(act)) || (!set.some(counts) && set.some(isHearsay)),
  },
  { when: 'somebody speculates', status: 'SPECULATED', fits: (set) => set.some(does('SPECULATES')) },
  {
    when: 'there are only REPORTS_UNKNOWN',
    status: 'UNKNOWN',
    polarity: null,
    fits: (set) => set.every(does('REPORTS_UNKNOWN')),
  },
]
const ONLY_UNKNOWN = ROWS.length - 1
const PAIRS = ROWS.flatMap((first, i) => ROWS.slice(i + 1, ONLY_UNKNOWN).map((second) => ({ first, second, i })))
/** Whether a status is the one that a row gives, with the polarity of the row. */
const isGivenBy = (row: Row | undefined, { status: given, polarity }: ClaimStatus): boolean =>
  given === row?.status && (row.polarity === undefined || polarity === row.polarity)
const ALONE = ROWS.map((row, i) => ({ ...row, set: [...sets()].find((set) => firstFit(set) === i) ?? [] }))

describe('status table', () => {
  it('is decided by the first row that fits, for every set of one to three acts', () => {
    for (const set of sets()) {
      const fitting = ROWS[firstFit(set)]
      if (!isGivenBy(fitting, status(set))) expect.fail(`${fitting?.when}: ${JSON.stringify(set)}`)
    }
  })

  it.each(PAIRS)(
    'decides $first.status before $second.status: $first.when, although $second.when',
    ({ first, second, i }) => {
      const both = [...sets()].filter((set) => firstFit(set) === i && second.fits(set))
      expect(both.length).toBeGreaterThan(0)
      for (const set of both) if (!isGivenBy(first, status(set))) expect.fail(JSON.stringify(set))
    },
  )

  // The row "only unknown" excludes sets that fit two rows. This test shows that a caveat decides nothing.
  it.each(ALONE.slice(0, ONLY_UNKNOWN))('gives $status with an additional caveat by any speaker', (row) => {
    for (const who of WHO) {
      const response = status([...row.set, ...acts(['REPORTS_UNKNOWN', 'UNKNOWN', who])])
      expect(response).toMatchObject({ status: row.status, caveats: [`a${row.set.length}`] })
    }
  })

  it.each(ALONE)('gives RETRACTED when all acts of $status were retracted', ({ set, status: before }) => {
    expect(status(set).status).toBe(before)
    const said = set.map(assertion)
    const response = claimStatus(claimRecord([...said, ...said.map(takenBack)]))
    expect(response).toMatchObject({ status: 'RETRACTED', polarity: null, because: [], caveats: [] })
  })

  it.each(ALONE)('gives UNKNOWN without the acts of $status, or when the newsroom withdrew them', ({ set }) => {
    expect(claimStatus(claimRecord([])).status).toBe('UNKNOWN')
    const withdrawn = set.map((act, i): Assertion => ({ ...assertion(act, i), withdrawn: 'entered by mistake' }))
    expect(claimStatus(claimRecord(withdrawn)).status).toBe('UNKNOWN')
  })
})

function firstFit(set: readonly Act[]): number {
  return ROWS.findIndex((row) => row.fits(set))
}

const takenBack = (said: Assertion): Assertion => ({
  ...said,
  id: toAssertionId(`${said.id}-back`),
  stance: 'RETRACTS',
  polarity: 'UNKNOWN',
  retracts: said.id,
})
