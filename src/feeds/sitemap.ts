import type { GraphStore } from '../domain/graph-store.ts'
import type { RevisionNumber } from '../domain/revision-number.ts'
import type { Slug } from '../domain/slug.ts'
import type { ListedThing } from '../domain/store/change-reads.ts'
import { KIND_OF_PATH, type ThingKind } from '../domain/thing-kind.ts'
import { MESSAGES } from '../messages/all-messages.ts'
import { XML_DECLARATION, type Xml, xmlElement, xmlEnd, xmlStart } from '../text/xml.ts'
import { linksIn, type PagePath } from '../widgets/view/links.ts'

/** Maximum of URLs in one file (sitemaps.org). */
const MAX_URLS = 50_000
/** Things of one file: each has a page in each language. */
export const THINGS_PER_PART = Math.floor(MAX_URLS / MESSAGES.length)
/** Things that are read at a time: each read sorts all things of the kind. */
const BATCH = 2500

/** Kinds of files: pages of the site itself, and those of each kind of thing. */
export const SITEMAP_KINDS = ['site', 'story', 'claim', 'entity', 'source', 'data', 'use'] as const
export type SitemapKind = (typeof SITEMAP_KINDS)[number]

/** Paths of pages that are of no thing, without a query. */
const SITE_PATHS = ['/', '/stories', '/entities', '/data', '/sources'] as const

const NAMESPACES = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }

/** Names the files of the sitemap. A kind without things has none. */
export function sitemapIndex(counts: Readonly<Record<ThingKind, number>>, publicUrl: string): string {
  const files = SITEMAP_KINDS.flatMap((kind) => {
    const count = kind === 'site' ? 1 : counts[KIND_OF_PATH[kind]]
    return Array.from({ length: Math.ceil(count / THINGS_PER_PART) }, (_, i) => `/sitemap/${kind}-${i + 1}.xml`)
  })
  const index = xmlElement(
    'sitemapindex',
    NAMESPACES,
    files.map((file) => xmlElement('sitemap', {}, xmlElement('loc', {}, `${publicUrl}${file}`))),
  )
  return `${XML_DECLARATION}${index.xml}\n`
}

export interface SitemapContext {
  readonly store: Pick<GraphStore, 'listedThings'>
  readonly publicUrl: string
  readonly revision: RevisionNumber
  /** Returns the ISO instant of a revision; null where it is not known. */
  readonly instantOf: (revision: RevisionNumber) => string | null
}

/** Writes one file of the sitemap while its things are read. @param part from 1 */
export async function* sitemapPart(kind: SitemapKind, part: number, context: SitemapContext): AsyncIterable<string> {
  yield `${XML_DECLARATION}${xmlStart('urlset', { ...NAMESPACES, 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' }).xml}\n`
  if (kind === 'site') {
    for (const path of SITE_PATHS) yield entryOf((language) => `${path}?lang=${language}`, null, context)
  } else {
    for await (const { id, changedIn } of thingsOf(kind, part, context)) {
      yield entryOf(
        (language) => linksIn(language, null).page({ kind, slug: id }),
        context.instantOf(changedIn),
        context,
      )
    }
  }
  yield `${xmlEnd('urlset').xml}\n`
}

async function* thingsOf(
  kind: PagePath['kind'],
  part: number,
  { store, revision }: SitemapContext,
): AsyncIterable<ListedThing> {
  let after: Slug | null = null
  for (let left = THINGS_PER_PART; left > 0; left -= BATCH) {
    const skip = after === null ? (part - 1) * THINGS_PER_PART : 0
    const limit = Math.min(BATCH, left)
    const things: readonly ListedThing[] = await store.listedThings(
      KIND_OF_PATH[kind],
      { after, skip, limit },
      revision,
    )
    yield* things
    after = things.at(-1)?.id ?? null
    if (things.length < limit) return
  }
}

/**
 * The page in each language. The entry of every URL names the URLs of all languages, itself included, as crawlers
 * require.
 */
function entryOf(pathIn: (language: string) => string, changed: string | null, { publicUrl }: SitemapContext): string {
  const urlIn = (language: string): string => `${publicUrl}${pathIn(language)}`
  const alternates: readonly Xml[] = MESSAGES.map(({ tag }) =>
    xmlElement('xhtml:link', { rel: 'alternate', hreflang: tag, href: urlIn(tag) }),
  )
  return MESSAGES.map(
    ({ tag }) =>
      `${
        xmlElement(
          'url',
          {},
          xmlElement('loc', {}, urlIn(tag)),
          changed !== null && xmlElement('lastmod', {}, changed),
          alternates,
        ).xml
      }\n`,
  ).join('')
}
