import { hasAssertionIn } from '../domain/assertion-filters.ts'
import type { ClaimDetails } from '../domain/claim-details.ts'
import { expandGraph } from '../domain/claim-graph.ts'
import type { RemovalKey } from '../domain/corrections.ts'
import type { GraphStore } from '../domain/graph-store.ts'
import type { RevisionNumber } from '../domain/revision-number.ts'
import { type Slug, toSlug } from '../domain/slug.ts'
import type { ClaimFilter } from '../domain/store/claim-filter.ts'
import { KIND_OF_PATH, type ThingKind } from '../domain/thing-kind.ts'
import type { Messages } from '../messages/en.ts'
import { headline, headlineText } from '../sentences/headline.ts'
import { nameOf } from '../sentences/names.ts'
import { namesOfHeadlines } from '../sentences/names-of-claims.ts'
import { titleOf } from '../sentences/source-title.ts'
import { formatList, pickText } from '../text/languages.ts'
import { linksIn } from '../widgets/view/links.ts'
import { type FurtherClaims, NOTHING_FURTHER, readFurther } from './further-claims.ts'

/** Topic of a page or a widget. */
export const TOPIC_KINDS = ['story', 'claim', 'entity', 'source', 'data', 'use', 'compare', 'network'] as const
export type TopicKind = (typeof TOPIC_KINDS)[number]

/** Kind of thing that the slug of a topic names. */
export const THING_OF_TOPIC: Readonly<Record<TopicKind, ThingKind>> = {
  ...KIND_OF_PATH,
  network: 'Entity',
  compare: 'Entity',
}

export interface PageTopic {
  readonly kind: TopicKind
  readonly slug: string
  readonly title: string
  /** One sentence, or nothing. */
  readonly summary: string
  /** Note beside the title: translated, or a description; empty otherwise. */
  readonly annotation?: string
  /** Path of the live page. */
  readonly permalink: string
  /** Path of the page with the requested instant. */
  readonly url: string
  readonly removalKeys: readonly RemovalKey[]
  readonly claims: readonly ClaimDetails[]
  /** For a story: claims that the editor chose for its picture, in order. */
  readonly picture?: readonly Slug[]
  /** False where there are more claims than were read. */
  readonly complete: boolean
  /** For an entity: its claims about others. */
  readonly further: FurtherClaims
}

export interface TopicRequest {
  readonly kind: TopicKind
  /** Entity slugs with commas between them for compare. */
  readonly slug: string
  readonly messages: Messages
  readonly revision: RevisionNumber
  /** ISO instant that selected `revision`; null or absent for the current one. */
  readonly asOf?: string | null
  /** Claims that are read at most by each condition of the topic; a network has its own limit. MAX_CLAIMS unless given. */
  readonly maxClaims?: number
}

const MAX_CLAIMS = 400
export const MAX_COMPARED = 5
/** Entities and claims of a network together. */
const MAX_NEIGHBOURS = 300

/** All claims of a page, each once. */
export const everyClaim = ({ claims, further }: PageTopic): readonly ClaimDetails[] => [
  ...claims,
  ...further.lists.flatMap((list) => list.claims),
]

/** Claims of a drawing or an embed; for an entity without claims about it, its claims about others. */
export const leadingClaims = ({ claims, further }: PageTopic): readonly ClaimDetails[] =>
  claims.length > 0 ? claims : (further.lists[0]?.claims ?? [])

/** Reads a topic in a fixed number of statements; null for an unknown slug. */
export async function readTopic(store: GraphStore, request: TopicRequest): Promise<PageTopic | null> {
  const found = await findTopic(store, request)
  const links = linksIn(request.messages.tag, request.asOf ?? null)
  return found && { ...found, url: links.own(found.permalink) }
}

type Found = Omit<PageTopic, 'url'>

async function findTopic(store: GraphStore, request: TopicRequest): Promise<Found | null> {
  const { kind, slug, messages, revision, maxClaims = MAX_CLAIMS } = request
  const id = toSlug(slug)
  const { ui, tag: language } = messages
  const links = linksIn(language, null)
  const about = async (
    removalKey: RemovalKey,
    filters: readonly ClaimFilter[],
    title: string,
    summary: string,
    permalink: string,
  ): Promise<Found> => ({
    kind,
    slug,
    title,
    summary,
    permalink,
    removalKeys: [removalKey],
    ...(await readClaims(store, filters, maxClaims, revision)),
    further: NOTHING_FURTHER,
  })

  if (kind === 'story') {
    const [story] = await store.stories([id], revision)
    if (!story) return null
    const title = pickText(story.title, language)?.value ?? slug
    const found = await about(
      { parent: 'Story', ids: [id] },
      [{ story: id }],
      title,
      pickText(story.summary, language)?.value ?? '',
      links.page({ kind, slug }),
    )
    return { ...found, picture: story.pictureIds }
  }
  if (kind === 'claim') {
    const [claim] = await store.claims([id], revision)
    if (!claim) return null
    const names = await namesOfHeadlines(store, [claim], revision)
    return {
      kind,
      slug,
      title: headlineText(headline(claim, names, messages)),
      summary: '',
      permalink: links.page({ kind, slug }),
      removalKeys: [],
      claims: [claim],
      complete: true,
      further: NOTHING_FURTHER,
    }
  }
  if (kind === 'source') {
    const [source] = await store.sources([id], revision)
    if (!source) return null
    const title = titleOf(source, language)
    const annotations = { PRINTED: '', TRANSLATED: ui.titleIsTranslated, DESCRIPTION: ui.titleIsDescription }
    const permalink = links.page({ kind, slug })
    const filter = { source: id, alsoWithdrawn: true }
    const found = await about({ parent: 'Source', ids: [id] }, [filter], title.value, '', permalink)
    const claims = found.claims.filter((details) => hasAssertionIn(slug, details))
    const unlisted = found.claims.filter((details) => !claims.includes(details))
    return { ...found, claims, further: { ...NOTHING_FURTHER, unlisted }, annotation: annotations[title.kind] }
  }
  if (kind === 'data' || kind === 'use') {
    const conceptKind = kind === 'data' ? 'DataCategory' : 'Use'
    const [concept] = await store.concepts(conceptKind, [id], revision)
    if (!concept) return null
    const ids = await store.narrowerConcepts(conceptKind, id, revision)
    const filter = kind === 'data' ? { data: ids } : { uses: ids }
    const definition = pickText(concept.definition, language)?.value ?? ''
    const removalKey: RemovalKey = { parent: conceptKind, ids }
    return about(removalKey, [filter], nameOf(concept, language), definition, links.page({ kind, slug }))
  }
  const slugs = kind === 'compare' ? slug.split(',').flatMap((part) => (part === '' ? [] : toSlug(part))) : [id]
  if (slugs.length === 0 || slugs.length > MAX_COMPARED || new Set(slugs).size < slugs.length) return null
  const entities = await store.entities(slugs, revision)
  const named = entities.flatMap((entity) => (entity ? [nameOf(entity, language)] : []))
  if (named.length !== slugs.length) return null
  const title = formatList(named, language)
  const removalKey: RemovalKey = { parent: 'Party', ids: slugs }
  if (kind === 'compare') {
    const filters = slugs.map((subject) => ({ subject }))
    return about(removalKey, filters, `${messages.ui.comparison}: ${title}`, '', links.compare(slugs))
  }
  const description = pickText(entities[0]?.description ?? {}, language)?.value ?? ''
  if (kind === 'network') {
    const permalink = links.page({ kind: 'entity', slug })
    const around = await readAround(store, id, revision)
    return {
      kind,
      slug,
      title,
      summary: description,
      permalink,
      removalKeys: [removalKey],
      ...around,
      further: NOTHING_FURTHER,
    }
  }
  const [found, further] = await Promise.all([
    about(removalKey, [{ party: id }], title, description, links.page({ kind: 'entity', slug })),
    readFurther(store, id, MAX_CLAIMS, revision),
  ])
  return { ...found, removalKeys: [removalKey, ...further.removalKeys], further }
}

/** Entities within two claims of an entity, by subject and object. */
async function readAround(
  store: GraphStore,
  slug: Slug,
  revision: RevisionNumber,
): Promise<{ readonly claims: readonly ClaimDetails[]; readonly complete: boolean }> {
  const graph = await expandGraph(store, {
    roots: [{ kind: 'Entity', id: slug }],
    depth: 4,
    limit: MAX_NEIGHBOURS,
    roles: ['SUBJECT', 'OBJECT'],
    status: null,
    predicate: null,
    revision,
  })
  return { claims: graph.nodes.flatMap(({ claim }) => claim ?? []), complete: graph.complete }
}

async function readClaims(
  store: GraphStore,
  filters: readonly ClaimFilter[],
  limit: number,
  revision: RevisionNumber,
): Promise<{ readonly claims: readonly ClaimDetails[]; readonly complete: boolean }> {
  const page = { limit, backwards: false, cursor: null }
  const pages = await Promise.all(filters.map((filter) => store.claimPage(filter, 'MOST_CONTESTED', page, revision)))
  const claims = new Map(pages.flatMap(({ items }) => items).map((details) => [details.claim.id, details]))
  return { claims: [...claims.values()], complete: pages.every(({ hasMore }) => !hasMore) }
}
