import type { Assertion } from '../../domain/assertion.ts'
import type { ConceptKind } from '../../domain/concept.ts'
import { withNarrower } from '../../domain/concept-tree.ts'
import { DomainError } from '../../domain/errors.ts'
import type { ClaimParent, WholeClaim } from '../../domain/graph-store.ts'
import type { Labels } from '../../sentences/names.ts'
import { labelsOf, labelsOfClaim } from '../../sentences/names-of-claims.ts'
import type { At, Objects } from '../builder.ts'
import { type Connection, nameOfList, type PageArgs, toConnection, toPageRequest } from '../connection.ts'
import type { Context, Lookup } from '../context.ts'
import { andThen, type Soon } from '../maybe-promise.ts'

/** The revision that a read is made at: the newest, or the one that asOf falls in. */
export const revisionAt = (c: Context, asOf: string | null | undefined): Promise<number> =>
  c.loaders.revision.load(asOf ?? '')

/** Single things through the loaders, at the revision of what stands above. */
export const entityAt = (c: Context, id: string | null, at: number): Soon<Objects['Entity'] | null> =>
  found(c.loaders.entities, id, at)
export const sourceAt = (c: Context, id: string | null, at: number): Soon<Objects['Source'] | null> =>
  found(c.loaders.sources, id, at)
/** What leads to it hands its day on. */
export const claimAt = (
  c: Context,
  id: string,
  at: number,
  validOn?: string | null | undefined,
): Soon<Objects['Claim'] | null> =>
  andThen(found(c.loaders.claims, id, at), (claim) => (claim === null ? null : { ...claim, validOn }))
export const storyAt = (c: Context, id: string, at: number): Soon<Objects['Story'] | null> =>
  found(c.loaders.stories, id, at)

export const conceptAt = (c: Context, kind: ConceptKind, id: string, at: number): Soon<Objects['Concept'] | null> =>
  found(c.loaders.concepts[kind], id, at)

const found = <T>(among: Lookup<T>, id: string | null, at: number): Soon<At<T> | null> =>
  id === null ? null : andThen(among.find({ id, at }), (value) => (value === null ? null : { value, at }))

export async function sourcesAt(c: Context, ids: readonly string[], at: number): Promise<Objects['Source'][]> {
  const found = await Promise.all(ids.map((id) => sourceAt(c, id, at)))
  return found.filter((source) => source !== null)
}
export async function conceptsAt(
  c: Context,
  kind: 'DataCategory' | 'Use',
  ids: readonly string[],
  at: number,
): Promise<Objects['Concept'][]> {
  if (ids.length === 0) return []
  const { byId } = await c.store.concepts(kind, at)
  return [...ids].sort().flatMap((id) => {
    const value = byId.get(id)
    return value ? [{ value, at }] : []
  })
}

/** The claims below a thing, by slug: one statement for all things of a level that ask for the same page. */
export async function claimsBelow(
  c: Context,
  parent: ClaimParent,
  { id, at }: { readonly id: string; readonly at: number },
  args: PageArgs,
): Promise<Connection<At<WholeClaim>>> {
  // Not the name of the parent alone, which is that of the list of all of its kind.
  const order = nameOfList(`${parent}.claims`, { id })
  const request = toPageRequest(args, order)
  const page = await c.loaders.claimPages.load({ parent, id, page: request, at })
  const items = page.items.map((value) => ({ value, at }))
  return toConnection({ ...page, items }, request, order, () => c.loaders.claimCounts.load({ parent, id, at }))
}

/** What a sentence on this claim needs to call everything by its name; all of it came along, or is held. */
export const labelsFor = (c: Context, whole: WholeClaim, at: number): Soon<Labels> =>
  andThen(c.loaders.trees(at), (trees) =>
    whole.claim.object?.kind === 'Claim'
      ? objectClaims(c, whole, at).then((objects) => labelsOf([whole, ...objects], trees))
      : labelsOfClaim(whole, trees),
  )

/** The claim that a claim is about, and the one which that is about; deeper ones are called by their slug. */
async function objectClaims(c: Context, { claim }: WholeClaim, at: number): Promise<readonly WholeClaim[]> {
  if (claim.object?.kind !== 'Claim') return []
  const object = await c.loaders.claims.find({ id: claim.object.id, at })
  if (!object) return []
  const inner = object.claim.object
  const deeper = inner?.kind === 'Claim' ? await c.loaders.claims.find({ id: inner.id, at }) : null
  return deeper ? [object, deeper] : [object]
}

export const pickAssertions = (claim: WholeClaim, ids: readonly string[], at: number): Objects['Assertion'][] =>
  claim.assertions.filter((a) => ids.includes(a.id)).map((value) => toAssertion(claim, value, at))
export const toAssertion = (claim: WholeClaim, value: Assertion, at: number): Objects['Assertion'] => ({
  value,
  at,
  recordedIn: claim.recordedIn[value.id] ?? null,
})

/** The ids of a concept and all narrower ones. @throws DomainError NOT_FOUND */
export async function narrowerIds(
  c: Context,
  kind: 'DataCategory' | 'Use',
  slug: string,
  at: number,
  argument: string,
): Promise<readonly string[]> {
  const present = await presentSlug(c.loaders.concepts[kind], slug, at, argument)
  return present === null ? [] : withNarrower(present, await c.store.concepts(kind, at))
}

/** The slug that a thing has, given that or an old one; null where none is given. @throws DomainError NOT_FOUND */
export async function presentSlug(
  among: Lookup<{ readonly id: string }>,
  slug: string | null | undefined,
  at: number,
  argument: string,
): Promise<string | null> {
  if (slug == null) return null
  const found = await among.find({ id: slug, at })
  if (!found) throw unknownSlug(argument)
  return found.id
}

/** An empty answer to a misspelt slug would read as "nobody said so". */
export const unknownSlug = (argument: string): DomainError =>
  new DomainError(
    'NOT_FOUND',
    `There is nothing with the slug given as ${argument}; lists and search show what there is.`,
    {
      at: argument,
    },
  )
