import { DomainError } from './errors.ts'
import { followingRenames, type RenameStore } from './find-renamed.ts'
import type { GraphStore } from './graph-store.ts'
import type { RevisionNumber } from './revision-number.ts'
import { type Slug, toSlug } from './slug.ts'
import type { ThingKind } from './thing-kind.ts'

/** A slug that no thing of its kind has or had at a revision. */
export interface UnknownSlug {
  readonly kind: ThingKind
  readonly slug: Slug
  readonly revision: RevisionNumber
}

/** Finds the slug that a thing has, given that slug or a former one; null where no thing has or had it. */
export type FindCurrentSlug = (
  kind: ThingKind,
  slug: Slug,
  revision: RevisionNumber,
) => Promise<Slug | null> | Slug | null

/** The part of the port that finds things by slug. */
export type SlugStore = RenameStore & Pick<GraphStore, 'entities' | 'sources' | 'stories' | 'claims' | 'concepts'>

/** Finds current slugs with one read of the store each; a former slug costs further reads. */
export function currentSlugsIn(store: SlugStore): FindCurrentSlug {
  const idsOf = async (kind: ThingKind, slugs: readonly Slug[], revision: RevisionNumber) => {
    switch (kind) {
      case 'Entity':
        return idsIn(await store.entities(slugs, revision))
      case 'Source':
        return idsIn(await store.sources(slugs, revision))
      case 'Story':
        return idsIn(await store.stories(slugs, revision))
      case 'Claim':
        return (await store.claims(slugs, revision)).map((details) => details?.claim.id ?? null)
      default:
        return idsIn(await store.concepts(kind, slugs, revision))
    }
  }
  return async (kind, slug, revision) => {
    const read = followingRenames(store, kind, (slugs, readRevision) => idsOf(kind, slugs, readRevision))
    const [found = null] = await read([slug], revision)
    return found
  }
}

/**
 * The current slug of the thing that an argument names; null where the argument is not given.
 * @throws DomainError NOT_FOUND where no thing has or had the slug
 */
export async function resolveSlug(
  find: FindCurrentSlug,
  kind: ThingKind,
  slug: string | null | undefined,
  revision: RevisionNumber,
  argument: string,
): Promise<Slug | null> {
  if (slug == null) return null
  const found = await find(kind, toSlug(slug), revision)
  if (found === null) throw new UnknownSlugError(argument, { kind, slug: toSlug(slug), revision })
  return found
}

/** The error for a misspelt slug: an empty response would read as "nobody said so". */
export class UnknownSlugError extends DomainError {
  readonly unknown: UnknownSlug

  /** @param suggestion sentence that names near slugs; empty for none */
  constructor(argument: string, unknown: UnknownSlug, suggestion = '') {
    const remedy = suggestion === '' ? '; lists and search show what there is.' : `.${suggestion}`
    super('NOT_FOUND', `There is nothing with the slug given as ${argument}${remedy}`, { argument })
    this.unknown = unknown
  }
}

const idsIn = (things: readonly ({ readonly id: Slug } | null)[]) => things.map((thing) => thing?.id ?? null)
