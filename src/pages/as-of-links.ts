import { type PagePath, pagePath } from '../widgets/view/paths.ts'
import type { View } from '../widgets/view/view.ts'
import type { PageContext } from './page.ts'

/** A path of ours with the instant it was read at; as it is where that is now. */
export function pathAsOf(path: string, asOf: string | null): string {
  if (asOf === null) return path
  const [page = '', ...place] = path.split('#')
  const pinned = `${page}${page.includes('?') ? '&' : '?'}asOf=${encodeURIComponent(asOf)}`
  return [pinned, ...place].join('#')
}

/** The path of a page, at the instant that this page was read at. */
export const pageHref = (url: PagePath, { messages, asOf }: PageContext): string =>
  pathAsOf(pagePath(url, messages.tag), asOf)

/** A pinned view leads to pages pinned to the same instant, but its notices, which lead to the current record. */
export const viewAsOf = (view: View, asOf: string | null): View =>
  asOf === null ? view : { ...linksAsOf(view, asOf), header: view.header }

/** Every `href` of ours in it, however deep; what is no plain data stays as it is. */
export function linksAsOf<T>(value: T, asOf: string | null): T {
  if (asOf === null || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((one) => linksAsOf(one, asOf)) as T
  const pinned = Object.entries(value).map(([key, one]: [string, unknown]) => [
    key,
    key === 'href' && typeof one === 'string' && one.startsWith('/') ? pathAsOf(one, asOf) : linksAsOf(one, asOf),
  ])
  return Object.fromEntries(pinned) as T
}
