import type { Claim } from '../../src/domain/claim.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import { toSlug } from '../../src/domain/slug.ts'
import type { PlainSlugs } from '../domain/plain-slugs.ts'
import { withSlugs } from '../domain/plain-slugs.ts'
import { richDataset } from './rich-dataset.ts'
import { assertion } from './small-dataset.ts'

/** A word that only drafts have. */
export const DRAFT_WORD = 'zebrawood'
export const DRAFTED = '2026-08-01T00:00:00Z'

const at = <T>(item: T): { item: T; recordedAt: string } => ({ item, recordedAt: DRAFTED })
const name = (value: string) => [{ value, language: 'en', kind: 'PREFERRED' as const, validFrom: null, validTo: null }]
const quote = {
  exact: `the ${DRAFT_WORD} quote`,
  prefix: null,
  suffix: null,
  start: null,
  end: null,
  language: 'en',
  versionId: null,
  translations: [],
}
const claim = (id: string, rest: Partial<PlainSlugs<Claim>>): Claim =>
  withSlugs<Claim>({
    id,
    subject: { kind: 'Entity', id: 'rich-company' },
    predicate: 'COLLECTS',
    data: ['rich-health'],
    uses: [],
    object: null,
    condition: null,
    validFrom: null,
    validTo: null,
    ...rest,
  })

/** Those of a kind that change when the drafts are loaded, by id. */
const changed = <T extends { readonly id: string }>(
  recorded: readonly { readonly item: T; readonly recordedAt: string }[],
  id: string,
  change: Partial<T>,
) => recorded.map((one) => (one.item.id === id ? at({ ...one.item, ...change }) : one))

/** The rich data set with something of every kind added, and published things of every kind changed. */
export function draftDataset(): Dataset {
  const rich = richDataset()
  const [entity] = rich.entities
  const [source] = rich.sources
  if (!entity || !source) throw new Error('The rich data set has an entity and a source.')
  return withSlugs<Dataset>({
    entities: [
      ...changed(rich.entities, 'rich-brand', { names: name(`${DRAFT_WORD} brand`) }),
      at({
        ...entity.item,
        id: 'draft-company',
        names: name(`${DRAFT_WORD} company`),
        externalIds: [{ scheme: 'own', value: 'draft', match: null }],
      }),
    ],
    concepts: [
      ...changed(rich.concepts, 'rich-body', { names: name(`${DRAFT_WORD} body`) }),
      ...(['DataCategory', 'Use'] as const).map((kind) => {
        const isUse = kind === 'Use'
        const id = isUse ? 'draft-use' : 'draft-data'
        const broader = [isUse ? 'rich-trade' : 'rich-body']
        return at({ id, kind, names: name(`${DRAFT_WORD} ${kind}`), externalIds: [], definition: {}, broader })
      }),
    ],
    sources: [
      ...changed(rich.sources, 'rich-article', { title: { en: `${DRAFT_WORD} article` } }),
      at({
        ...source.item,
        id: 'draft-paper',
        title: { en: `${DRAFT_WORD} paper` },
        publishedBy: 'draft-company',
        derivation: 'KNOWN' as const,
        derivedFrom: [{ sourceId: 'rich-policy' }],
      }),
    ],
    claims: [
      ...rich.claims,
      at(claim('draft-claim', {})),
      at(claim('draft-gone', { predicate: 'SELLS' })),
      at(
        claim('draft-whole', {
          subject: { kind: 'Entity', id: 'draft-company' },
          predicate: 'USES_FOR',
          data: ['draft-data'],
          uses: ['draft-use'],
        }),
      ),
      at(claim('draft-report', { predicate: 'REPORTS', data: [], object: { kind: 'Claim', id: 'rich-use' } })),
    ],
    assertions: [
      ...rich.assertions,
      at(
        assertion('draft-denies', 'rich-use', {
          stance: 'DENIES',
          polarity: 'NEGATES',
          claimantId: 'rich-company',
          sourceId: 'rich-policy',
          quote,
        }),
      ),
      at(assertion('draft-denies-too', 'rich-owner', { claimantId: 'draft-company', sourceId: 'draft-paper' })),
      at(assertion('draft-states', 'draft-claim', { claimantId: 'rich-company', sourceId: 'rich-policy', quote })),
      at(assertion('draft-gone-states', 'draft-gone', { claimantId: 'rich-company', sourceId: 'rich-policy' })),
      at(assertion('draft-says', 'draft-whole', { claimantId: 'draft-company', sourceId: 'draft-paper' })),
      at(assertion('draft-reports', 'draft-report', { claimantId: 'rich-brand', sourceId: 'rich-article' })),
    ],
    assessments: [
      ...rich.assessments,
      at({
        id: 'draft-judged',
        claimId: 'rich-owner',
        verdict: 'CONTRADICTED' as const,
        assessedAt: '2026-08-01',
        author: 'The desk',
        note: { en: `A ${DRAFT_WORD} note.` },
      }),
    ],
    relations: [
      ...rich.relations,
      at({
        id: 'draft-basis',
        kind: 'BASIS_FOR' as const,
        fromClaimId: 'rich-owner',
        toClaimId: 'rich-use',
        claimantId: null,
        claimantAsPrinted: null,
        sourceId: 'rich-article',
        quote: null,
        drift: null,
      }),
    ],
    stories: [
      ...changed(rich.stories, 'rich-story', {
        claimIds: ['rich-use', 'rich-aim', 'draft-claim'].map(toSlug),
      }),
      at({
        id: 'draft-story',
        title: { en: `A ${DRAFT_WORD} story` },
        summary: {},
        leadSourceId: null,
        claimIds: ['rich-use', 'draft-claim'],
        pictureIds: ['draft-claim', 'rich-use'],
      }),
    ],
    renames: [
      ...rich.renames,
      at({ kind: 'Entity' as const, former: 'draft-former', slug: 'rich-company' }),
      at({ kind: 'Claim' as const, former: 'draft-old', slug: 'rich-owner' }),
    ],
    contentHash: 'rich-and-drafts',
  })
}

/** The same after one draft was discarded. */
export function withoutDiscarded({ claims, assertions, ...rest }: Dataset): Dataset {
  return withSlugs<Dataset>({
    ...rest,
    claims: claims.filter(({ item }) => item.id !== 'draft-gone'),
    assertions: assertions.filter(({ item }) => item.claimId !== 'draft-gone'),
    contentHash: 'discarded',
  })
}
