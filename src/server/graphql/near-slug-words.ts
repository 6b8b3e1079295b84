import { GraphQLError } from 'graphql'
import { type UnknownSlug, UnknownSlugError } from '../../domain/current-slug.ts'
import type { GraphStore } from '../../domain/graph-store.ts'
import { nearThings } from '../../domain/near-things.ts'
import type { Slug } from '../../domain/slug.ts'
import type { ThingKind } from '../../domain/thing-kind.ts'
import { truncate } from '../../text/short-message.ts'

/** Maximum of unknown slugs of one response that are searched for, and of the searches for all of them together. */
const MAX_LOOKED_UP = 3
const MAX_SEARCHES = 3
/** Maximum of slugs that are suggested for an unknown one, and their least likeness, from 0 to 1. */
const NEAR = 3
const MIN_LIKENESS = 0.35
/** Maximum length of a suggested slug in a message, in UTF-16 units. */
const MAX_SLUG = 60

/** Form of a slug that a notice quotes. Other texts of a request are not repeated. */
const IS_SLUG = /^[a-z0-9-]{1,80}$/

/** A notice on a field that is null because its slug is unknown. */
export interface Notice {
  readonly code: 'NOT_FOUND'
  readonly message: string
}

const NOUNS: Readonly<Record<ThingKind, string>> = {
  Entity: 'entity',
  DataCategory: 'data category',
  Use: 'use',
  Claim: 'claim',
  Source: 'source',
  Story: 'story',
}

/** Errors of a result, and the slugs for which a field of it is null. */
interface Unsuggested {
  readonly errors: readonly GraphQLError[]
  readonly unknown: readonly UnknownSlug[]
}

interface Suggested {
  readonly errors: readonly GraphQLError[]
  readonly notices: readonly Notice[]
}

/**
 * Adds slugs of a similar spelling to the first errors on unknown slugs, and makes notices on the first fields that are
 * null for one.
 * @param admit waits until this number of searches may run. If it rejects, nothing is searched for
 */
export async function suggestSlugs(
  store: Pick<GraphStore, 'thingsWithTerms'>,
  { errors, unknown }: Unsuggested,
  admit: (searches: number) => Promise<void>,
): Promise<Suggested> {
  const failed = errors.filter(isOnSlug).slice(0, MAX_LOOKED_UP)
  const absent = unknown.slice(0, MAX_LOOKED_UP - failed.length)
  const count = failed.length + absent.length
  if (count === 0) return { errors, notices: [] }
  const searches = Math.floor(MAX_SEARCHES / count)
  const isAdmitted = await admit(searches * count).then(
    () => true,
    () => false,
  )
  const didYouMean = async (one: UnknownSlug): Promise<string> => {
    const near = isAdmitted ? await nearSlugs(store, one, searches).catch(() => []) : []
    return near.length === 0 ? '' : ` Did you mean ${near.map((slug) => `"${truncate(slug, MAX_SLUG)}"`).join(' or ')}?`
  }
  const [suggested, notices] = await Promise.all([
    Promise.all(
      errors.map((error) => (isOnSlug(error) && failed.includes(error) ? withSuggestion(error, didYouMean) : error)),
    ),
    Promise.all(absent.map((one) => noticeOf(one, didYouMean))),
  ])
  return { errors: suggested, notices }
}

async function nearSlugs(
  store: Pick<GraphStore, 'thingsWithTerms'>,
  { kind, slug, revision }: UnknownSlug,
  searches: number,
): Promise<readonly Slug[]> {
  const bounds = { limit: NEAR, searches, minLikeness: MIN_LIKENESS }
  const near = await nearThings(store, { text: slug, kinds: [kind], revision }, bounds)
  return near.slice(0, NEAR).map(({ id }) => id)
}

type DidYouMean = (unknown: UnknownSlug) => Promise<string>
type SlugError = GraphQLError & { readonly originalError: UnknownSlugError }

const isOnSlug = (error: GraphQLError): error is SlugError => error.originalError instanceof UnknownSlugError

async function withSuggestion(
  { originalError, nodes, path }: SlugError,
  didYouMean: DidYouMean,
): Promise<GraphQLError> {
  const { argument, unknown } = originalError
  const suggested = new UnknownSlugError(argument ?? '', unknown, await didYouMean(unknown))
  return new GraphQLError(suggested.message, {
    ...(nodes && { nodes }),
    ...(path && { path }),
    originalError: suggested,
  })
}

async function noticeOf(one: UnknownSlug, didYouMean: DidYouMean): Promise<Notice> {
  const name = IS_SLUG.test(one.slug) ? `the slug "${one.slug}"` : 'such a slug'
  return { code: 'NOT_FOUND', message: `No ${NOUNS[one.kind]} has ${name}.${await didYouMean(one)}` }
}
