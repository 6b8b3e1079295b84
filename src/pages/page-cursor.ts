import type { PageCursor, PageRequest } from '../domain/store/page.ts'

/** Maximum length of a cursor in UTF-16 units: a slug and a sort key. */
const MAX_CURSOR = 1000

/** Cursor of a list on a page, for its `after` parameter. */
export const formatCursor = ({ key, id }: PageCursor): string =>
  Buffer.from(JSON.stringify([key, id])).toString('base64url')

/** Reads an `after` parameter. Null for the first page, and for a text that is no cursor. */
export function parseCursor(text: string | null): PageCursor | null {
  if (text === null || text === '' || text.length > MAX_CURSOR) return null
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (!Array.isArray(value) || value.length !== 2) return null
    const [key, id] = value as readonly unknown[]
    if (typeof key !== 'string' || typeof id !== 'string') return null
    return key.isWellFormed() && id.isWellFormed() ? { key, id } : null
  } catch {
    return null
  }
}

/** The cursor in its one spelling; empty for the first page. Pages are cached under it. */
export function canonicalCursor(text: string | null): string {
  const cursor = parseCursor(text)
  return cursor === null ? '' : formatCursor(cursor)
}

/** Request for the page after a cursor; for the first page if it is null. */
export const pageAfter = (limit: number, cursor: PageCursor | null): PageRequest => ({
  limit,
  backwards: false,
  cursor,
})
