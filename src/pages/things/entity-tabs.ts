import type { Slug } from '../../domain/slug.ts'
import { timelineOf } from '../../domain/timeline.ts'
import type { Names } from '../../sentences/names.ts'
import { mapInSlices } from '../../thread/slices.ts'
import { figure } from '../../widgets/html/figure.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { claimCard } from '../../widgets/view/claim-card.ts'
import { networkView } from '../../widgets/view/network-view.ts'
import { timelineView } from '../../widgets/view/timeline-view.ts'
import type { ViewHeader } from '../../widgets/view/view.ts'
import type { PageContext } from '../page.ts'
import type { PageTopic } from '../page-topic.ts'
import { fold } from '../parts/fold.ts'
import { nextPage } from '../parts/next-page.ts'
import { listOfClaims } from './claims-part.ts'
import type { EntityClaims, EntityView } from './entity-claims.ts'
import { saysList } from './says-list.ts'
import { actsOf } from './speaker-acts.ts'

export interface TabRequest {
  readonly id: Slug
  readonly claims: EntityClaims
  /** Whether this is the first page of the view. */
  readonly isFirst: boolean
  readonly hrefOf: (view: EntityView, after?: string | null) => string
  readonly topic: PageTopic
  readonly names: Names
  readonly context: PageContext
}

type Content = Promise<readonly (Markup | false)[]>

/** Acts of the entity; on the first page also the first claims about it, and those of others in its documents. */
export async function saysContent({ id, claims, isFirst, hrefOf, names, context }: TabRequest): Content {
  const { ui } = context.messages
  const { says, about, published, counts } = claims
  const acts = actsOf(id, says.items)
  const rest = counts.about - about.items.length
  return [
    acts.length > 0 ? await saysList(acts, names, context) : el('p', {}, ui.things.saysNothing),
    nextPage(says, isFirst, (after) => hrefOf('says', after), context.messages),
    isFirst &&
      published.items.length > 0 &&
      fold(ui.further.PUBLISHED, [await listOfClaims(published.items, 'published', names, context)], {
        id: 'further-published',
        note: ui.things.claims(counts.published),
        open: acts.length === 0,
      }),
    isFirst &&
      about.items.length > 0 &&
      el(
        'section',
        { class: 'site-about', 'aria-labelledby': 'about' },
        el('h2', { id: 'about' }, ui.things.about(counts.about)),
        await listOfClaims(about.items, 'about', names, context),
        rest > 0 &&
          el(
            'p',
            {},
            el('a', { class: 'site-more', href: hrefOf('about') }, ui.things.moreAbout(rest, onlyNamed(claims))),
          ),
      ),
  ]
}

/** Claims about the entity, those that only name it among them. */
export async function aboutContent({ claims, isFirst, hrefOf, names, context }: TabRequest): Content {
  const { ui } = context.messages
  const only = onlyNamed(claims)
  return [
    only > 0 && el('p', { class: 'site-note' }, ui.things.onlyNamed(only)),
    claims.about.items.length === 0
      ? el('p', {}, ui.noClaims)
      : await listOfClaims(claims.about.items, 'about', names, context),
    nextPage(claims.about, isFirst, (after) => hrefOf('about', after), context.messages),
  ]
}

const onlyNamed = ({ counts }: EntityClaims): number => counts.about - counts.party

/** Entities around this one. */
export async function networkContent(request: TabRequest): Content {
  const { claims, names, context } = request
  const { messages, links } = context
  await mapInSlices(claims.around.claims, (details) => claimCard(details, names, messages, links))
  const view = await networkView(claims.around.claims, { header: headerOf(request), names, links })
  const drawing = await context.draw(view, '')
  return [
    moreThanShown(request),
    el('sanad-widget', { 'data-close': messages.ui.close }, await figure(view, drawing, { inPage: true })),
  ]
}

/** Events of the claims in the embed of the entity. */
export async function timelineContent(request: TabRequest): Content {
  const { claims, names, context } = request
  const { store, links } = context
  const clocks = ['SAID', 'HOLDS'] as const
  const events = timelineOf(claims.around.claims, await store.revisions(), { clocks, from: null, until: null })
  const header = { ...headerOf(request), nothing: context.messages.ui.noClaims }
  const view = await timelineView(events, { header, names, links })
  return [moreThanShown(request), await figure(view, await context.draw(view, ''), { inPage: true })]
}

const headerOf = ({ topic, context: { messages } }: TabRequest): ViewHeader => ({
  messages,
  title: topic.title,
  summary: '',
  permalink: topic.url,
  notices: [],
  attributions: [],
  nothing: messages.ui.noJoins(''),
})

const moreThanShown = ({ claims: { around }, context: { messages } }: TabRequest): Markup | false =>
  !around.complete && el('p', { class: 'sanad-notice' }, messages.ui.moreThan(around.claims.length))
