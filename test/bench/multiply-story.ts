import type { Assertion, Quote } from '../../src/domain/assertion.ts'
import { toAssertionId } from '../../src/domain/assertion-id.ts'
import type { Claim, ClaimRelation } from '../../src/domain/claim.ts'
import type { Concept } from '../../src/domain/concept.ts'
import type { Dataset, Recorded } from '../../src/domain/dataset.ts'
import type { Entity } from '../../src/domain/entity.ts'
import type { ExternalId } from '../../src/domain/name.ts'
import { isDocumented, type Provenance } from '../../src/domain/provenance.ts'
import { toSlug } from '../../src/domain/slug.ts'
import type { Source } from '../../src/domain/source.ts'
import type { Story } from '../../src/domain/story.ts'
import { withSlugs } from '../domain/plain-slugs.ts'

type Rename = (id: string) => string

/**
 * Copies of a data set, as many as give at least `claimCount` claims. Copy 0 keeps its ids, so a query that names an
 * object has the same response at every size. Every other copy has its own entities, concepts and sources.
 */
export function multiplyStory(story: Dataset, claimCount: number): Dataset {
  return joinCopies(story, 0, countCopies(story, claimCount))
}

/** The same number of copies without copy 0, so that the story itself can be loaded beside them. */
export function multiplyBeside(story: Dataset, claimCount: number): Dataset {
  return joinCopies(story, 1, countCopies(story, claimCount) + 1)
}

function joinCopies(story: Dataset, from: number, until: number): Dataset {
  const copies = Array.from({ length: until - from }, (_, index) => copyStory(story, from + index))
  return {
    entities: copies.flatMap((c) => c.entities),
    concepts: copies.flatMap((c) => c.concepts),
    sources: copies.flatMap((c) => c.sources),
    claims: copies.flatMap((c) => c.claims),
    assertions: copies.flatMap((c) => c.assertions),
    relations: copies.flatMap((c) => c.relations),
    assessments: copies.flatMap((c) => c.assessments),
    stories: copies.flatMap((c) => c.stories),
    renames: copies.flatMap((c) => c.renames),
    contentHash: `${story.contentHash}-${from}-${until}`,
  }
}

const countCopies = (story: Dataset, claimCount: number): number =>
  Math.max(1, Math.ceil(claimCount / story.claims.length))

function copyStory(story: Dataset, copy: number): Dataset {
  if (copy === 0) return story
  const rename: Rename = (id) => `${id}-c${copy}`
  const each = <T>(things: readonly Recorded<T>[], change: (thing: T, rename: Rename) => T): readonly Recorded<T>[] =>
    things.map(({ item, recordedAt }) => ({ item: change(item, rename), recordedAt }))
  return {
    entities: each(story.entities, renameEntity),
    concepts: each(story.concepts, renameConcept),
    sources: each(story.sources, renameSource),
    claims: each(story.claims, renameClaim),
    assertions: each(story.assertions, renameAssertion),
    relations: each(story.relations, renameRelation),
    assessments: each(story.assessments, (a, rename) => ({
      ...a,
      id: rename(a.id),
      claimId: toSlug(rename(a.claimId)),
    })),
    stories: each(story.stories, renameStory),
    renames: each(story.renames, ({ kind, former, slug }) => ({
      kind,
      former: toSlug(rename(former)),
      slug: toSlug(rename(slug)),
    })),
    contentHash: rename(story.contentHash),
  }
}

const renameEntity = (entity: Entity, rename: Rename): Entity =>
  withSlugs<Entity>({
    ...entity,
    id: rename(entity.id),
    externalIds: renameExternalIds(entity.externalIds, rename),
    names: entity.names.map((name) => ({ ...name, ...renamedOrigin(name, rename) })),
    speaksFor: entity.speaksFor.map((s) => ({
      ...s,
      entityId: rename(s.entityId),
      ...renamedOrigin(s, rename),
    })),
  })

const renameConcept = (concept: Concept, rename: Rename): Concept =>
  withSlugs<Concept>({
    ...concept,
    id: rename(concept.id),
    externalIds: renameExternalIds(concept.externalIds, rename),
    broader: concept.broader.map(rename),
  })

const renameSource = (source: Source, rename: Rename): Source =>
  withSlugs<Source>({
    ...source,
    id: rename(source.id),
    publishedBy: renameOrNull(source.publishedBy, rename),
    derivedFrom: source.derivedFrom.map((one) => ({
      sourceId: rename(one.sourceId),
      ...renamedOrigin(one, rename),
    })),
    versions: source.versions.map((v) => ({ ...v, id: rename(v.id), sourceId: rename(v.sourceId) })),
  })

const renameProvenance = (provenance: Provenance, rename: Rename): Provenance =>
  isDocumented(provenance)
    ? { sourceId: toSlug(rename(provenance.sourceId)), quote: renameQuote(provenance.quote, rename) }
    : provenance

/** The renamed provenance of a fact that has one. */
const renamedOrigin = ({ provenance }: { readonly provenance?: Provenance | undefined }, rename: Rename) =>
  provenance === undefined ? {} : { provenance: renameProvenance(provenance, rename) }

const renameClaim = (claim: Claim, rename: Rename): Claim =>
  withSlugs<Claim>({
    ...claim,
    id: rename(claim.id),
    subject: { ...claim.subject, id: rename(claim.subject.id) },
    data: claim.data.map(rename),
    uses: claim.uses.map(rename),
    ...(claim.validityProvenance === undefined
      ? {}
      : { validityProvenance: renameProvenance(claim.validityProvenance, rename) }),
    object:
      claim.object === null || claim.object.kind === 'Text'
        ? claim.object
        : { ...claim.object, id: rename(claim.object.id) },
  })

const renameAssertion = (assertion: Assertion, rename: Rename): Assertion =>
  withSlugs<Assertion>({
    ...assertion,
    id: toAssertionId(rename(assertion.id)),
    claimId: rename(assertion.claimId),
    claimantId: renameOrNull(assertion.claimantId, rename),
    sourceId: rename(assertion.sourceId),
    via: assertion.via.map((v) => ({ ...v, id: rename(v.id) })),
    quote: renameQuote(assertion.quote, rename),
    retracts: assertion.retracts === null ? null : toAssertionId(rename(assertion.retracts)),
    ...(assertion.lacksFrom === undefined ? {} : { lacksFrom: rename(assertion.lacksFrom) }),
  })

const renameRelation = (relation: ClaimRelation, rename: Rename): ClaimRelation =>
  withSlugs<ClaimRelation>({
    ...relation,
    id: rename(relation.id),
    fromClaimId: rename(relation.fromClaimId),
    toClaimId: rename(relation.toClaimId),
    ...(relation.fromAssertionId === undefined
      ? {}
      : { fromAssertionId: toAssertionId(rename(relation.fromAssertionId)) }),
    ...(relation.toAssertionId === undefined ? {} : { toAssertionId: toAssertionId(rename(relation.toAssertionId)) }),
    claimantId: renameOrNull(relation.claimantId, rename),
    sourceId: renameOrNull(relation.sourceId, rename),
    quote: renameQuote(relation.quote, rename),
  })

const renameStory = (story: Story, rename: Rename): Story =>
  withSlugs<Story>({
    ...story,
    id: rename(story.id),
    leadSourceId: renameOrNull(story.leadSourceId, rename),
    claimIds: story.claimIds.map(rename),
    pictureIds: story.pictureIds.map(rename),
  })

/** An external identifier names one object, so each copy gets another identifier. */
const renameExternalIds = (ids: readonly ExternalId[], rename: Rename): readonly ExternalId[] =>
  ids.map((id) => ({ ...id, value: rename(id.value) }))

const renameQuote = (quote: Quote | null, rename: Rename): Quote | null =>
  quote && {
    ...quote,
    versionId: renameOrNull(quote.versionId, rename),
    foundIn: quote.foundIn?.map(rename),
    absentFrom: quote.absentFrom?.map(rename),
  }

const renameOrNull = (id: string | null, rename: Rename): string | null => (id === null ? null : rename(id))
