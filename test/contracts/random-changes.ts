import type { Assertion } from '../../src/domain/assertion.ts'
import { toAssertionId } from '../../src/domain/assertion-id.ts'
import type { PutLists } from '../../src/domain/changes.ts'
import type { Dataset, Recorded, RecordedObjects } from '../../src/domain/dataset.ts'
import { type ItemTypes, OBJECT_LISTS, type ObjectList } from '../../src/domain/model-objects.ts'
import { type ObjectKey, objectKeyOf, objectKeyText } from '../../src/domain/object-key.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { withSlugs } from '../domain/plain-slugs.ts'
import { fc } from '../property-runs.ts'
import { assertion, EARLY } from './small-dataset.ts'

/** One change of a database, made of small numbers so that several changes meet the same objects. */
export interface RandomChange {
  readonly kind: 'assertion' | 'entity' | 'source' | 'concept' | 'claim' | 'story' | 'end assertion' | 'end claim'
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
}

export const randomChange: fc.Arbitrary<RandomChange> = fc.record({
  kind: fc.constantFrom(
    ...(['assertion', 'entity', 'source', 'concept', 'claim', 'story', 'end assertion', 'end claim'] as const),
    ...(['assertion', 'source', 'entity'] as const),
  ),
  a: fc.nat(3),
  b: fc.nat(3),
  c: fc.nat(5),
  d: fc.nat(2),
})

interface Written {
  readonly put: Partial<PutLists>
  readonly end: readonly ObjectKey[]
}

/** The puts and ends of a random change in a data set; none if the change would break a rule. */
export function writtenBy(dataset: Dataset, { kind, a, b, c, d }: RandomChange): Written {
  const put = (lists: Partial<PutLists>): Written => ({ put: lists, end: [] })
  const entity = dataset.entities[a % dataset.entities.length]?.item
  const source = dataset.sources[a % dataset.sources.length]?.item
  const claim = dataset.claims[a % Math.max(dataset.claims.length, 1)]?.item
  const nothing: Written = { put: {}, end: [] }
  if (!entity || !source) return nothing
  if (kind === 'entity') {
    const others = ['x', 'musk', 'press'].map(toSlug).filter((id) => id !== entity.id)
    const speaksFor =
      d === 0 ? [] : [{ entityId: others[b % 2] ?? toSlug('x'), validFrom: d === 1 ? null : '2022', validTo: null }]
    const names = entity.names.map((name) => ({ ...name, value: `${entity.id} called ${c}` }))
    return put({ entities: [{ item: { ...entity, names, speaksFor } }] })
  }
  if (kind === 'source') {
    // A document is derived from earlier ones of the list alone, so that there is no cycle.
    const earlier = dataset.sources.slice(0, a % dataset.sources.length).map(({ item }) => item.id)
    const derivedFrom = earlier.filter((_, i) => (b >> (i % 2)) % 2 === 1).map((sourceId) => ({ sourceId }))
    const publishedBy = [null, toSlug('x'), toSlug('press')][d] ?? null
    const derivation = c % 2 === 0 ? ('KNOWN' as const) : ('UNKNOWN' as const)
    return put({ sources: [{ item: { ...source, derivedFrom, publishedBy, derivation } }] })
  }
  if (kind === 'concept') {
    const concept = dataset.concepts[a % dataset.concepts.length]?.item
    if (!concept) return nothing
    const names = concept.names.map((name) => ({ ...name, value: `${concept.id} named ${c}` }))
    return put({ concepts: [{ item: { ...concept, names } }] })
  }
  if (!claim) return nothing
  if (kind === 'claim') {
    const id = `new-${a}${b}`
    if (dataset.claims.some(({ item }) => item.id === id)) return nothing
    return put({ claims: [{ item: { ...claim, id: toSlug(id), condition: { en: `only ${id}` } } }] })
  }
  if (kind === 'story') {
    const claimIds = dataset.claims.map(({ item }) => item.id).filter((_, i) => (b + c) % (i + 1) === 0)
    return put({ stories: dataset.stories.map(({ item }) => ({ item: { ...item, claimIds } })) })
  }
  if (kind === 'end assertion') {
    const found = dataset.assertions[(a * 4 + b) % Math.max(dataset.assertions.length, 1)]?.item
    return found ? { put: {}, end: [{ kind: 'Assertion', id: found.id }] } : nothing
  }
  if (kind === 'end claim') {
    if (dataset.claims.length < 2 || dataset.stories.some(({ item }) => item.claimIds.includes(claim.id)))
      return nothing
    const onIt = dataset.assertions.filter(({ item }) => item.claimId === claim.id)
    const end = onIt.map(({ item }): ObjectKey => ({ kind: 'Assertion', id: item.id }))
    return { put: {}, end: [{ kind: 'Claim', id: claim.id }, ...end] }
  }
  return put({ assertions: [{ item: randomAssertion(claim.id, dataset, b, c, d) }] })
}

function randomAssertion(claimId: string, dataset: Dataset, b: number, c: number, d: number): Assertion {
  const stance = (['STATES', 'CONFIRMS', 'DENIES', 'ALLEGES', 'SPECULATES', 'REPORTS_UNKNOWN'] as const)[c] ?? 'STATES'
  const polarity = stance === 'DENIES' ? 'NEGATES' : stance === 'REPORTS_UNKNOWN' ? 'UNKNOWN' : 'AFFIRMS'
  const held = d === 2 ? { heldFrom: '2023-02', heldUntil: b % 2 === 0 ? '2024' : null } : {}
  return withSlugs<Assertion>({
    ...assertion('', claimId, {}),
    id: toAssertionId(`said-${claimId}-${b}`),
    claimId,
    stance,
    polarity,
    claimantId: [null, 'x', 'musk', 'press'][b] ?? null,
    sourceId: dataset.sources[(b + c) % dataset.sources.length]?.item.id ?? 'policy',
    evidentiality: d === 0 ? 'PRIMARY_DOCUMENT' : 'INDIRECT_SPEECH',
    ...held,
    withdrawn: c === 5 && d === 1 ? 'our mistake' : null,
  })
}

/** The data set after a change. */
export function withChange(dataset: Dataset, { put, end }: Written): Dataset {
  const ended = new Set(end.map(objectKeyText))
  const before: RecordedObjects = dataset
  const changed = <L extends ObjectList>(list: L): readonly Recorded<ItemTypes[L]>[] => {
    const keyOf = (item: ItemTypes[L]): string => objectKeyText(objectKeyOf(list, item))
    const items = new Map<string, Recorded<ItemTypes[L]>>()
    for (const one of before[list]) items.set(keyOf(one.item), one)
    for (const { item } of put[list] ?? []) items.set(keyOf(item), { item, recordedAt: EARLY })
    return [...items].flatMap(([key, one]) => (ended.has(key) ? [] : [one]))
  }
  const lists = OBJECT_LISTS.map((list) => [list, changed(list)])
  return withSlugs<Dataset>({ ...dataset, ...Object.fromEntries(lists) })
}
