import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { Page, PageRequest } from '../../domain/store/page.ts'
import type { AtRevision } from '../builder.ts'
import { type Connection, nameOfList, type PageArgs, toConnection, toPageRequest } from '../connection.ts'
import type { Context } from '../context.ts'
import { loadRevision } from './load.ts'

/**
 * Connection of a list of `Query`.
 * @param order part of the cursor, so that a cursor of another order is refused
 * @throws DomainError BAD_INPUT, LIMIT_EXCEEDED or BAD_CURSOR for the page arguments
 */
export async function listOf<T>(
  c: Context,
  args: PageArgs & {
    readonly asOf?: string | null | undefined
    readonly filter?: object | null | undefined
    readonly kinds?: readonly string[] | null | undefined
  },
  read: (page: PageRequest, revision: RevisionNumber) => Promise<Page<T>>,
  kind: 'Story' | 'Entity' | 'Source',
  order: string,
  count: (revision: RevisionNumber) => Promise<number>,
): Promise<Connection<AtRevision<T>>> {
  const name = nameOfList(`${kind}.${order}`, { filter: args.filter, kinds: args.kinds })
  const request = toPageRequest(args, name)
  const revision = await loadRevision(c, args.asOf)
  const page = await read(request, revision)
  const items = page.items.map((value) => ({ value, revision }))
  return toConnection({ ...page, items, revision }, request, name, () => count(revision))
}
