import { boundSlug } from '../pages/bound-slug.ts'
import { findRenamedSlug, type Moment } from '../pages/missing/renamed.ts'
import { TOPIC_KINDS } from '../pages/page-topic.ts'
import type { RawResponse } from './cache/cached-response.ts'

const KINDS = TOPIC_KINDS.join('|')
/** Paths of pages and embeds, then of files. Groups: the part before the slug, the kind, the slug, the extension. */
const TOPIC_PATHS = [
  new RegExp(`^(/(?:embed/)?(${KINDS})/)([^/.]+)()$`),
  new RegExp(`^(/(?:card|image|export|feed)/(${KINDS})/)([^/.]+)(\\.[a-z]+)$`),
]
const ENTITIES = /([?&]entities=)([^&]*)/

/**
 * Headers of a permanent redirect. Clients revalidate it after a minute, since a thing may get its former slug back. Other
 * origins may load it, since they show pictures of embeds.
 */
const MOVED = {
  'Cache-Control': 'public, max-age=60, stale-while-revalidate=300',
  'Cross-Origin-Resource-Policy': 'cross-origin',
}

/** Returns the slugs that a path compares, with commas between them. Empty for any other path. */
export function comparedIn({ pathname, searchParams }: URL): string {
  if (pathname === '/compare') return searchParams.getAll('entities').join(',')
  const [, , kind, slugs = ''] = TOPIC_PATHS.flatMap((form) => form.exec(pathname) ?? [])
  return kind === 'compare' ? readEncoded(slugs) : ''
}

/**
 * Returns a redirect from a URL with a former slug to the same URL with the current slug. Null for any other URL.
 * @param basePath path of PUBLIC_URL, which the URL lacks
 */
export async function redirectRenamedPath(
  { pathname, search }: URL,
  moment: Moment,
  basePath: string,
): Promise<RawResponse | null> {
  const moved = (path: string): RawResponse => ({
    status: 301,
    headers: { ...MOVED, Location: `${basePath}${path}` },
    body: '',
  })
  if (pathname === '/compare') {
    const requested = ENTITIES.exec(search)?.[2] ?? ''
    const slugs = await findRenamedSlug('compare', boundSlug('compare', readEncoded(requested)), moment)
    return slugs === null ? null : moved(`${pathname}${search.replace(ENTITIES, (_, key) => `${key}${encode(slugs)}`)}`)
  }
  const [, before = '', kindText, slug = '', ending = ''] = TOPIC_PATHS.flatMap((form) => form.exec(pathname) ?? [])
  const kind = TOPIC_KINDS.find((one) => one === kindText)
  if (!kind) return null
  const now = await findRenamedSlug(kind, boundSlug(kind, readEncoded(slug)), moment)
  return now === null ? null : moved(`${before}${encode(now)}${ending}${search}`)
}

/** Escapes slugs, but not the commas between them. */
const encode = (slugs: string): string => slugs.split(',').map(encodeURIComponent).join(',')

function readEncoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return ''
  }
}
