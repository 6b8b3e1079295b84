import { isReadIn } from '../domain/assertion-filters.ts'
import { expandGraph } from '../domain/claim-graph.ts'
import { withNarrower } from '../domain/concept-tree.ts'
import type { Below } from '../domain/corrections.ts'
import type { ClaimFilter, GraphStore, ThingKind, WholeClaim } from '../domain/graph-store.ts'
import type { Messages } from '../messages/en.ts'
import { claimTitle } from '../sentences/claim-title.ts'
import { nameOf } from '../sentences/names.ts'
import { labelsOfClaims } from '../sentences/names-of-claims.ts'
import { titleOf } from '../sentences/source-title.ts'
import { formatList, pickText } from '../text/languages.ts'
import { comparePath, pagePath } from '../widgets/view/paths.ts'
import { pinPath } from './as-of-links.ts'
import { type FurtherClaims, NOTHING_FURTHER, readFurther } from './further-claims.ts'

/** What a page or a widget is about. */
export const SUBJECT_KINDS = ['story', 'claim', 'entity', 'source', 'data', 'use', 'compare', 'network'] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

/** What of the record its slugs name. */
export const THING_OF: Readonly<Record<SubjectKind, ThingKind>> = {
  story: 'Story',
  claim: 'Claim',
  entity: 'Entity',
  network: 'Entity',
  compare: 'Entity',
  source: 'Source',
  data: 'DataCategory',
  use: 'Use',
}

export interface Subject {
  readonly kind: SubjectKind
  readonly slug: string
  readonly title: string
  /** One sentence, or nothing. */
  readonly summary: string
  /** What is to be known of the title beside it: that it is translated, or no title; empty where nothing is. */
  readonly remark?: string
  /** Path of its page as the record stands now. */
  readonly permalink: string
  /** The same, with the instant that was asked for. */
  readonly address: string
  /** What claims that are in the record no more are found by. */
  readonly below: readonly Below[]
  readonly claims: readonly WholeClaim[]
  /** False where there are more claims than were read. */
  readonly complete: boolean
  /** Of an entity: what it says of others. */
  readonly further: FurtherClaims
}

export interface SubjectRequest {
  readonly kind: SubjectKind
  /** Entity slugs with commas between them for compare. */
  readonly slug: string
  readonly messages: Messages
  readonly at: number
  /** ISO instant that `at` came from. */
  readonly asOf?: string | null
}

const MAX_CLAIMS = 400
export const MAX_COMPARED = 5
/** Entities and claims of a network together. */
const MOST_AROUND = 300

/** All that a page lists, each claim once. */
export const everyClaim = ({ claims, further }: Subject): readonly WholeClaim[] => [
  ...claims,
  ...further.lists.flatMap((list) => list.claims),
]

/** What a drawing or a frame shows: of who is only heard of others, what it says of them. */
export const leadingClaims = ({ claims, further }: Subject): readonly WholeClaim[] =>
  claims.length > 0 ? claims : (further.lists[0]?.claims ?? [])

/** Reads what a page or widget is about, in a fixed number of statements; null where there is no such thing. */
export async function readSubject(store: GraphStore, request: SubjectRequest): Promise<Subject | null> {
  const found = await findSubject(store, request)
  return found && { ...found, address: pinPath(found.permalink, request.asOf ?? null) }
}

type Found = Omit<Subject, 'address'>

async function findSubject(store: GraphStore, request: SubjectRequest): Promise<Found | null> {
  const { kind, slug, messages, at } = request
  const { ui, tag: language } = messages
  const about = async (
    below: Below,
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
    below: [below],
    ...(await readClaims(store, filters, at)),
    further: NOTHING_FURTHER,
  })

  if (kind === 'story') {
    const [story] = await store.stories([slug], at)
    if (!story) return null
    const title = pickText(story.title, language)?.value ?? slug
    return about(
      { parent: 'Story', ids: [slug] },
      [{ story: slug }],
      title,
      pickText(story.summary, language)?.value ?? '',
      pagePath({ kind, slug }, language),
    )
  }
  if (kind === 'claim') {
    const [claim] = await store.claims([slug], at)
    if (!claim) return null
    const labels = await labelsOfClaims(store, [claim], at)
    return {
      kind,
      slug,
      title: claimTitle(claim, labels, messages),
      summary: '',
      permalink: pagePath({ kind, slug }, language),
      below: [],
      claims: [claim],
      complete: true,
      further: NOTHING_FURTHER,
    }
  }
  if (kind === 'source') {
    const [source] = await store.sources([slug], at)
    if (!source) return null
    const title = titleOf(source, language)
    const remarks = { PRINTED: '', TRANSLATED: ui.titleIsTranslated, DESCRIPTION: ui.titleIsDescription }
    const permalink = pagePath({ kind, slug }, language)
    const filter = { source: slug, alsoWithdrawn: true }
    const found = await about({ parent: 'Source', ids: [slug] }, [filter], title.value, '', permalink)
    const claims = found.claims.filter((whole) => isReadIn(slug, whole))
    const emptied = found.claims.filter((whole) => !claims.includes(whole))
    return { ...found, claims, further: { ...NOTHING_FURTHER, emptied }, remark: remarks[title.kind] }
  }
  if (kind === 'data' || kind === 'use') {
    const tree = await store.concepts(kind === 'data' ? 'DataCategory' : 'Use', at)
    const concept = tree.byId.get(slug)
    if (!concept) return null
    const ids = withNarrower(slug, tree)
    const filter = kind === 'data' ? { data: ids } : { uses: ids }
    const definition = pickText(concept.definition, language)?.value ?? ''
    const below: Below = { parent: kind === 'data' ? 'DataCategory' : 'Use', ids }
    return about(below, [filter], nameOf(concept, language), definition, pagePath({ kind, slug }, language))
  }
  const slugs = kind === 'compare' ? slug.split(',').filter((part) => part !== '') : [slug]
  if (slugs.length === 0 || slugs.length > MAX_COMPARED) return null
  const entities = await store.entities(slugs, at)
  const named = entities.flatMap((entity) => (entity ? [nameOf(entity, language)] : []))
  if (named.length !== slugs.length) return null
  const title = formatList(named, language)
  const below: Below = { parent: 'Party', ids: slugs }
  if (kind === 'compare') {
    const filters = slugs.map((subject) => ({ subject }))
    return about(below, filters, `${messages.ui.comparison}: ${title}`, '', comparePath(slugs, language))
  }
  const description = pickText(entities[0]?.description ?? {}, language)?.value ?? ''
  if (kind === 'network') {
    const permalink = pagePath({ kind: 'entity', slug }, language)
    const around = await readAround(store, slug, at)
    return { kind, slug, title, summary: description, permalink, below: [below], ...around, further: NOTHING_FURTHER }
  }
  const [found, further] = await Promise.all([
    about(below, [{ party: slug }], title, description, pagePath({ kind: 'entity', slug }, language)),
    readFurther(store, slug, MAX_CLAIMS, at),
  ])
  return { ...found, below: [below, ...further.below], further }
}

/** Who is joined to an entity, and who to those: two claims away, by subject and object alone. */
async function readAround(
  store: GraphStore,
  slug: string,
  at: number,
): Promise<{ readonly claims: readonly WholeClaim[]; readonly complete: boolean }> {
  const graph = await expandGraph(store, {
    roots: [{ kind: 'Entity', id: slug }],
    depth: 4,
    limit: MOST_AROUND,
    roles: ['SUBJECT', 'OBJECT'],
    status: null,
    predicate: null,
    at,
  })
  return { claims: graph.nodes.flatMap(({ claim }) => claim ?? []), complete: graph.complete }
}

async function readClaims(
  store: GraphStore,
  filters: readonly ClaimFilter[],
  at: number,
): Promise<{ readonly claims: readonly WholeClaim[]; readonly complete: boolean }> {
  const page = { limit: MAX_CLAIMS, backwards: false, cursor: null }
  const pages = await Promise.all(filters.map((filter) => store.claimPage(filter, 'MOST_CONTESTED', page, at)))
  const claims = new Map(pages.flatMap(({ items }) => items).map((whole) => [whole.claim.id, whole]))
  return { claims: [...claims.values()], complete: pages.every(({ hasMore }) => !hasMore) }
}
