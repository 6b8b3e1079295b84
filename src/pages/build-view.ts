import type { Status } from '../domain/claim-status-types.ts'
import { compare } from '../domain/comparison.ts'
import type { GraphStore, WholeClaim } from '../domain/graph-store.ts'
import type { Labels } from '../domain/labels.ts'
import { labelsOfClaims } from '../domain/labels-of-claims.ts'
import { propositionOf } from '../domain/proposition.ts'
import { changesBetween } from '../domain/record-changes.ts'
import { timelineOf } from '../domain/timeline.ts'
import { formatDate, formatList } from '../text/languages.ts'
import { networkView } from '../widgets/build-network.ts'
import { matrixView } from '../widgets/build-time-and-matrix.ts'
import { timelineView } from '../widgets/build-timeline.ts'
import { claimView, graphView } from '../widgets/build-views.ts'
import { type Chosen, chooseClaims } from '../widgets/choose-claims.ts'
import type { Notice, View, ViewFrame } from '../widgets/view.ts'
import type { EmbedRequest } from './embed-request.ts'
import { readSubject, type Subject } from './subject.ts'

export interface BuiltView {
  readonly view: View
  readonly subject: Subject
}

/** Everything between an address and what its widget shows; null where there is no such thing. */
export async function buildView(store: GraphStore, request: EmbedRequest): Promise<BuiltView | null> {
  const { kind, slug, messages } = request
  const [at, current] = await Promise.all([store.revisionAt(request.asOf), store.revisionAt(null)])
  const subject = await readSubject(store, { kind, slug, messages, at })
  if (!subject) return null
  const chosen = chooseFor(request, subject.claims)
  const labels = await labelsOfClaims(store, subject.claims, at)
  const frame: ViewFrame = {
    messages,
    title: subject.title,
    summary: subject.summary,
    permalink: subject.permalink,
    notices: [
      ...(await timeNotices(store, request, chosen.shown, subject, labels, { at, current })),
      ...missingNotices(chosen, subject, request),
    ],
    attributions: attributionsOf(chosen.shown, labels),
    nothing: nothingWords(chosen, request),
  }
  return { view: await viewOf(store, request, subject, chosen.shown, { frame, labels }, at), subject }
}

/** A matrix counts its claims, so it counts all; a network shows all that join two entities, up to its size. */
function chooseFor(request: EmbedRequest, claims: readonly WholeClaim[]): Chosen {
  if (request.view === 'matrix') return chooseClaims(claims, { ...request, limit: claims.length })
  if (request.view !== 'network') return chooseClaims(claims, request)
  const joining = claims.filter(({ claim }) => claim.subject.kind === 'Entity' && claim.object?.kind === 'Entity')
  return chooseClaims(joining, { ...request, limit: MAX_NETWORK_EDGES })
}

const MAX_NETWORK_EDGES = 60

async function viewOf(
  store: GraphStore,
  request: EmbedRequest,
  subject: Subject,
  claims: readonly WholeClaim[],
  context: { readonly frame: ViewFrame; readonly labels: Labels },
  at: number,
): Promise<View> {
  const [only] = claims
  if (request.view === 'claim' && only) return claimView(only, context)
  if (request.view === 'timeline') {
    const everything = timelineOf(claims, await store.revisions(), {
      clocks: ['SAID', 'HOLDS', 'RECORDED'],
      from: null,
      until: null,
    })
    return timelineView(everything, context)
  }
  if (request.view === 'matrix') {
    const entities =
      subject.kind === 'compare'
        ? subject.slug.split(',')
        : [...new Set(claims.flatMap(({ claim }) => (claim.subject.kind === 'Entity' ? [claim.subject.id] : [])))]
    return matrixView(
      compare(entities, claims, await store.concepts('DataCategory', at)),
      context,
      subject.kind === 'compare',
    )
  }
  return request.view === 'network' ? networkView(claims, context) : graphView(claims, context)
}

/** Pinned: what has changed since. Live: when it last changed. */
async function timeNotices(
  store: GraphStore,
  request: EmbedRequest,
  claims: readonly WholeClaim[],
  subject: Subject,
  labels: Labels,
  revision: { readonly at: number; readonly current: number },
): Promise<readonly Notice[]> {
  const { messages, asOf } = request
  const { ui, tag } = messages
  if (asOf === null) {
    const last = Math.max(0, ...claims.map((claim) => claim.changedIn))
    const changed = (await store.revisions()).find(({ number }) => number === last)
    return changed ? [{ kind: 'LIVE', text: ui.lastChanged(formatDate(changed.at, tag)), href: null }] : []
  }
  const pinned: Notice = { kind: 'PINNED', text: ui.pinnedAt(formatDate(asOf, tag)), href: null }
  if (revision.at === revision.current || claims.length === 0) return [pinned]
  const now = await store.claims(
    claims.map(({ claim }) => claim.id),
    revision.current,
  )
  const changes = changesBetween(claims, now)
  const retracted = changes.filter(({ kind }) => kind !== 'CHANGED')
  return [
    pinned,
    ...(changes.length === 0
      ? []
      : [{ kind: 'CHANGED' as const, text: ui.changedSince(changes.length), href: subject.permalink }]),
    ...retracted.map(({ claimId }): Notice => {
      const whole = claims.find(({ claim }) => claim.id === claimId)
      const text = whole ? propositionOf(whole.claim, labels, messages) : claimId
      return { kind: 'RETRACTED', text: ui.retracted(text), href: subject.permalink }
    }),
  ]
}

/** What the choice hides is counted, and a filter never hides a denial without a word. */
function missingNotices({ leftOut, hidden }: Chosen, subject: Subject, { messages, statuses }: EmbedRequest) {
  const { ui, tag } = messages
  const href = subject.permalink
  const others = hidden.reduce((sum, { count }) => sum + count, 0)
  const contested = hidden
    .filter(({ status }) => CONTESTED.includes(status))
    .map(({ status, count }) => ui.countOf(count, messages.statuses[status]))
  const words = statuses.map((status) => messages.statuses[status])
  const notices: Notice[] = []
  if (others > 0) {
    const text = ui.onlyStatuses(formatList(words, tag), others, formatList(contested, tag))
    notices.push({ kind: 'FILTERED', text, href })
  }
  if (leftOut > 0) notices.push({ kind: 'LEFT_OUT', text: ui.moreClaims(leftOut), href })
  return notices
}

const CONTESTED: readonly Status[] = ['DISPUTED', 'DENIED', 'RETRACTED']

function nothingWords({ hidden }: Chosen, { messages, statuses, view }: EmbedRequest): string {
  const { ui } = messages
  if (hidden.length > 0) return ui.noneWithStatus(statuses.map((status) => messages.statuses[status]).join(', '))
  return view === 'network' ? ui.noJoins : ui.noClaims
}

/** Shown wherever something of the source is. */
export function attributionsOf(claims: readonly WholeClaim[], labels: Labels): readonly string[] {
  const ids = new Set(claims.flatMap(({ assertions }) => assertions.map((a) => a.sourceId)))
  return [...new Set([...ids].flatMap((id) => labels.source(id)?.attribution ?? []))]
}
