import type { Assertion } from '../../src/domain/assertion.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import { EVIDENTIALITIES } from '../../src/domain/stance.ts'
import { withSlugs } from '../domain/plain-slugs.ts'
import { assertion, EARLY } from './small-dataset.ts'
import { writableDataset } from './writable-dataset.ts'

const PREDICATES = ['COLLECTS', 'PROCESSES', 'SELLS'] as const
const SAID = [
  { stance: 'STATES', polarity: 'AFFIRMS' },
  { stance: 'STATES', polarity: 'NEGATES' },
  { stance: 'DENIES', polarity: 'NEGATES' },
  { stance: 'ALLEGES', polarity: 'AFFIRMS', claimantId: null, sourceId: 'wire' },
  { stance: 'REPORTS_UNKNOWN', polarity: 'UNKNOWN', claimantId: 'press', sourceId: 'wire' },
  { stance: 'SPECULATES', polarity: 'AFFIRMS', claimantId: 'press', sourceId: 'report' },
] as const
const DAYS = ['2021', '2022-05', '2022-05-03', null, '2023-12-31'] as const

/** Claims with many combinations of predicate, stance, evidentiality and day, and some without any assertion. */
export function listedDataset(claimCount = 24): Dataset {
  const base = writableDataset()
  const [first] = base.claims
  if (!first) throw new Error('The writable data set has a claim.')
  const indexes = Array.from({ length: claimCount }, (_, i) => i)
  const idOf = (i: number): string => `list-${String((i * 7) % claimCount).padStart(3, '0')}`
  const saidOn = (i: number): readonly Assertion[] =>
    Array.from({ length: i % 4 }, (_, j) =>
      assertion(`listed-${i}-${j}`, idOf(i), {
        ...SAID[(i + j) % SAID.length],
        evidentiality: EVIDENTIALITIES[(i + 3 * j) % EVIDENTIALITIES.length] ?? 'NONE',
        assertedAt: DAYS[(i + 2 * j) % DAYS.length] ?? null,
      }),
    )
  return withSlugs<Dataset>({
    ...base,
    claims: [
      ...base.claims,
      ...indexes.map((i) => ({
        item: {
          ...first.item,
          id: idOf(i),
          predicate: PREDICATES[i % PREDICATES.length] ?? 'COLLECTS',
          condition: { en: `under condition ${i}` },
        },
        recordedAt: EARLY,
      })),
    ],
    assertions: [...base.assertions, ...indexes.flatMap(saidOn).map((item) => ({ item, recordedAt: EARLY }))],
    contentHash: 'listed',
  })
}
