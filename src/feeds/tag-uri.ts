/** Authorities that RFC 4151 has a form for: names and IPv4 addresses. */
const AUTHORITY = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/
/** Replaces an authority without such a form: an IPv6 address, which no public site has as its name. */
const LOCAL = 'localhost'
/** Date of all ids: 1 January 2026 (RFC 4151). The owner of the host on that day owns the ids for ever. */
const DATE = '2026'

/**
 * Returns a tag URI (RFC 4151) from the host and path of PUBLIC_URL. It identifies a thing, and cannot be opened.
 * @param parts escaped here
 */
export function tagUri(publicUrl: string, ...parts: readonly string[]): string {
  const { hostname, pathname } = new URL(publicUrl)
  const authority = AUTHORITY.test(hostname) ? hostname : LOCAL
  const folders = pathname.split('/').filter((folder) => folder !== '')
  return `tag:${authority},${DATE}:${[...folders, ...parts.map(encodeURIComponent)].join('/')}`
}
