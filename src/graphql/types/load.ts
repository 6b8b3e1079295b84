import type { Assertion } from '../../domain/assertion.ts'
import type { AssertionId } from '../../domain/assertion-id.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { ConceptKind } from '../../domain/concept.ts'
import { type FindCurrentSlug, resolveSlug } from '../../domain/current-slug.ts'
import { type Descent, descentsOf, hasDescent } from '../../domain/descent.ts'
import { DomainError } from '../../domain/errors.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import { type Slug, toSlug } from '../../domain/slug.ts'
import type { ClaimParent } from '../../domain/store/claim-parent.ts'
import type { ThingKind } from '../../domain/thing-kind.ts'
import type { Names } from '../../sentences/names.ts'
import { namesOfClaim } from '../../sentences/names-of-claims.ts'
import { isFuture } from '../../text/instant.ts'
import type { AtRevision, Objects } from '../builder.ts'
import { type Connection, nameOfList, type PageArgs, toConnection, toPageRequest } from '../connection.ts'
import type { Context, Lookup, NamedField } from '../context.ts'
import { allOf, type MaybePromise, mapMaybePromise } from '../maybe-promise.ts'

/**
 * Number of the revision to read: the last one recorded by `asOf`, or the newest.
 * @throws DomainError BAD_INPUT for a future instant
 */
export async function loadRevision(c: Context, asOf: string | null | undefined): Promise<RevisionNumber> {
  if (asOf != null && isFuture(asOf, c.now())) {
    const text = `asOf is in the future (${asOf}): name an instant that has passed, or leave it out for the database as it is.`
    throw new DomainError('BAD_INPUT', text, { argument: 'asOf' })
  }
  return c.loaders.revisionAt.load(asOf ?? '')
}

/** Single objects through the loaders, at the revision of the parent field; null for an unknown slug. */
export const loadEntity = (
  c: Context,
  id: Slug | null,
  revision: RevisionNumber,
): MaybePromise<Objects['Entity'] | null> => found(c.loaders.entities, id, revision)
export const loadSource = (
  c: Context,
  id: Slug | null,
  revision: RevisionNumber,
): MaybePromise<Objects['Source'] | null> => found(c.loaders.sources, id, revision)
/**
 * Source of an assertion.
 * @throws Error if the database lacks it, which is impossible while references are checked before each write
 */
export const loadSourceOf = (
  c: Context,
  { id, sourceId }: Assertion,
  revision: RevisionNumber,
): MaybePromise<Objects['Source']> =>
  mapMaybePromise(loadSource(c, sourceId, revision), (source) => {
    if (source === null) throw new Error(`The database lacks the source ${sourceId} of the assertion ${id}.`)
    return source
  })
/** @param validOn day of the list that led to the claim */
export const loadClaim = (
  c: Context,
  id: Slug,
  revision: RevisionNumber,
  validOn?: string | null | undefined,
): MaybePromise<Objects['Claim'] | null> =>
  mapMaybePromise(found(c.loaders.claims, id, revision), (claim) => (claim === null ? null : { ...claim, validOn }))
export const loadStory = (c: Context, id: Slug, revision: RevisionNumber): MaybePromise<Objects['Story'] | null> =>
  found(c.loaders.stories, id, revision)

export const loadConcept = (
  c: Context,
  kind: ConceptKind,
  id: Slug,
  revision: RevisionNumber,
): MaybePromise<Objects['Concept'] | null> => found(c.loaders.concepts[kind], id, revision)

/** Reads the thing that an argument names. If there is none, the response gets a notice on the slug. */
export async function loadNamed<T>(
  c: Context,
  kind: ThingKind,
  given: string,
  asOf: string | null | undefined,
  load: (c: Context, slug: Slug, revision: RevisionNumber) => MaybePromise<T | null>,
): Promise<T | null> {
  const field: NamedField = { unknown: null }
  c.namedFields.push(field)
  const revision = await loadRevision(c, asOf)
  const slug = toSlug(given)
  const thing = await load(c, slug, revision)
  if (thing === null) field.unknown = { kind, slug, revision }
  return thing
}

const found = <T>(among: Lookup<T>, id: Slug | null, revision: RevisionNumber): MaybePromise<AtRevision<T> | null> =>
  id === null
    ? null
    : mapMaybePromise(among.find({ id, revision }), (value) => (value === null ? null : { value, revision }))

/** Concepts by slug; unknown ids are left out. */
export function loadConcepts(
  c: Context,
  kind: ConceptKind,
  ids: readonly Slug[],
  revision: RevisionNumber,
): MaybePromise<Objects['Concept'][]> {
  if (ids.length === 0) return []
  const found = [...ids].sort().map((id) => c.loaders.concepts[kind].find({ id, revision }))
  return mapMaybePromise(allOf(found), (values) => values.flatMap((value) => (value ? [{ value, revision }] : [])))
}

/**
 * Claims below an object, by slug, or in the order of a story. One statement reads them for all objects of a level that
 * select the same page.
 */
export async function loadClaimsBelow(
  c: Context,
  parent: ClaimParent,
  { id, revision }: { readonly id: Slug; readonly revision: RevisionNumber },
  args: PageArgs,
): Promise<Connection<AtRevision<ClaimDetails>>> {
  // `.claims` keeps these cursors apart from those of the list of all objects of the kind.
  const order = nameOfList(`${parent}.claims`, { id })
  const request = toPageRequest(args, order)
  const page = await c.loaders.claimPages.load({ parent, id, page: request, revision })
  const items = page.items.map((value) => ({ value, revision }))
  return toConnection({ ...page, items, revision }, request, order, () =>
    c.loaders.claimCounts.load({ parent, id, revision }),
  )
}

/** Names for the headline of a claim. All of them were read with the claim, except those of a claim that is its object. */
export const loadHeadlineNames = (c: Context, details: ClaimDetails, revision: RevisionNumber): MaybePromise<Names> =>
  details.claim.object?.kind === 'Claim'
    ? objectClaims(c, details, revision).then((objects) => namesOfClaim(details, objects))
    : namesOfClaim(details)

/** Names for the sentence of a claim: those for its headline, and those for its descents. */
export const loadNames = (c: Context, details: ClaimDetails, revision: RevisionNumber): MaybePromise<Names> =>
  hasDescent(details)
    ? Promise.all([objectClaims(c, details, revision), loadDescents(c, details, revision)]).then(
        ([objects, descents]) => c.slices.run(() => namesOfClaim(details, objects, descents)),
      )
    : loadHeadlineNames(c, details, revision)

/** Descents of the assertions of a claim. Claims on the way are read through the loaders. */
export const loadDescents = (
  c: Context,
  details: ClaimDetails,
  revision: RevisionNumber,
): Promise<readonly Descent[]> =>
  descentsOf(details, (ids) => Promise.all(ids.map(async (id) => c.loaders.claims.find({ id, revision }))))

/** Claim that is the object of a claim, and the claim that is the object of that claim. A sentence names deeper ones by slug. */
async function objectClaims(
  c: Context,
  { claim }: ClaimDetails,
  revision: RevisionNumber,
): Promise<readonly ClaimDetails[]> {
  if (claim.object?.kind !== 'Claim') return []
  const object = await c.loaders.claims.find({ id: claim.object.id, revision })
  if (!object) return []
  const inner = object.claim.object
  const deeper = inner?.kind === 'Claim' ? await c.loaders.claims.find({ id: inner.id, revision }) : null
  return deeper ? [object, deeper] : [object]
}

/** Assertions of a claim with these ids, in their order on the claim; unknown ids are left out. */
export const pickAssertions = (
  claim: ClaimDetails,
  ids: readonly AssertionId[],
  revision: RevisionNumber,
): Objects['Assertion'][] =>
  claim.assertions.filter((a) => ids.includes(a.id)).map((value) => toAssertion(claim, value, revision))
/** Assertion as a value of the schema, with the revision that recorded it. */
export const toAssertion = (claim: ClaimDetails, value: Assertion, revision: RevisionNumber): Objects['Assertion'] => ({
  value,
  revision,
  recordedIn: claim.recordedIn[value.id] ?? null,
})

/** Current slugs through the loaders, which read all slugs of a kind in one statement. */
export const slugFinder =
  ({ loaders }: Context): FindCurrentSlug =>
  (kind, slug, revision) => {
    const key = { id: slug, revision }
    if (kind === 'Claim') return mapMaybePromise(loaders.claims.find(key), (found) => found?.claim.id ?? null)
    const among: Readonly<Record<typeof kind, Lookup<{ readonly id: Slug }>>> = {
      Entity: loaders.entities,
      Source: loaders.sources,
      Story: loaders.stories,
      ...loaders.concepts,
    }
    return mapMaybePromise(among[kind].find(key), (found) => found?.id ?? null)
  }

/**
 * Current slug of the object that an argument names; null if it is not given.
 * @throws DomainError NOT_FOUND for an unknown slug
 */
export const loadCurrentSlug = (
  c: Context,
  kind: ThingKind,
  slug: string | null | undefined,
  revision: RevisionNumber,
  argument: string,
): Promise<Slug | null> => resolveSlug(slugFinder(c), kind, slug, revision, argument)
