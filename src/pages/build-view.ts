import type { ClaimDetails } from '../domain/claim-details.ts'
import { hasCell } from '../domain/comparison.ts'
import type { GraphStore } from '../domain/graph-store.ts'
import { readComparison } from '../domain/read-comparison.ts'
import type { RevisionNumber } from '../domain/revision-number.ts'
import { toSlug } from '../domain/slug.ts'
import type { NamedCount, StandingName } from '../domain/standing.ts'
import { CLOCKS, timelineOf } from '../domain/timeline.ts'
import type { Messages } from '../messages/en.ts'
import { namesOfClaims } from '../sentences/names-of-claims.ts'
import { formatList } from '../text/languages.ts'
import { mapInSlices } from '../thread/slices.ts'
import { type Choice, type Chosen, chooseClaims } from '../widgets/view/choose-claims.ts'
import { claimCard } from '../widgets/view/claim-card.ts'
import { claimView, graphView } from '../widgets/view/graph-view.ts'
import { linksIn } from '../widgets/view/links.ts'
import { matrixView } from '../widgets/view/matrix-view.ts'
import { hasEdge, networkView } from '../widgets/view/network-view.ts'
import { timelineView } from '../widgets/view/timeline-view.ts'
import type { Notice, View, ViewHeader } from '../widgets/view/view.ts'
import type { ViewContext } from '../widgets/view/view-context.ts'
import { attributionsOf } from './attributions-of.ts'
import type { EmbedRequest } from './embed/embed-request.ts'
import { leadingClaims, type PageTopic, readTopic } from './page-topic.ts'
import { pictureChoice } from './picture-choice.ts'
import { pictureLinks } from './picture-links.ts'
import { NOTICES_IN_EMBED, timeNotices } from './sections/notices.ts'

export interface BuiltView {
  readonly view: View
  readonly topic: PageTopic
}

/** Builds the view of an embed request; null for an unknown slug. */
export async function buildView(store: GraphStore, request: EmbedRequest): Promise<BuiltView | null> {
  const { kind, slug, messages } = request
  const [revision, current] = await Promise.all([store.revisionAt(request.asOf), store.revisionAt(null)])
  const topic = await readTopic(store, { kind, slug, messages, revision, asOf: request.asOf })
  if (!topic) return null
  const claims = leadingClaims(topic)
  const choose = isPicture(request) ? await pictureChoice(store, topic, revision) : undefined
  const chosen = chooseFor(request, claims, choose)
  const names = await namesOfClaims(store, claims, revision)
  const moment = { asOf: request.asOf, revision, current }
  const header: ViewHeader = {
    messages,
    title: topic.title,
    summary: embedSummary(topic, messages),
    permalink: topic.url,
    notices: [
      ...(await timeNotices(store, topic, moment, { messages, limit: NOTICES_IN_EMBED })),
      ...missingNotices(chosen, topic, request),
    ],
    attributions: attributionsOf(chosen.shown, names),
    nothing: nothingWords(chosen, request),
  }
  const links = linksIn(messages.tag, request.asOf)
  if (request.view !== 'matrix' && request.view !== 'timeline') {
    // Makes the cards in slices; the view then finds them cached.
    await mapInSlices(chosen.shown, (details) => claimCard(details, names, messages, links))
  }
  const view = await viewOf(store, request, topic, chosen.shown, { header, names, links }, revision)
  return { view, topic }
}

/** Summary of the view. It labels claims that an entity made about others, since readers relate claims to the title. */
function embedSummary(topic: PageTopic, { ui }: Messages): string {
  const { claims, summary, annotation = '', further } = topic
  const [list] = claims.length === 0 ? further.lists : []
  return [list ? ui.further[list.kind] : '', summary || annotation].filter(Boolean).join(' · ')
}

/** Claims of the view. A matrix has all claims with a cell, a network those with a named speaker, up to its limit. */
function chooseFor(request: EmbedRequest, claims: readonly ClaimDetails[], choose: Choice['choose']): Chosen {
  if (request.view === 'matrix') return chooseClaims(claims, { ...request, limit: claims.length, hasPlace: hasCell })
  if (request.view !== 'network') {
    const alternates = request.kind === 'compare'
    return chooseClaims(claims, { ...request, alternates, ...(choose && { choose }) })
  }
  return chooseClaims(claims, { ...request, limit: MAX_NETWORK_CLAIMS, hasPlace: hasEdge })
}

/** Whether the claims are those of a picture: chosen by the editor or by balance, not by statuses or for a comparison. */
const isPicture = ({ view, kind, statuses }: EmbedRequest): boolean =>
  view === 'graph' && kind !== 'compare' && statuses.length === 0

const MAX_NETWORK_CLAIMS = 60

async function viewOf(
  store: GraphStore,
  request: EmbedRequest,
  topic: PageTopic,
  claims: readonly ClaimDetails[],
  context: ViewContext,
  revision: RevisionNumber,
): Promise<View> {
  const [only] = claims
  if (request.view === 'claim' && only) return claimView(only, context)
  if (request.view === 'timeline') {
    const everything = timelineOf(claims, await store.revisions(), {
      clocks: request.recorded ? CLOCKS : ['SAID', 'HOLDS'],
      from: null,
      until: null,
    })
    return timelineView(everything, context)
  }
  if (request.view === 'matrix') {
    const entities =
      topic.kind === 'compare'
        ? topic.slug.split(',').map(toSlug)
        : [...new Set(claims.flatMap(({ claim }) => (claim.subject.kind === 'Entity' ? [claim.subject.id] : [])))]
    return matrixView(await readComparison(store, entities, claims, revision), context, topic.kind === 'compare')
  }
  return request.view === 'network'
    ? networkView(claims, context)
    : graphView(claims, context, pictureLinks(request, topic, claims.length))
}

/** Notices about claims that the view hides, with their number; hidden denials are always mentioned. */
function missingNotices(chosen: Chosen, topic: PageTopic, { messages, statuses, view }: EmbedRequest) {
  const { leftOut, hidden, placeless } = chosen
  const { ui, tag } = messages
  const href = topic.url
  const others = sumOf(hidden)
  const words = statuses.map((status) => messages.statuses[status])
  const notices: Notice[] = []
  if (others > 0) {
    const text = ui.onlyStatuses(formatList(words, tag), others, contestedOf(hidden, messages))
    notices.push({ kind: 'FILTERED', text, href })
  }
  if (placeless.length > 0) {
    const words = view === 'network' ? ui.onlyJoins : ui.onlyCells
    notices.push({ kind: 'LEFT_OUT', text: words(sumOf(placeless), contestedOf(placeless, messages)), href })
  }
  // The tabs of the picture of a story say how many it shows.
  const hasTabs = topic.kind === 'story' && view === 'graph'
  if (leftOut > 0 && !hasTabs) notices.push({ kind: 'LEFT_OUT', text: ui.moreClaims(leftOut), href })
  return notices
}

/** Statuses that a notice names if the view hides them: somebody contested or retracted the claim. */
const CONTESTED: readonly StandingName[] = ['DISPUTED', 'DENIED', 'STATED_NOT', 'RETRACTED']

const sumOf = (counts: readonly NamedCount[]): number => counts.reduce((sum, { count }) => sum + count, 0)

/** Counts by status: "1 disputed and 3 denied". */
function contestedOf(counts: readonly NamedCount[], { ui, statuses, tag }: Messages): string {
  const contested = counts.filter(({ name }) => CONTESTED.includes(name))
  return formatList(
    contested.map(({ name, count }) => ui.countOf(count, statuses[name])),
    tag,
  )
}

function nothingWords({ hidden, placeless }: Chosen, { messages, statuses, view }: EmbedRequest): string {
  const { ui } = messages
  const wanted = statuses.map((status) => messages.statuses[status]).join(', ')
  if (hidden.length > 0 && placeless.length === 0) return ui.noneWithStatus(wanted)
  if (view === 'network') return ui.noJoins(wanted)
  return view === 'matrix' && placeless.length > 0 ? ui.noCells(wanted) : ui.noClaims
}
