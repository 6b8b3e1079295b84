import type { Slug } from '../../domain/slug.ts'
import type { Names } from '../../sentences/names.ts'
import { mapInSlices } from '../../thread/slices.ts'
import { figure } from '../../widgets/html/figure.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { claimCard } from '../../widgets/view/claim-card.ts'
import { networkView } from '../../widgets/view/network-view.ts'
import type { PageContext } from '../page.ts'
import type { PageTopic } from '../page-topic.ts'
import { fold } from '../parts/fold.ts'
import { listOfClaims } from './claims-part.ts'
import type { EntityClaims, EntityView } from './entity-claims.ts'
import { saysList } from './says-list.ts'
import { actsOf } from './speaker-acts.ts'

export interface TabRequest {
  readonly id: Slug
  readonly claims: EntityClaims
  /** Whether this is the first page of the view. */
  readonly isFirst: boolean
  readonly hrefOf: (view: EntityView) => string
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
export async function aboutContent({ claims, names, context }: TabRequest): Content {
  const { ui } = context.messages
  const only = onlyNamed(claims)
  return [
    only > 0 && el('p', { class: 'site-note' }, ui.things.onlyNamed(only)),
    claims.about.items.length === 0
      ? el('p', {}, ui.noClaims)
      : await listOfClaims(claims.about.items, 'about', names, context),
  ]
}

const onlyNamed = ({ counts }: EntityClaims): number => counts.about - counts.party

/** Entities around this one. */
export async function networkContent({ claims, topic, names, context }: TabRequest): Content {
  const { messages, links } = context
  const { ui } = messages
  const { claims: around, complete } = claims.network
  await mapInSlices(around, (details) => claimCard(details, names, messages, links))
  const header = {
    messages,
    title: topic.title,
    summary: '',
    permalink: topic.url,
    notices: [],
    attributions: [],
    nothing: ui.noJoins(''),
  }
  const view = await networkView(around, { header, names, links })
  const drawing = await context.draw(view, '')
  return [
    !complete && el('p', { class: 'sanad-notice' }, ui.moreThan(around.length)),
    el('sanad-widget', { 'data-close': ui.close }, await figure(view, drawing, { inPage: true })),
  ]
}
