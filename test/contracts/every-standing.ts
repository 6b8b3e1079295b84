import type { Assertion } from '../../src/domain/assertion.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import { type Slug, toSlug } from '../../src/domain/slug.ts'
import type { PlainSlugs } from '../domain/plain-slugs.ts'
import { assertion, EARLY, smallDataset, withWire } from './small-dataset.ts'

const NEGATES = { polarity: 'NEGATES' } as const
const DENIES = { stance: 'DENIES', ...NEGATES } as const
const WIRE = { claimantId: null, sourceId: 'wire' } as const
const NOBODY = { ...WIRE, evidentiality: 'HEARSAY', stance: 'ALLEGES' } as const
const GUESS = { ...WIRE, stance: 'SPECULATES' } as const
const MAY = { certainty: 'POSSIBLE' } as const
const WILL = { tense: 'FUTURE' } as const

/** Assertions of one claim for each status with each polarity and hedge. */
const CASES: readonly (readonly Partial<PlainSlugs<Assertion>>[])[] = [
  [],
  [{ ...WIRE, stance: 'REPORTS_UNKNOWN', polarity: 'UNKNOWN', lacks: 'EVIDENCE' }],
  [{}, { ...WIRE, ...DENIES }],
  [{ ...MAY }, { ...WIRE, ...DENIES, ...WILL }],
  [{ ...DENIES }],
  [{ ...DENIES }, { ...GUESS }],
  [{ stance: 'CONFIRMS' }],
  [{ ...MAY }],
  [{ ...WILL }],
  [{ ...NEGATES }],
  [{ ...NEGATES }, { ...GUESS }],
  [{ ...NEGATES, ...WILL }],
  [{ ...WIRE }],
  [{ ...WIRE, ...NEGATES }],
  [{ ...WIRE, ...DENIES }],
  [{ ...NOBODY }],
  [{ ...NOBODY, ...NEGATES, ...MAY }],
  [{ ...GUESS }],
  [{ ...GUESS, ...NEGATES }],
  [{ ...GUESS }, { ...GUESS, ...NEGATES }],
  [{ withdrawn: 'our mistake' }],
]

/** Claims of every status and polarity, with hedges, each about a data category of its own. */
export function everyStanding(): Dataset {
  const base = withWire(smallDataset(CASES.length))
  const [concept] = base.concepts
  const id = (i: number): Slug => toSlug(`kind-${String.fromCharCode(97 + i)}`)
  const assertions = CASES.flatMap((given, i) =>
    given.map((rest, j) => assertion(`said-${i}-${j}`, `claim-${String(i).padStart(4, '0')}`, rest)),
  )
  return {
    ...base,
    concepts: CASES.flatMap((_, i) => {
      const names = [
        { value: `kind ${id(i)}`, language: 'en', kind: 'PREFERRED', validFrom: null, validTo: null } as const,
      ]
      return concept ? [{ item: { ...concept.item, id: id(i), names }, recordedAt: EARLY }] : []
    }),
    claims: base.claims.map(({ item, ...rest }, i) => ({ ...rest, item: { ...item, data: [id(i)] } })),
    assertions: assertions.map((item) => ({ item, recordedAt: EARLY })),
    contentHash: 'every-standing',
  }
}
