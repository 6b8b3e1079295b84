import { trimSlashes } from '../../text/trim-slashes.ts'

/**
 * Returns a URL of this site with its path below PUBLIC_URL, without slashes at its end. `http` and `https` of the host
 * are one, since a reader may have either. Null for a URL of another site and for text that is no URL.
 */
export function toOwnUrl(given: string, publicUrl: string): URL | null {
  if (!URL.canParse(given)) return null
  const [url, own] = [new URL(given), new URL(publicUrl)]
  if (!/^https?:$/.test(url.protocol) || url.host !== own.host) return null
  const base = trimSlashes(own.pathname) === '/' ? '' : trimSlashes(own.pathname)
  if (url.pathname !== base && !url.pathname.startsWith(`${base}/`)) return null
  url.pathname = trimSlashes(url.pathname.slice(base.length) || '/')
  return url
}
