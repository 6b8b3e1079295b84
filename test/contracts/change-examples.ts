import { expect } from 'vitest'
import type { Changes, PutLists } from '../../src/domain/changes.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { withSlugs } from '../domain/plain-slugs.ts'
import { assertion } from './small-dataset.ts'

type Puts = Partial<PutLists>
/** A change of `writableDataset`. */
export interface ChangeExample {
  readonly title: string
  readonly change: (dataset: Dataset) => Changes
  /** Drafts that are put before. */
  readonly drafts?: (dataset: Dataset) => Puts
  readonly changed: readonly string[]
  /** Things that the change does not touch. */
  readonly untouched: readonly string[]
}

const only = <T>(items: readonly { readonly item: T }[], index = 0): T => items[index]?.item ?? expect.fail()
export const put = (lists: Puts): Changes => ({ put: lists })
export const putAssertion = (one: ReturnType<typeof assertion>): Puts => ({ assertions: [{ item: one }] })
export const entityOf = (dataset: Dataset, id: string) =>
  dataset.entities.find(({ item }) => item.id === id)?.item ?? expect.fail()
const source = (dataset: Dataset, id: string) =>
  dataset.sources.find(({ item }) => item.id === id)?.item ?? expect.fail()
export const named = (value: string) => [
  { value, language: 'en', kind: 'PREFERRED' as const, validFrom: null, validTo: null },
]
const newClaim = (dataset: Dataset) => ({
  ...only(dataset.claims),
  id: toSlug('new-claim'),
  condition: { en: 'only then' },
})
const relation = (toClaimId: string): Puts =>
  withSlugs<Puts>({
    relations: [
      {
        item: {
          id: 'basis',
          kind: 'BASIS_FOR',
          fromClaimId: 'claim-0000',
          toClaimId,
          claimantId: null,
          claimantAsPrinted: null,
          sourceId: 'report',
          quote: null,
          drift: null,
        },
      },
    ],
  })

export const CHANGE_EXAMPLES: readonly ChangeExample[] = [
  {
    title: 'a new claim',
    change: (dataset) => put({ claims: [{ item: newClaim(dataset) }] }),
    changed: ['Claim:new-claim'],
    untouched: ['Entity:press', 'Claim:claim-0001', 'Story:story', 'DataCategory:posts'],
  },
  {
    title: 'an assertion that is added',
    change: () => put(putAssertion(assertion('said', 'claim-0001', { claimantId: 'press', sourceId: 'report' }))),
    changed: ['Claim:claim-0001'],
    untouched: ['Claim:claim-0000', 'Story:story', 'DataCategory:messages', 'Source:reprint'],
  },
  {
    title: 'an assertion on another claim than before',
    change: () => put(putAssertion(assertion('states-claim-0001', 'claim-0002', { assertedAt: '2023-08' }))),
    changed: ['Claim:claim-0001', 'Claim:claim-0002'],
    untouched: ['Claim:claim-0000', 'Entity:press'],
  },
  {
    title: 'an assertion that the newsroom withdraws',
    change: (dataset) => put({ assertions: [{ item: { ...only(dataset.assertions), withdrawn: 'our mistake' } }] }),
    changed: ['Claim:claim-0000'],
    untouched: ['Claim:claim-0001', 'DataCategory:posts'],
  },
  {
    title: 'an assertion that ends',
    change: () => ({ end: [{ kind: 'Assertion', id: 'reprinted' }] }),
    changed: ['Claim:claim-0000'],
    untouched: ['Claim:claim-0001', 'Source:wire'],
  },
  {
    title: 'a claim that ends with its assertions',
    change: (dataset) => ({
      end: [
        { kind: 'Claim', id: 'claim-0001' },
        ...dataset.assertions.flatMap(({ item }) =>
          item.claimId === 'claim-0001' ? [{ kind: 'Assertion' as const, id: item.id }] : [],
        ),
      ],
    }),
    changed: ['Claim:claim-0001'],
    untouched: ['Claim:claim-0000', 'Story:story', 'DataCategory:messages'],
  },
  {
    title: 'a relation',
    change: () => put(relation('claim-0002')),
    changed: ['Claim:claim-0000', 'Claim:claim-0002'],
    untouched: ['Claim:claim-0001', 'DataCategory:posts'],
  },
  {
    title: 'an assessment',
    change: () =>
      put(
        withSlugs<Puts>({
          assessments: [
            {
              item: {
                id: 'judged',
                claimId: 'claim-0002',
                verdict: 'UNSUPPORTED',
                assessedAt: '2026-02',
                author: 'The desk',
                note: { en: 'Nothing was found.' },
              },
            },
          ],
        }),
      ),
    changed: ['Claim:claim-0002'],
    untouched: ['Claim:claim-0000', 'Story:story'],
  },
  {
    title: 'the name of an entity that claims name',
    change: (dataset) => put({ entities: [{ item: { ...entityOf(dataset, 'musk'), names: named('Mr Musk') } }] }),
    changed: ['Claim:claim-0000', 'Entity:musk'],
    untouched: ['Claim:claim-0001', 'DataCategory:posts', 'Source:wire'],
  },
  {
    title: 'the name of an entity that publishes sources',
    change: (dataset) => put({ entities: [{ item: { ...entityOf(dataset, 'press'), names: named('A Newspaper') } }] }),
    changed: ['Claim:claim-0000', 'Entity:press'],
    untouched: ['Claim:claim-0002', 'DataCategory:posts'],
  },
  {
    title: 'the entities that an entity speaks for',
    change: (dataset) => put({ entities: [{ item: { ...entityOf(dataset, 'musk'), speaksFor: [] } }] }),
    changed: ['Claim:claim-0000', 'Entity:musk'],
    untouched: ['Claim:claim-0001', 'DataCategory:posts'],
  },
  {
    title: 'the publisher of a source',
    change: (dataset) => put({ sources: [{ item: { ...source(dataset, 'wire'), publishedBy: toSlug('x') } }] }),
    changed: ['Claim:claim-0001', 'Source:wire'],
    untouched: ['Claim:claim-0002', 'DataCategory:messages'],
  },
  {
    title: 'the title of a source',
    change: (dataset) => put({ sources: [{ item: { ...source(dataset, 'reprint'), title: { en: 'A reprint' } } }] }),
    changed: ['Source:reprint'],
    untouched: ['Claim:claim-0001', 'Source:policy'],
  },
  {
    title: 'the descent of a source',
    change: (dataset) => put({ sources: [{ item: { ...source(dataset, 'report'), derivedFrom: [] } }] }),
    changed: ['Source:report', 'Source:reprint'],
    untouched: ['Claim:claim-0002', 'Entity:musk'],
  },
  {
    title: 'the broader concept of a concept',
    change: (dataset) => put({ concepts: [{ item: { ...only(dataset.concepts), broader: [toSlug('posts')] } }] }),
    changed: ['DataCategory:messages'],
    untouched: ['Claim:claim-0000', 'Entity:x'],
  },
  {
    title: 'the claims of a story',
    change: (dataset) =>
      put({ stories: [{ item: { ...only(dataset.stories), claimIds: ['claim-0002', 'claim-0001'].map(toSlug) } }] }),
    changed: ['Story:story'],
    untouched: ['Claim:claim-0000', 'Claim:claim-0001', 'Entity:x'],
  },
  {
    title: 'another slug of a claim',
    change: (dataset) => ({
      put: {
        claims: [{ item: { ...only(dataset.claims, 2), id: toSlug('renamed') } }],
        assertions: dataset.assertions.flatMap(({ item }) =>
          item.claimId === 'claim-0002' ? [{ item: { ...item, claimId: toSlug('renamed') } }] : [],
        ),
        renames: [{ item: { kind: 'Claim', former: toSlug('claim-0002'), slug: toSlug('renamed') } }],
      },
      end: [{ kind: 'Claim', id: 'claim-0002' }],
    }),
    changed: ['Claim:claim-0002', 'Claim:renamed', 'Renames'],
    untouched: ['Claim:claim-0000', 'Story:story'],
  },
  {
    title: 'a draft',
    change: (dataset) => put({ claims: [{ item: newClaim(dataset), visibility: 'DRAFT' }] }),
    changed: ['Claim:new-claim'],
    untouched: ['Claim:claim-0001', 'Story:story'],
  },
  {
    title: 'a draft that is published',
    drafts: (dataset) => ({ claims: [{ item: newClaim(dataset), visibility: 'DRAFT' }] }),
    change: (dataset) => put({ claims: [{ item: newClaim(dataset) }] }),
    changed: ['Claim:new-claim'],
    untouched: ['Claim:claim-0001', 'Story:story'],
  },
]
