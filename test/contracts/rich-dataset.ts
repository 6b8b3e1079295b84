import type { Claim } from '../../src/domain/claim.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import type { PlainSlugs } from '../domain/plain-slugs.ts'
import { withSlugs } from '../domain/plain-slugs.ts'
import { assertion, EARLY, smallDataset } from './small-dataset.ts'

const at = <T>(item: T): { item: T; recordedAt: string } => ({ item, recordedAt: EARLY })
const name = (value: string) => [{ value, language: 'en', kind: 'PREFERRED' as const, validFrom: null, validTo: null }]
const claim = (id: string, rest: Partial<PlainSlugs<Claim>>): Claim =>
  withSlugs<Claim>({
    id,
    subject: { kind: 'Entity', id: 'rich-company' },
    predicate: 'USES_FOR',
    data: [],
    uses: [],
    object: null,
    condition: null,
    validFrom: null,
    validTo: null,
    ...rest,
  })

/** Every kind of node and edge, so that each statement that writes one is run. */
export function richDataset(): Dataset {
  const [policy] = smallDataset().sources
  const source = { ...policy?.item, publishedBy: 'rich-company' } as Dataset['sources'][number]['item']
  const claims = [
    claim('rich-use', { data: ['rich-health'], uses: ['rich-advertise'] }),
    claim('rich-owner', { predicate: 'OWNS', object: { kind: 'Entity', id: 'rich-brand' }, validFrom: '2024-02' }),
    claim('rich-aim', { predicate: 'PURSUES', object: { kind: 'Use', id: 'rich-advertise' } }),
    claim('rich-report', { predicate: 'REPORTS', object: { kind: 'Claim', id: 'rich-use' } }),
    claim('rich-paper', { predicate: 'PUBLISHES', object: { kind: 'Source', id: 'rich-policy' } }),
    claim('rich-says', {
      subject: { kind: 'Source', id: 'rich-policy' },
      predicate: 'DESCRIBES',
      object: { kind: 'Text', text: { en: 'a text' } },
    }),
  ]
  return withSlugs<Dataset>({
    entities: [
      at({
        id: 'rich-company',
        kind: 'Organization',
        names: name('Rich Company'),
        externalIds: [{ scheme: 'own', value: 'rich', match: null }],
        description: {},
        speaksFor: [{ entityId: 'rich-brand', validFrom: null, validTo: null }],
      }),
      at({
        id: 'rich-crowd',
        kind: 'Group',
        names: name('a crowd'),
        externalIds: [],
        description: {},
        speaksFor: [],
      }),
      at({
        id: 'rich-brand',
        kind: 'Service',
        names: name('Café Brand'),
        externalIds: [],
        description: {},
        speaksFor: [],
      }),
    ],
    concepts: [
      at({
        id: 'rich-body',
        kind: 'DataCategory',
        names: name('body data'),
        externalIds: [],
        definition: {},
        broader: [],
      }),
      at({
        id: 'rich-health',
        kind: 'DataCategory',
        names: name('health data'),
        externalIds: [],
        definition: {},
        broader: ['rich-body'],
        mentions: ['rich-company'],
      }),
      at({ id: 'rich-trade', kind: 'Use', names: name('trade'), externalIds: [], definition: {}, broader: [] }),
      at({
        id: 'rich-advertise',
        kind: 'Use',
        names: name('advertise'),
        externalIds: [],
        definition: {},
        broader: ['rich-trade'],
        mentions: ['rich-brand'],
      }),
    ],
    sources: [
      at({ ...source, id: 'rich-policy', title: { en: 'Rich Policy' } }),
      at({
        ...source,
        id: 'rich-article',
        title: { en: 'Rich Article' },
        publishedBy: null,
        derivedFrom: [{ sourceId: 'rich-policy' }],
      }),
    ],
    claims: claims.map(at),
    assertions: [
      at(
        assertion('rich-1', 'rich-use', {
          claimantId: 'rich-company',
          sourceId: 'rich-policy',
          heldFrom: '2024-01-01',
          heldUntil: '2024-06-30',
          tense: 'FUTURE',
          assertedAt: '2024-01',
        }),
      ),
      at(
        assertion('rich-2', 'rich-owner', {
          claimantId: 'rich-company',
          sourceId: 'rich-article',
          assertedAt: null,
          via: [
            { kind: 'Entity', id: 'rich-brand' },
            { kind: 'Source', id: 'rich-policy' },
          ],
        }),
      ),
      at(
        assertion('rich-3', 'rich-owner', {
          stance: 'REPORTS_UNKNOWN',
          polarity: 'UNKNOWN',
          claimantId: null,
          sourceId: 'rich-article',
          assertedAt: null,
          lacks: 'CONFIRMATION',
          lacksFrom: 'rich-company',
        }),
      ),
    ],
    assessments: [
      at({
        id: 'rich-judged-first',
        claimId: 'rich-use',
        verdict: 'UNSUPPORTED',
        assessedAt: '2026-02',
        author: 'The desk',
        note: { en: 'Nothing was found.' },
      }),
      at({
        id: 'rich-judged-again',
        claimId: 'rich-use',
        verdict: 'CONTRADICTED',
        assessedAt: '2026-03-04',
        author: 'The desk',
        note: {},
      }),
    ],
    relations: [
      at({
        id: 'rich-basis',
        kind: 'BASIS_FOR',
        fromClaimId: 'rich-use',
        toClaimId: 'rich-aim',
        claimantId: null,
        claimantAsPrinted: null,
        sourceId: 'rich-article',
        quote: null,
        drift: null,
      }),
    ],
    stories: [
      at({
        id: 'rich-story',
        title: { en: 'A rich story' },
        summary: {},
        leadSourceId: null,
        claimIds: ['rich-use', 'rich-aim'],
        pictureIds: ['rich-aim'],
      }),
    ],
    renames: [at({ kind: 'Entity', former: 'rich-firm', slug: 'rich-company' })],
    contentHash: 'rich',
  })
}
