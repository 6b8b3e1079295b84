import type { Slug } from '../../domain/slug.ts'
import { actKindOf } from '../../domain/standing-of-act.ts'
import type { Messages } from '../../messages/en.ts'
import { entityName } from '../../sentences/claimant-name.ts'
import { type Names, nameOf } from '../../sentences/names.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { actBadge } from '../../widgets/html/status-badge.ts'
import type { PageContext } from '../page.ts'
import { sideBlock } from '../parts/side-block.ts'
import { MAX_COUNTED } from './entity-claims.ts'
import { ACT_KINDS, type SpeakerAct } from './speaker-acts.ts'

/** Things of a side block. */
const LISTED = 6

/**
 * Blocks of the side column of an entity: its acts by kind, the things that it talks about, and comparisons.
 *
 * @param acts all of the entity, or those of its newest claims
 */
export function entitySide(
  id: Slug,
  acts: readonly SpeakerAct[],
  isComplete: boolean,
  names: Names,
  context: PageContext,
): readonly (Markup | false)[] {
  const { messages, links } = context
  const { ui } = messages
  const spoken = talkedAbout(id, acts)
  const others = spoken.filter(({ kind }) => kind === 'entity')
  const [other] = others
  return [
    acts.length > 0 &&
      sideBlock(ui.things.whenItSpeaks, [actCounts(acts, messages), !isComplete && newestOnly(messages)]),
    spoken.length > 0 &&
      sideBlock(ui.things.talksAbout, [
        el(
          'ul',
          { class: 'site-counts' },
          spoken
            .slice(0, LISTED)
            .map(({ kind, slug, count }) =>
              el(
                'li',
                {},
                el('a', { href: links.page({ kind, slug }) }, nameIn(kind, slug, names, messages)),
                ` (${count})`,
              ),
            ),
        ),
      ]),
    other !== undefined &&
      sideBlock(ui.things.compareWith, [
        el(
          'p',
          {},
          el(
            'a',
            { href: links.compare([id, other.slug]) },
            ui.things.both(entityName(id, names, messages), entityName(other.slug, names, messages)),
          ),
        ),
      ]),
  ]
}

const newestOnly = ({ ui }: Messages): Markup => el('p', { class: 'site-note' }, ui.things.countedOver(MAX_COUNTED))

function actCounts(acts: readonly SpeakerAct[], { ui }: Messages): Markup {
  const counts = ACT_KINDS.map((kind) => ({
    kind,
    count: acts.filter(({ assertion }) => actKindOf(assertion) === kind).length,
  })).filter(({ count }) => count > 0)
  return el(
    'div',
    {},
    el(
      'ul',
      { class: 'site-tally' },
      counts.map(({ kind, count }) => el('li', {}, actBadge(kind, ui.things.acts[kind]), ' ', el('span', {}, count))),
    ),
    el('p', { class: 'site-note' }, ui.things.stanceNotStatus),
  )
}

interface Spoken {
  readonly kind: 'entity' | 'data'
  readonly slug: Slug
  /** Number of claims. */
  readonly count: number
}

/** Other entities and data categories of the claims, by the number of claims. */
function talkedAbout(id: Slug, acts: readonly SpeakerAct[]): readonly Spoken[] {
  const counts = new Map<string, Spoken>()
  for (const { claim } of new Set(acts.map(({ details }) => details))) {
    const parties = [claim.subject, claim.object].flatMap((one) =>
      one?.kind === 'Entity' && one.id !== id ? [one.id] : [],
    )
    const named = [
      ...[...new Set(parties)].map((slug) => ({ kind: 'entity' as const, slug })),
      ...claim.data.map((slug) => ({ kind: 'data' as const, slug })),
    ]
    for (const { kind, slug } of named) {
      const key = `${kind}/${slug}`
      counts.set(key, { kind, slug, count: (counts.get(key)?.count ?? 0) + 1 })
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.slug < b.slug ? -1 : 1))
}

function nameIn(kind: Spoken['kind'], slug: Slug, names: Names, messages: Messages): string {
  if (kind === 'entity') return entityName(slug, names, messages)
  const concept = names.concept('DataCategory', slug)
  return concept ? nameOf(concept, messages.tag) : slug
}
