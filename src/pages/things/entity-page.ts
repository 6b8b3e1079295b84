import type { ClaimDetails } from '../../domain/claim-details.ts'
import { toSlug } from '../../domain/slug.ts'
import type { PageCursor } from '../../domain/store/page.ts'
import { nameOf } from '../../sentences/names.ts'
import { namesOfClaims } from '../../sentences/names-of-claims.ts'
import { pickText } from '../../text/languages.ts'
import { noticeLine } from '../../widgets/html/figure.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { attributionsOf } from '../attributions-of.ts'
import { NOTHING_FURTHER } from '../further-claims.ts'
import type { Page, PageContext } from '../page.ts'
import type { PageTopic } from '../page-topic.ts'
import { tabList } from '../parts/tab-list.ts'
import { permalinkDocument } from '../permalink-document.ts'
import { attributionLines } from '../sections/attribution-lines.ts'
import { notKnownFold } from '../sections/not-known-section.ts'
import { NOTICES_ON_PAGE, timeNotices } from '../sections/notices.ts'
import { thingDetails } from '../sections/thing-details.ts'
import { ENTITY_VIEWS, type EntityClaims, type EntityView, readEntityClaims } from './entity-claims.ts'
import { entitySide } from './entity-side.ts'
import { aboutContent, networkContent, saysContent, timelineContent } from './entity-tabs.ts'
import { exportBlocks } from './export-blocks.ts'
import { relationsAndHistory } from './history-part.ts'
import { actsOf } from './speaker-acts.ts'
import { storyLinks } from './stories-of.ts'

export interface EntityRequest {
  /** Null for the default view: what it says, or else what is said about it. */
  readonly view: EntityView | null
  readonly after: PageCursor | null
}

/** Parses `view`; null for an absent or unknown one. */
export const entityViewIn = (text: string | null): EntityView | null =>
  ENTITY_VIEWS.find((view) => view === text) ?? null

/** Page of an entity: what it says, what is said about it, its network. Null for an unknown slug. */
export async function entityPage(slug: string, request: EntityRequest, context: PageContext): Promise<Page | null> {
  const { store, messages, assets, asOf, links } = context
  const { ui, tag } = messages
  const [revision, current] = await Promise.all([store.revisionAt(asOf), store.revisionAt(null)])
  const id = toSlug(slug)
  const [entity] = await store.entities([id], revision)
  if (!entity) return null
  const claims = await readEntityClaims(id, request, context, revision)
  const shown = [...claims.says.items, ...claims.about.items, ...claims.published.items, ...claims.around.claims]
  const all = [...new Map(shown.map((details) => [details.claim.id, details])).values()]
  const names = await namesOfClaims(store, [...new Set([...all, ...claims.open, ...claims.spoken])], revision)
  const own = links.page({ kind: 'entity', slug: id })
  const hrefOf = (view: EntityView, after: string | null = null): string =>
    `${own}${view === defaultView(claims) && after === null ? '' : `&view=${view}`}${after === null ? '' : `&after=${after}`}`
  const topic: PageTopic = {
    kind: 'entity',
    slug: id,
    title: nameOf(entity, tag),
    summary: pickText(entity.description, tag)?.value ?? '',
    permalink: links.now.page({ kind: 'entity', slug: id }),
    url: own,
    removalKeys: [
      { parent: 'Party', ids: [id] },
      { parent: 'Claimant', ids: [id] },
      ...(claims.documents.length === 0 ? [] : [{ parent: 'Source' as const, ids: claims.documents }]),
    ],
    claims: all,
    complete: true,
    further: { ...NOTHING_FURTHER, unlisted: unlistedOf(claims, all) },
  }
  const options = { messages, limit: NOTICES_ON_PAGE, isPart: !isRead(claims) }
  const notices = await timeNotices(store, topic, { asOf, revision, current }, options)
  const attributions = attributionsOf(all, names)
  const acts = actsOf(id, claims.spoken)
  const { says, about } = claims.counts
  const tabs = [
    { view: 'says' as const, text: ui.things.says(says) },
    { view: 'about' as const, text: ui.things.about(about) },
    { view: 'network' as const, text: ui.things.network },
    { view: 'timeline' as const, text: ui.timeline },
  ]
  const isFirst = request.after === null
  const content: readonly (Markup | false)[] = [
    tabList(
      topic.title,
      tabs.map(({ view, text }) => ({ text, href: hrefOf(view), current: view === claims.view })),
      claims.view === 'says' ? ui.things.newestFirst : undefined,
    ),
    ...(await CONTENT[claims.view]({ id, claims, isFirst, hrefOf, topic, names, context })),
    notKnownFold(claims.open, names, context) ?? false,
    ...(await relationsAndHistory(topic, attributions, context, revision)),
    ...attributionLines(attributions),
  ]
  const lead: readonly (Markup | false)[] = [
    el('h1', { id: 'title' }, topic.title),
    topic.summary !== '' && el('p', { class: 'site-summary' }, topic.summary),
    ...notices.map(noticeLine),
    (await thingDetails(topic, context, revision, [
      [ui.things.inStories, await storyLinks(claimsForStories(claims), context, revision)],
    ])) ?? false,
  ]
  const exported = await exportBlocks(topic, context, revision)
  const side = [...entitySide(id, acts, claims.spoken.length >= says, names, context), ...exported.blocks]
  const crumbs = [
    { text: ui.header.sections.entities, href: links.own(`/entities?lang=${tag}`) },
    { text: ui.things.kinds[entity.kind], href: null },
  ]
  const page = { lead, content, side, crumbs, exports: exported.head }
  const scripts = [assets.widget, assets.page]
  return permalinkDocument({ ...topic, url: hrefOf(claims.view) }, page, scripts, context, revision)
}

/** Claims on further pages, as far as they were read, and claims on which every assertion of the entity was corrected. */
function unlistedOf({ spoken, ofAbout }: EntityClaims, listed: readonly ClaimDetails[]): readonly ClaimDetails[] {
  const ids = new Set(listed.map(({ claim }) => claim.id))
  const further = new Map([...spoken, ...ofAbout].map((details) => [details.claim.id, details]))
  return [...further.values()].filter(({ claim }) => !ids.has(claim.id))
}

/** Whether every claim of the entity was read. */
const isRead = ({ spoken, ofAbout, published, counts }: EntityClaims): boolean =>
  spoken.length >= counts.says && ofAbout.length >= counts.about && published.items.length >= counts.published

/** Claims whose stories the page lists, and whether they are all claims of the entity. */
const claimsForStories = ({ says, about, around, published, spoken, counts, ofAbout }: EntityClaims) => ({
  claims: [...says.items, ...about.items, ...published.items, ...around.claims, ...spoken, ...ofAbout],
  isComplete: spoken.length >= counts.says && ofAbout.length >= counts.about,
})

const CONTENT = { says: saysContent, about: aboutContent, network: networkContent, timeline: timelineContent } as const

const defaultView = ({ counts }: EntityClaims): EntityView =>
  counts.says === 0 && counts.published === 0 ? 'about' : 'says'
