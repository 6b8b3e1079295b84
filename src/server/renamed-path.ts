import { boundSlug } from '../pages/bound-slug.ts'
import { findRenamedSlug, type Moment } from '../pages/missing/renamed.ts'
import { TOPIC_KINDS } from '../pages/page-topic.ts'
import type { RawResponse } from './cache/cached-response.ts'

const KINDS = TOPIC_KINDS.join('|')
/** Pages and frames, then files: all that stands before the slug, the kind, the slug, its ending. */
const OF_ONE = [
  new RegExp(`^(/(?:embed/)?(${KINDS})/)([^/.]+)()$`),
  new RegExp(`^(/(?:card|image|export)/(${KINDS})/)([^/.]+)(\\.[a-z]+)$`),
]
const ENTITIES = /([?&]entities=)([^&]*)/

/** For ever, but asked again soon: a slug may go back to what had it. The picture of a frame is shown by other hosts. */
const MOVED = {
  'Cache-Control': 'public, max-age=60, stale-while-revalidate=300',
  'Cross-Origin-Resource-Policy': 'cross-origin',
}

/** Leads from the address of something that has another slug to the same address with that one; null for any other. */
export async function redirectRenamedPath({ pathname, search }: URL, moment: Moment): Promise<RawResponse | null> {
  if (pathname === '/compare') {
    const requested = ENTITIES.exec(search)?.[2] ?? ''
    const slugs = await findRenamedSlug('compare', boundSlug('compare', readEncoded(requested)), moment)
    return slugs === null ? null : moved(`${pathname}${search.replace(ENTITIES, (_, key) => `${key}${encode(slugs)}`)}`)
  }
  const [, before = '', kindText, slug = '', ending = ''] = OF_ONE.flatMap((form) => form.exec(pathname) ?? [])
  const kind = TOPIC_KINDS.find((one) => one === kindText)
  if (!kind) return null
  const now = await findRenamedSlug(kind, boundSlug(kind, readEncoded(slug)), moment)
  return now === null ? null : moved(`${before}${encode(now)}${ending}${search}`)
}

const moved = (url: string): RawResponse => ({ status: 301, headers: { ...MOVED, Location: url }, body: '' })

/** A comma between slugs stays one. */
const encode = (slugs: string): string => slugs.split(',').map(encodeURIComponent).join(',')

function readEncoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return ''
  }
}
