import { GraphQLError } from 'graphql'
import { UnknownSlugError } from '../../domain/current-slug.ts'
import type { GraphStore } from '../../domain/graph-store.ts'
import { nearSlugs, type UnknownSlug } from '../../domain/near-slugs.ts'
import type { ThingKind } from '../../domain/thing-kind.ts'
import { truncate } from '../../text/short-message.ts'

/** Unknown slugs of one response that are looked up. */
const MAX_LOOKED_UP = 3
/** UTF-16 units of a suggested slug. */
const MAX_SLUG = 60

/** A slug that a notice quotes: no other text of a request is repeated. */
const IS_SLUG = /^[a-z0-9-]{1,80}$/

/** A remark on a field that is null because its slug is unknown. */
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

/** Returns notices on the first unknown slugs, each with the slugs that are written alike. */
export function noticesOf(store: Pick<GraphStore, 'search'>, unknown: readonly UnknownSlug[]): Promise<Notice[]> {
  return Promise.all(
    unknown.slice(0, MAX_LOOKED_UP).map(async (one) => {
      const name = IS_SLUG.test(one.slug) ? `the slug "${one.slug}"` : 'such a slug'
      const message = `No ${NOUNS[one.kind]} has ${name}.${await didYouMean(store, one)}`
      return { code: 'NOT_FOUND' as const, message }
    }),
  )
}

/** Adds the slugs that are written alike to the first errors on unknown slugs. */
export function withNearSlugs(
  store: Pick<GraphStore, 'search'>,
  errors: readonly GraphQLError[],
): Promise<readonly GraphQLError[]> {
  const first = errors.filter(({ originalError }) => originalError instanceof UnknownSlugError).slice(0, MAX_LOOKED_UP)
  return Promise.all(
    errors.map(async (error) => {
      const { originalError, nodes, path } = error
      if (!(originalError instanceof UnknownSlugError) || !first.includes(error)) return error
      const told = new UnknownSlugError(
        originalError.argument ?? '',
        originalError.unknown,
        await didYouMean(store, originalError.unknown),
      )
      return new GraphQLError(told.message, { ...(nodes && { nodes }), ...(path && { path }), originalError: told })
    }),
  )
}

async function didYouMean(store: Pick<GraphStore, 'search'>, unknown: UnknownSlug): Promise<string> {
  const near = await nearSlugs(store, unknown).catch(() => [])
  return near.length === 0 ? '' : ` Did you mean ${near.map((slug) => `"${truncate(slug, MAX_SLUG)}"`).join(' or ')}?`
}
