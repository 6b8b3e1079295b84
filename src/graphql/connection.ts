import { createHash } from 'node:crypto'
import { DomainError } from '../domain/errors.ts'
import type { RevisionNumber } from '../domain/revision-number.ts'
import type { Page, PageCursor, PageRequest } from '../domain/store/page.ts'

/** Items of a page without `first` and `last`. */
export const DEFAULT_PAGE = 20
/** Upper bound of `first` and `last`. */
export const MAX_PAGE = 100

/** Arguments of a connection field, as GraphQL passes them. */
export interface PageArgs {
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
  readonly last?: number | null | undefined
  readonly before?: string | null | undefined
}

/** A page of a list in the shape of Relay Cursor Connections. */
export interface Connection<T> {
  readonly edges: () => readonly { readonly cursor: string; readonly node: T }[]
  readonly nodes: readonly T[]
  readonly pageInfo: () => PageInfo
  readonly totalCount: () => Promise<number>
  /** Revision that the list was read at. */
  readonly revision: RevisionNumber
  /** False if a bound cut the list before it was sorted; absent means true. */
  readonly complete?: boolean
}

export interface PageInfo {
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
  readonly startCursor: string | null
  readonly endCursor: string | null
}

/** Returns the name of a list, which is computed on the first call, since only cursors need it. */
export type ListName = () => string

/**
 * Name of a list: its order and a hash of its arguments (a filter, or the parent object). Each cursor contains it, so that
 * a cursor of another list is refused. Null counts as not given.
 */
export function nameOfList(order: string, args: object): ListName {
  let name: string | null = null
  return () => {
    if (name !== null) return name
    const given = JSON.stringify(args, (_, value: unknown) => inOneOrder(value))
    name = `${order}.${createHash('sha256').update(given).digest('base64url').slice(0, 8)}`
    return name
  }
}

/**
 * Sorts the keys of an object: a compiled query has them as the client wrote them, graphql-js as the schema has them.
 */
function inOneOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const given = Object.entries(value).filter(([, one]) => one != null)
  return Object.fromEntries(given.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * Checks page arguments by the rules of Relay. A value out of bounds is an error; it is never clamped.
 * @param list by `nameOfList`
 * @throws DomainError BAD_INPUT for both directions or a size below 1, LIMIT_EXCEEDED, BAD_CURSOR
 */
export function toPageRequest({ first, after, last, before }: PageArgs, list: ListName): PageRequest {
  const forwards = typeof first === 'number' || typeof after === 'string'
  const backwards = typeof last === 'number' || typeof before === 'string'
  if (forwards && backwards)
    throw new DomainError('BAD_INPUT', 'Page forwards (first, after) or backwards (last, before), not both.')
  const argument = backwards ? 'last' : 'first'
  const limit = (backwards ? last : first) ?? DEFAULT_PAGE
  if (limit < 1)
    throw new DomainError(
      'BAD_INPUT',
      `${argument} is at least 1. For a count alone, select totalCount without nodes and edges.`,
      { argument },
    )
  if (limit > MAX_PAGE)
    throw new DomainError('LIMIT_EXCEEDED', `${argument} is at most ${MAX_PAGE}: page with after or before.`, {
      argument,
    })
  const cursor = backwards ? before : after
  return {
    limit,
    backwards,
    cursor: cursor == null ? null : parseCursor(cursor, list(), backwards ? 'before' : 'after'),
  }
}

/** A page of a list with the revision that it was read at. */
export type ReadPage<T> = Page<T> & { readonly revision: RevisionNumber }

/**
 * Cursors are made only if they are selected.
 * @param list by `nameOfList`
 * @param totalCount is called only if the field is selected
 */
export function toConnection<T>(
  page: ReadPage<T>,
  request: PageRequest,
  list: ListName,
  totalCount: () => Promise<number>,
): Connection<T> {
  const textOf = (cursor: PageCursor | undefined): string | null => (cursor ? formatCursor(cursor, list()) : null)
  return {
    edges: () =>
      page.items.flatMap((node, i) => {
        const cursor = textOf(page.cursors[i])
        return cursor === null ? [] : [{ node, cursor }]
      }),
    nodes: page.items,
    totalCount,
    revision: page.revision,
    pageInfo: () => ({
      hasNextPage: request.backwards ? request.cursor !== null : page.hasMore,
      hasPreviousPage: request.backwards ? page.hasMore : request.cursor !== null,
      startCursor: textOf(page.cursors[0]),
      endCursor: textOf(page.cursors.at(-1)),
    }),
  }
}

const formatCursor = ({ key, id }: PageCursor, order: string): string =>
  Buffer.from(JSON.stringify([1, order, key, id])).toString('base64url')

/** @throws DomainError BAD_CURSOR for a text that is not a cursor of this list */
function parseCursor(text: string, order: string, argument: string): PageCursor {
  const refuse = (): never => {
    throw new DomainError('BAD_CURSOR', `${argument} is no cursor of this list: take one from its pageInfo.`, {
      argument,
    })
  }
  if (text.length > 1000) return refuse()
  let value: unknown
  try {
    value = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    return refuse()
  }
  if (!Array.isArray(value) || value.length !== 4) return refuse()
  const [version, of, key, id] = value as readonly unknown[]
  if (version !== 1 || of !== order || typeof key !== 'string' || typeof id !== 'string') return refuse()
  if (!key.isWellFormed() || !id.isWellFormed()) return refuse()
  return { key, id }
}

/** Cuts a page out of a sorted list. @param all in ascending order of `sortKey`, which is unique */
export function pageOfSorted<T extends { readonly sortKey: string }>(all: readonly T[], request: PageRequest): Page<T> {
  const { limit, backwards, cursor } = request
  const isBeyond = (item: T): boolean =>
    cursor === null || (backwards ? item.sortKey < cursor.key : item.sortKey > cursor.key)
  const beyond = all.filter(isBeyond)
  const items = backwards ? beyond.slice(-limit) : beyond.slice(0, limit)
  return {
    items,
    cursors: items.map((item) => ({ key: item.sortKey, id: '' })),
    hasMore: beyond.length > items.length,
  }
}
