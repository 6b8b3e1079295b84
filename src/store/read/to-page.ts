import type { Page, PageCursor, PageRequest } from '../../domain/store/page.ts'

/** Makes a page of the rows of a statement, which reads one row more than the limit to show whether more follow. */
export function toPage<R, T>(
  read: readonly R[],
  page: PageRequest,
  toItem: (one: R) => T,
  toCursor: (one: R) => PageCursor,
): Page<T> {
  const shown = read.slice(0, page.limit)
  if (page.backwards) shown.reverse()
  return { items: shown.map(toItem), cursors: shown.map(toCursor), hasMore: read.length > page.limit }
}
