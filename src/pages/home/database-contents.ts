import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { ConceptKind } from '../../domain/concept.ts'
import type { Entity } from '../../domain/entity.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import { type Slug, toSlug } from '../../domain/slug.ts'
import type { ThingKind } from '../../domain/thing-kind.ts'
import { type Names, nameOf } from '../../sentences/names.ts'
import { titleInSentence } from '../../sentences/source-title.ts'
import { capitalised, formatDate } from '../../text/languages.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import type { PageContext } from '../page.ts'
import { type SiteSection, sectionPath } from '../parts/site-sections.ts'

/** Things in each column. */
const SHOWN = 5

/**
 * Number of things of each kind, and five things that most claims of a story name, each with the number of its claims in the
 * whole database.
 */
export async function databaseContents(
  claims: readonly ClaimDetails[],
  names: Names,
  { context, revision }: { readonly context: PageContext; readonly revision: RevisionNumber },
): Promise<Markup> {
  const { store, messages, links } = context
  const { ui, tag } = messages
  const [kinds, revisions] = await Promise.all([store.countByKind(revision), store.revisions()])
  const recorded = revisions.find(({ number }) => number === revision)
  const entities = mostNamed(claims, entitiesOf, (id) => names.entity(id) !== null)
  const sources = mostNamed(claims, sourcesOf, (id) => names.source(id) !== null)
  const concepts = (kind: ConceptKind) =>
    mostNamed(
      claims,
      ({ claim }) => (kind === 'Use' ? claim.uses : claim.data),
      (id) => names.concept(kind, id) !== null,
    )
  const count = (parent: 'About' | 'Claimant' | ConceptKind | 'Source', ids: readonly Slug[]) =>
    ids.length === 0 ? [] : store.countClaimsOf(parent, ids, revision)
  const [data, uses] = [concepts('DataCategory'), concepts('Use')]
  const [about, says, ofData, ofUses, ofSources] = await Promise.all([
    count('About', entities),
    count('Claimant', entities),
    count('DataCategory', data),
    count('Use', uses),
    count('Source', sources),
  ])
  const conceptItem =
    (kind: ConceptKind, counts: readonly number[]) =>
    (id: Slug, i: number): Item => {
      const concept = names.concept(kind, id)
      return {
        name: capitalised(concept === null ? id : nameOf(concept, tag), tag),
        href: links.page({ kind: kind === 'Use' ? 'use' : 'data', slug: id }),
        count: String(counts[i] ?? 0),
      }
    }
  const columns: readonly Column[] = [
    {
      title: ui.header.sections.entities,
      kind: 'Entity',
      section: 'entities',
      items: entities.map((id, i) => {
        const entity = names.entity(id)
        return {
          name: entity === null ? id : entityName(entity, tag),
          href: links.page({ kind: 'entity', slug: id }),
          count: ui.front.saysAbout(says[i] ?? 0, about[i] ?? 0),
        }
      }),
    },
    {
      title: ui.header.sections.data,
      kind: 'DataCategory',
      section: 'data',
      items: data.map(conceptItem('DataCategory', ofData)),
    },
    { title: ui.front.uses, kind: 'Use', section: null, items: uses.map(conceptItem('Use', ofUses)) },
    {
      title: ui.header.sections.sources,
      kind: 'Source',
      section: 'sources',
      items: sources.map((id, i) => {
        const source = names.source(id)
        return {
          name: source === null ? id : capitalised(titleInSentence(source, messages), tag),
          href: links.page({ kind: 'source', slug: id }),
          count: String(ofSources[i] ?? 0),
        }
      }),
    },
  ]
  const changed = recorded === undefined ? '' : formatDate(recorded.recordedAt.slice(0, 10), tag)
  return el(
    'section',
    { class: 'home-record', 'aria-labelledby': 'record' },
    el('h2', { id: 'record' }, ui.front.contents),
    el('p', { class: 'site-note' }, ui.front.summary(kinds.Claim, kinds.Story, changed)),
    el(
      'div',
      { class: 'home-columns' },
      columns.map((column) => columnOf(column, kinds[column.kind], context)),
    ),
  )
}

/** Groups have common nouns as names, which begin a line with a capital; a name such as xAI keeps its letters. */
const entityName = (entity: Entity, language: string): string =>
  entity.kind === 'Group' ? capitalised(nameOf(entity, language), language) : nameOf(entity, language)

interface Item {
  readonly name: string
  readonly href: string
  readonly count: string
}

interface Column {
  readonly title: string
  readonly kind: ThingKind
  readonly section: SiteSection | null
  readonly items: readonly Item[]
}

function columnOf({ title, section, items }: Column, total: number, { messages: { ui, tag }, links }: PageContext) {
  const all = ui.front.all(total)
  return el(
    'div',
    { class: 'site-quiet' },
    el(
      'h3',
      {},
      title,
      ' ',
      section ? el('a', { href: links.own(sectionPath(section, tag)) }, all) : el('span', {}, all),
    ),
    items.length > 0 &&
      el(
        'ul',
        {},
        items.map(({ name, href, count }) => el('li', {}, el('a', { href }, name), ' ', el('span', {}, count))),
      ),
  )
}

/** Ids that most claims have, the most frequent first. */
function mostNamed(
  claims: readonly ClaimDetails[],
  idsOf: (details: ClaimDetails) => readonly string[],
  isNamed: (id: string) => boolean,
): readonly Slug[] {
  const counts = new Map<string, number>()
  for (const details of claims) for (const id of new Set(idsOf(details))) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts]
    .filter(([id]) => isNamed(id))
    .sort(([a, inA], [b, inB]) => inB - inA || (a < b ? -1 : 1))
    .slice(0, SHOWN)
    .map(([id]) => toSlug(id))
}

const entitiesOf = ({ claim, assertions }: ClaimDetails): readonly string[] => [
  ...[claim.subject, claim.object].flatMap((one) => (one?.kind === 'Entity' ? [one.id] : [])),
  ...assertions.flatMap(({ claimantId }) => claimantId ?? []),
]

const sourcesOf = ({ assertions }: ClaimDetails): readonly string[] => assertions.map(({ sourceId }) => sourceId)
