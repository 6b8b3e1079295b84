import type { Assertion } from '../../src/domain/assertion.ts'
import type { Claim, ClaimObject } from '../../src/domain/claim.ts'
import type { ClaimRecord } from '../../src/domain/claim-record.ts'
import type { Entity } from '../../src/domain/entity.ts'
import { PREDICATES, type Predicate } from '../../src/domain/predicate.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { namesFrom } from '../../src/sentences/names.ts'
import { assertion } from '../contracts/small-dataset.ts'
import { type PlainSlugs, withSlugs } from './plain-slugs.ts'

export const always = { validOn: null }
const named = (value: string) => [{ value, language: 'en', kind: 'PREFERRED' as const, validFrom: null, validTo: null }]
export const entity = (slug: string, name: string, kind: Entity['kind']): Entity =>
  withSlugs<Entity>({
    id: toSlug(slug),
    kind,
    names: named(name),
    externalIds: [],
    description: {},
    speaksFor: [],
  })
export const concept = (slug: string, name: string, kind: 'DataCategory' | 'Use') => ({
  id: toSlug(slug),
  kind,
  names: named(name),
  externalIds: [],
  definition: {},
  broader: [],
})
const source = (slug: string, title: string, kind: 'ARTICLE' | 'POLICY') => ({
  id: toSlug(slug),
  kind,
  title: { en: title },
  url: null,
  language: null,
  publishedBy: null,
  publishedAt: null,
  derivation: 'KNOWN' as const,
  derivedFrom: [],
  licence: null,
  attribution: null,
  archive: null,
  versions: [],
})

export const claimOf = (predicate: Predicate, rest: Partial<PlainSlugs<Claim>> = {}): Claim => {
  const frame = PREDICATES[predicate]
  const kind = frame.objectKinds[0]
  const objects: Readonly<Record<string, ClaimObject>> = {
    Entity: { kind: 'Entity', id: toSlug('rival') },
    Source: { kind: 'Source', id: toSlug('policy') },
    Claim: { kind: 'Claim', id: toSlug('inner') },
    Use: { kind: 'Use', id: toSlug('train') },
    Text: { kind: 'Text', text: { en: 'a plain text' } },
  }
  return withSlugs<Claim>({
    id: 'c',
    subject: { kind: 'Entity', id: 'x' },
    predicate,
    data: frame.data === 'none' ? [] : [toSlug('biometric')],
    uses: frame.uses === 'none' ? [] : [toSlug('train')],
    object: kind ? (objects[kind] ?? null) : null,
    condition: null,
    validFrom: null,
    validTo: null,
    ...rest,
  })
}
export const names = namesFrom({
  entities: [
    entity('x', 'X', 'Service'),
    entity('musk', 'Elon Musk', 'Person'),
    entity('rival', 'LinkedIn', 'Service'),
    entity('public', 'the public', 'Group'),
    entity('bloomberg', 'Bloomberg', 'Organization'),
  ],
  concepts: [concept('biometric', 'biometric data', 'DataCategory'), concept('train', 'train models', 'Use')],
  sources: [source('policy', 'Policy', 'POLICY'), source('article', 'Article', 'ARTICLE')],
  claims: [{ ...claimOf('SELLS'), id: toSlug('inner') }],
})

export const said = (rest: Partial<PlainSlugs<Assertion>>, index = 0): Assertion =>
  assertion(`a${index}`, 'c', { assertedAt: null, ...rest })
export const claimRecord = (assertions: readonly Assertion[], claim: Claim = claimOf('COLLECTS')): ClaimRecord => ({
  claim,
  assertions,
  speaksFor: { musk: [{ entityId: toSlug('x'), validFrom: null, validTo: null }] },
  sources: {
    policy: { derivation: 'KNOWN', publishedBy: toSlug('x'), ancestors: [] },
    article: { derivation: 'KNOWN', publishedBy: null, ancestors: [] },
  },
})
export const recordOf = (claim: Claim, given: readonly Partial<PlainSlugs<Assertion>>[]): ClaimRecord =>
  claimRecord(
    given.map((one, i) => said(one, i)),
    claim,
  )

export const MUSK = { claimantId: 'musk' }
export const DENIES = { stance: 'DENIES' as const, polarity: 'NEGATES' as const }
