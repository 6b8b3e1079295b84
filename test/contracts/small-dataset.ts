import type { Assertion } from '../../src/domain/assertion.ts'
import { toAssertionId } from '../../src/domain/assertion-id.ts'
import type { Claim } from '../../src/domain/claim.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import type { Entity } from '../../src/domain/entity.ts'
import type { Name } from '../../src/domain/name.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { type PlainSlugs, withSlugs } from '../domain/plain-slugs.ts'

export const EARLY = '2026-01-01T00:00:00Z'
export const LATE = '2026-06-01T00:00:00Z'

const name = (value: string): Name => ({ value, language: 'en', kind: 'PREFERRED', validFrom: null, validTo: null })
const entity = (id: string, kind: Entity['kind'], speaksFor: Entity['speaksFor'] = []): Entity =>
  withSlugs<Entity>({
    id,
    kind,
    names: [name(id.toUpperCase())],
    externalIds: [{ scheme: 'wikidata', value: `Q-${id}`, match: null }],
    description: {},
    speaksFor,
  })
const claim = (id: string, data: string): Claim =>
  withSlugs<Claim>({
    id,
    subject: { kind: 'Entity', id: 'x' },
    predicate: 'COLLECTS',
    data: [toSlug(data)],
    uses: [],
    object: null,
    condition: null,
    validFrom: null,
    validTo: null,
  })
export const assertion = (id: string, claimId: string, rest: Partial<PlainSlugs<Assertion>>): Assertion =>
  withSlugs<Assertion>({
    id: toAssertionId(id),
    claimId,
    stance: 'STATES',
    polarity: 'AFFIRMS',
    certainty: 'CERTAIN',
    evidentiality: 'PRIMARY_DOCUMENT',
    claimantId: 'x',
    claimantAsPrinted: null,
    sourceId: 'policy',
    via: [],
    quote: null,
    assertedAt: '2023-08',
    heldFrom: null,
    heldUntil: null,
    retracts: null,
    withdrawn: null,
    ...rest,
  })
const at = <T>(item: T, recordedAt = EARLY): { item: T; recordedAt: string } => ({ item, recordedAt })

/** The data set with an additional wire report without a publisher. */
export function withWire(dataset: Dataset): Dataset {
  const wires = dataset.sources.map(({ item }) => at({ ...item, id: 'wire', publishedBy: null }))
  return withSlugs<Dataset>({ ...dataset, sources: [...dataset.sources, ...wires] })
}

/** X states that it collects the contents of messages. The denial by its owner is recorded half a year later. */
export function smallDataset(claimCount = 5): Dataset {
  const ids = Array.from({ length: claimCount }, (_, i) => `claim-${String(i).padStart(4, '0')}`)
  return withSlugs<Dataset>({
    entities: [
      at(entity('x', 'Service')),
      at(entity('musk', 'Person', [{ entityId: toSlug('x'), validFrom: '2022', validTo: null }])),
    ],
    concepts: ['messages', 'posts'].map((id) =>
      at({ id, kind: 'DataCategory' as const, names: [name(id)], externalIds: [], definition: {}, broader: [] }),
    ),
    sources: [
      at({
        id: 'policy',
        kind: 'POLICY' as const,
        title: { en: 'Privacy Policy' },
        url: null,
        language: 'en',
        publishedBy: 'x',
        publishedAt: null,
        derivation: 'KNOWN' as const,
        derivedFrom: [],
        licence: null,
        attribution: null,
        archive: null,
        versions: [],
      }),
    ],
    claims: ids.map((id, i) => at(claim(id, i % 2 === 0 ? 'messages' : 'posts'))),
    assertions: [
      ...ids.map((id, i) => at(assertion(`states-${id}`, id, { assertedAt: i % 3 === 0 ? null : '2023-08' }))),
      at(assertion('denies', 'claim-0000', { stance: 'DENIES', polarity: 'NEGATES', claimantId: 'musk' }), LATE),
    ],
    relations: [],
    assessments: [],
    stories: [
      at({ id: 'story', title: { en: 'A story' }, summary: {}, leadSourceId: null, claimIds: ids, pictureIds: [] }),
    ],
    renames: [],
    contentHash: `small-${claimCount}`,
  })
}
