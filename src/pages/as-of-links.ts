import { type PageAddress, pagePath } from '../widgets/view/paths.ts'
import type { View } from '../widgets/view/view.ts'
import type { PageContext } from './page.ts'

/** A path of ours with the instant it was read at; as it is where that is now. */
export function pinPath(path: string, asOf: string | null): string {
  if (asOf === null) return path
  const [page = '', ...place] = path.split('#')
  const pinned = `${page}${page.includes('?') ? '&' : '?'}asOf=${encodeURIComponent(asOf)}`
  return [pinned, ...place].join('#')
}

/** The path of a page, at the instant that this page was read at. */
export const pageHref = (address: PageAddress, { messages, asOf }: PageContext): string =>
  pinPath(pagePath(address, messages.tag), asOf)

/** A pinned view leads to pages pinned to the same instant, but its notices, which lead to the current record. */
export const toPinnedView = (view: View, asOf: string | null): View =>
  asOf === null ? view : { ...toPinned(view, asOf), frame: view.frame }

/** Every `href` of ours in it, however deep; what is no plain data stays as it is. */
export function toPinned<T>(value: T, asOf: string | null): T {
  if (asOf === null || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((one) => toPinned(one, asOf)) as T
  const pinned = Object.entries(value).map(([key, one]: [string, unknown]) => [
    key,
    key === 'href' && typeof one === 'string' && one.startsWith('/') ? pinPath(one, asOf) : toPinned(one, asOf),
  ])
  return Object.fromEntries(pinned) as T
}
