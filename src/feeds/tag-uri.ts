/** Authorities that RFC 4151 has a form for: names and IPv4 addresses. */
const AUTHORITY = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/
/** Stands for an authority without a form, such as an IPv6 address, of which no public site is made. */
const LOCAL = 'localhost'
/** First day of the year in which ids of this form began. Whoever had the host on it owns them for ever. */
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
