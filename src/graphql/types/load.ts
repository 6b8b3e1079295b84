import type { Assertion } from '../../domain/assertion.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { ConceptKind } from '../../domain/concept.ts'
import { type FindCurrentSlug, resolveSlug } from '../../domain/current-slug.ts'
import type { ClaimParent } from '../../domain/store/claim-parent.ts'
import type { ThingKind } from '../../domain/thing-kind.ts'
import type { Names } from '../../sentences/names.ts'
import { namesOf, namesOfClaim } from '../../sentences/names-of-claims.ts'
import type { AtRevision, Objects } from '../builder.ts'
import { type Connection, nameOfList, type PageArgs, toConnection, toPageRequest } from '../connection.ts'
import type { Context, Lookup } from '../context.ts'
import { type MaybePromise, mapMaybePromise } from '../maybe-promise.ts'

/** The revision that a read is made at: the newest, or the one that asOf falls in. */
export const loadRevision = (c: Context, asOf: string | null | undefined): Promise<number> =>
  c.loaders.revisionAt.load(asOf ?? '')

/** Single things through the loaders, at the revision of what stands above. */
export const loadEntity = (c: Context, id: string | null, revision: number): MaybePromise<Objects['Entity'] | null> =>
  found(c.loaders.entities, id, revision)
export const loadSource = (c: Context, id: string | null, revision: number): MaybePromise<Objects['Source'] | null> =>
  found(c.loaders.sources, id, revision)
/** What leads to it hands its day on. */
export const loadClaim = (
  c: Context,
  id: string,
  revision: number,
  validOn?: string | null | undefined,
): MaybePromise<Objects['Claim'] | null> =>
  mapMaybePromise(found(c.loaders.claims, id, revision), (claim) => (claim === null ? null : { ...claim, validOn }))
export const loadStory = (c: Context, id: string, revision: number): MaybePromise<Objects['Story'] | null> =>
  found(c.loaders.stories, id, revision)

export const loadConcept = (
  c: Context,
  kind: ConceptKind,
  id: string,
  revision: number,
): MaybePromise<Objects['Concept'] | null> => found(c.loaders.concepts[kind], id, revision)

const found = <T>(among: Lookup<T>, id: string | null, revision: number): MaybePromise<AtRevision<T> | null> =>
  id === null
    ? null
    : mapMaybePromise(among.find({ id, revision }), (value) => (value === null ? null : { value, revision }))

export async function loadSources(c: Context, ids: readonly string[], revision: number): Promise<Objects['Source'][]> {
  const found = await Promise.all(ids.map((id) => loadSource(c, id, revision)))
  return found.filter((source) => source !== null)
}
export async function loadConcepts(
  c: Context,
  kind: 'DataCategory' | 'Use',
  ids: readonly string[],
  revision: number,
): Promise<Objects['Concept'][]> {
  if (ids.length === 0) return []
  const { byId } = await c.store.concepts(kind, revision)
  return [...ids].sort().flatMap((id) => {
    const value = byId.get(id)
    return value ? [{ value, revision }] : []
  })
}

/** The claims below a thing, by slug: one statement for all things of a level that ask for the same page. */
export async function loadClaimsBelow(
  c: Context,
  parent: ClaimParent,
  { id, revision }: { readonly id: string; readonly revision: number },
  args: PageArgs,
): Promise<Connection<AtRevision<ClaimDetails>>> {
  // Not the name of the parent alone, which is that of the list of all of its kind.
  const order = nameOfList(`${parent}.claims`, { id })
  const request = toPageRequest(args, order)
  const page = await c.loaders.claimPages.load({ parent, id, page: request, revision })
  const items = page.items.map((value) => ({ value, revision }))
  return toConnection({ ...page, items }, request, order, () => c.loaders.claimCounts.load({ parent, id, revision }))
}

/** What a sentence on this claim needs to call everything by its name; all of it came along, or is held. */
export const loadNames = (c: Context, details: ClaimDetails, revision: number): MaybePromise<Names> =>
  mapMaybePromise(c.loaders.trees(revision), (trees) =>
    details.claim.object?.kind === 'Claim'
      ? objectClaims(c, details, revision).then((objects) => namesOf([details, ...objects], trees))
      : namesOfClaim(details, trees),
  )

/** The claim that a claim is about, and the one which that is about; deeper ones are called by their slug. */
async function objectClaims(c: Context, { claim }: ClaimDetails, revision: number): Promise<readonly ClaimDetails[]> {
  if (claim.object?.kind !== 'Claim') return []
  const object = await c.loaders.claims.find({ id: claim.object.id, revision })
  if (!object) return []
  const inner = object.claim.object
  const deeper = inner?.kind === 'Claim' ? await c.loaders.claims.find({ id: inner.id, revision }) : null
  return deeper ? [object, deeper] : [object]
}

export const pickAssertions = (claim: ClaimDetails, ids: readonly string[], revision: number): Objects['Assertion'][] =>
  claim.assertions.filter((a) => ids.includes(a.id)).map((value) => toAssertion(claim, value, revision))
export const toAssertion = (claim: ClaimDetails, value: Assertion, revision: number): Objects['Assertion'] => ({
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
    const among: Readonly<Record<typeof kind, Lookup<{ readonly id: string }>>> = {
      Entity: loaders.entities,
      Source: loaders.sources,
      Story: loaders.stories,
      ...loaders.concepts,
    }
    return mapMaybePromise(among[kind].find(key), (found) => found?.id ?? null)
  }

/** The current slug of the thing that an argument names; null where it is not given. @throws DomainError NOT_FOUND */
export const loadCurrentSlug = (
  c: Context,
  kind: ThingKind,
  slug: string | null | undefined,
  revision: number,
  argument: string,
): Promise<string | null> => resolveSlug(slugFinder(c), kind, slug, revision, argument)
