import { basePathOf } from './base-path.ts'

/** Maximum length of a URL of the site, in UTF-16 units. URLs of the API are bounded only by the limit on headers. */
export const MAX_URL_LENGTH = 4000

/**
 * Returns path and query of a request below the path of PUBLIC_URL. A proxy may forward that path or strip it. The host of a
 * target in absolute form (RFC 9112, section 3.2.2) is never used. Null for a target without a path.
 */
export function toRequestTarget(target: string, publicUrl: string): string | null {
  const path = target.startsWith('/') ? target : targetOfAbsolute(target)
  if (path === null) return null
  const base = basePathOf(publicUrl)
  if (base === '' || !path.startsWith(base)) return path
  const rest = path.slice(base.length)
  if (rest.startsWith('/')) return rest
  return rest === '' || rest.startsWith('?') ? `/${rest}` : path
}

function targetOfAbsolute(target: string): string | null {
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target)) return null
  const { pathname, search } = new URL(target)
  return `${pathname}${search}`
}

/** Parses path and query. The host of a request is never used. Null for a target that is no path. */
export const toUrl = (target: string): URL | null =>
  target.startsWith('/') && URL.canParse(`http://localhost${target}`) ? new URL(`http://localhost${target}`) : null
