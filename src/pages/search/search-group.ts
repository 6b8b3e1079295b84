import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { SearchHit } from '../../domain/search-rank.ts'
import type { Slug } from '../../domain/slug.ts'
import type { ThingKind } from '../../domain/thing-kind.ts'
import { nameOf } from '../../sentences/names.ts'
import { namesOfClaims } from '../../sentences/names-of-claims.ts'
import { titleOf } from '../../sentences/source-title.ts'
import { highlightsOf } from '../../text/highlights.ts'
import { pickText } from '../../text/languages.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { attributionsOf } from '../attributions-of.ts'
import type { PageContext } from '../page.ts'
import { attributionLines } from '../sections/attribution-lines.ts'
import { markedText, snippet } from '../sections/marked-text.ts'
import { listOfClaims } from '../things/claims-part.ts'

interface Group {
  readonly kind: ThingKind
  readonly hits: readonly SearchHit[]
  /** Number of all results of the kind. */
  readonly total: number
  /** Path of the further results; null if all are shown. */
  readonly more: string | null
}

/** Results of one kind, in the form of that kind. */
export async function searchGroup(
  { kind, hits, total, more }: Group,
  terms: readonly string[],
  context: PageContext,
  revision: RevisionNumber,
): Promise<Markup> {
  const words = context.messages.ui.things.search
  const id = `found-${kind.toLowerCase()}`
  return el(
    'section',
    { class: 'site-found', 'aria-labelledby': id },
    el(
      'header',
      {},
      el('h2', { id }, words.kinds[kind]),
      el('p', { class: 'site-note' }, words.shownOf(hits.length, total)),
    ),
    el(
      'div',
      {},
      await ITEMS[kind](hits, terms, context, revision),
      more !== null &&
        el('p', {}, el('a', { class: 'site-more', href: more }, words.allOfKind(total, words.kinds[kind]))),
    ),
  )
}

type Items = (
  hits: readonly SearchHit[],
  terms: readonly string[],
  context: PageContext,
  revision: RevisionNumber,
) => Promise<Markup>

const idsOf = (hits: readonly SearchHit[]): readonly Slug[] => hits.map(({ id }) => id)

/** Line of a thing: its name with the found words, notes, the text that was found if it is another, and counts. */
function line(
  hit: SearchHit,
  { name, href, notes, counts }: { name: string; href: string; notes: string; counts: readonly (Markup | string)[] },
  terms: readonly string[],
): Markup {
  return el(
    'li',
    {},
    el('a', { class: 'site-list-name', href }, markedText(name, highlightsOf(name, terms))),
    notes !== '' && el('small', {}, notes),
    counts.length > 0 && el('span', { class: 'site-list-counts' }, counts),
    snippet(hit.match, `${name} ${notes}`),
  )
}

const entityItems: Items = async (hits, terms, { store, messages, links }, revision) => {
  const { ui, tag } = messages
  const ids = idsOf(hits)
  const [entities, says, about] = await Promise.all([
    store.entities(ids, revision),
    store.countClaimsOf('Claimant', ids, revision),
    store.countClaimsOf('About', ids, revision),
  ])
  return el(
    'ul',
    { class: 'site-list' },
    hits.map((hit, i) => {
      const entity = entities[i]
      if (!entity) return false
      const href = links.page({ kind: 'entity', slug: entity.id })
      const description = pickText(entity.description, tag)?.value
      const notes = [ui.things.kinds[entity.kind], ...(description === undefined ? [] : [description])].join(' · ')
      const counts = [
        el('a', { href }, ui.things.says(says[i] ?? 0)),
        ' ',
        el('a', { href: `${href}&view=about` }, ui.things.about(about[i] ?? 0)),
      ]
      return line(hit, { name: nameOf(entity, tag), href, notes, counts }, terms)
    }),
  )
}

const claimItems: Items = async (hits, _, context, revision) => {
  const claims = (await context.store.claims(idsOf(hits), revision)).flatMap((claim) => claim ?? [])
  const names = await namesOfClaims(context.store, claims, revision)
  const list = await listOfClaims(claims, 'found', names, context)
  return el('div', {}, list, ...attributionLines(attributionsOf(claims, names)))
}

const conceptItems =
  (kind: 'DataCategory' | 'Use'): Items =>
  async (hits, terms, { store, messages, links }, revision) => {
    const { ui, tag } = messages
    const [concepts, counts] = await Promise.all([
      store.concepts(kind, idsOf(hits), revision),
      store.countClaimsOf(kind, idsOf(hits), revision),
    ])
    return el(
      'ul',
      { class: 'site-list' },
      hits.map((hit, i) => {
        const concept = concepts[i]
        if (!concept) return false
        const href = links.page({ kind: kind === 'Use' ? 'use' : 'data', slug: concept.id })
        const own = { name: nameOf(concept, tag), href, notes: '', counts: [ui.things.claims(counts[i] ?? 0)] }
        return line(hit, own, terms)
      }),
    )
  }

const sourceItems: Items = async (hits, terms, { store, messages, links }, revision) => {
  const { ui, tag } = messages
  const [sources, counts] = await Promise.all([
    store.sources(idsOf(hits), revision),
    store.countClaimsOf('Source', idsOf(hits), revision),
  ])
  return el(
    'ul',
    { class: 'site-list' },
    hits.map((hit, i) => {
      const source = sources[i]
      if (!source) return false
      const title = titleOf(source, tag)
      const notes = [
        ui.things.sourceKinds[source.kind],
        ...(title.kind === 'TRANSLATED' ? [ui.titleTranslated] : []),
      ].join(' · ')
      const href = links.page({ kind: 'source', slug: source.id })
      return line(hit, { name: title.value, href, notes, counts: [ui.things.claims(counts[i] ?? 0)] }, terms)
    }),
  )
}

const storyItems: Items = async (hits, terms, { store, messages, links }, revision) => {
  const { ui, tag } = messages
  const stories = await store.stories(idsOf(hits), revision)
  return el(
    'ul',
    { class: 'site-list' },
    hits.map((hit, i) => {
      const story = stories[i]
      if (!story) return false
      const href = links.page({ kind: 'story', slug: story.id })
      const own = {
        name: pickText(story.title, tag)?.value ?? story.id,
        href,
        notes: pickText(story.summary, tag)?.value ?? '',
        counts: [ui.things.claims(story.claimIds.length)],
      }
      return line(hit, own, terms)
    }),
  )
}

const ITEMS: Readonly<Record<ThingKind, Items>> = {
  Entity: entityItems,
  Claim: claimItems,
  DataCategory: conceptItems('DataCategory'),
  Use: conceptItems('Use'),
  Source: sourceItems,
  Story: storyItems,
}
