import type { Dataset } from '../../src/domain/dataset.ts'
import type { Name } from '../../src/domain/name.ts'
import { withSlugs } from '../domain/plain-slugs.ts'
import { assertion, EARLY, smallDataset } from './small-dataset.ts'

const at = <T>(item: T): { item: T; recordedAt: string } => ({ item, recordedAt: EARLY })

/** Four documents, each derived from the one before, three speakers, and claims without equal propositions. */
export function writableDataset(): Dataset {
  const small = smallDataset(3)
  const names = (value: string): readonly Name[] => [
    { value, language: 'en', kind: 'PREFERRED', validFrom: null, validTo: null },
  ]
  const [policy] = small.sources.map(({ item }) => item)
  if (!policy) throw new Error('The small data set has a source.')
  const press = { id: 'press', kind: 'Organization' as const, names: names('The Press') }
  const document = (id: string, publishedBy: string, derivedFrom: readonly string[]) =>
    at({
      ...policy,
      id,
      kind: 'ARTICLE' as const,
      title: { en: `Document ${id}` },
      publishedBy,
      derivedFrom: derivedFrom.map((sourceId) => ({ sourceId })),
    })
  return withSlugs<Dataset>({
    ...small,
    entities: [...small.entities, at({ ...press, externalIds: [], description: {}, speaksFor: [] })],
    sources: [
      ...small.sources,
      document('wire', 'press', []),
      document('report', 'press', ['wire']),
      document('reprint', 'press', ['report']),
    ],
    claims: small.claims.map(({ item }) => at({ ...item, condition: { en: `under condition ${item.id}` } })),
    assertions: [
      ...small.assertions,
      at(
        assertion('unsigned', 'claim-0001', {
          stance: 'DENIES',
          polarity: 'NEGATES',
          claimantId: null,
          sourceId: 'wire',
        }),
      ),
      at(assertion('reprinted', 'claim-0000', { claimantId: 'press', sourceId: 'reprint' })),
    ],
    stories: small.stories.map(({ item }) => at({ ...item, claimIds: ['claim-0000'] })),
    contentHash: 'writable',
  })
}
