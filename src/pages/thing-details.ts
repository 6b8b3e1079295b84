import type { Concept } from '../domain/concept.ts'
import { type ConceptTree, narrowerOf } from '../domain/concept-tree.ts'
import type { Entity } from '../domain/entity.ts'
import { nameOf, titleOf } from '../domain/labels.ts'
import type { ExternalId } from '../domain/name.ts'
import type { Source } from '../domain/source.ts'
import { formatDate } from '../text/languages.ts'
import { outsideLink } from '../widgets/claim-list.ts'
import { el, join, type Markup } from '../widgets/markup.ts'
import type { PageContext } from './page.ts'
import { termList } from './page-parts.ts'
import { pageHref } from './pin-links.ts'
import type { Subject } from './subject.ts'

/** What is known of the thing itself, beside what is said of it. */
export async function thingDetails(subject: Subject, context: PageContext, at: number): Promise<Markup | null> {
  const { store } = context
  if (subject.kind === 'entity') {
    const [entity] = await store.entities([subject.slug], at)
    return entity ? entityDetails(entity, context) : null
  }
  if (subject.kind === 'source') {
    const [source] = await store.sources([subject.slug], at)
    return source ? sourceDetails(source, context, at) : null
  }
  if (subject.kind === 'data' || subject.kind === 'use') {
    const tree = await store.concepts(subject.kind === 'data' ? 'DataCategory' : 'Use', at)
    const concept = tree.byId.get(subject.slug)
    return concept ? conceptDetails(concept, tree, subject.kind, context) : null
  }
  return null
}

function entityDetails(entity: Entity, { messages }: PageContext): Markup | null {
  const { ui, tag } = messages
  const own = nameOf(entity, tag)
  const others = entity.names.filter(({ value }) => value !== own)
  const distinct = [...new Map(others.map((name) => [name.value, name])).values()]
  const names = distinct.map((name) =>
    el('bdi', { lang: name.language, class: 'site-item' }, name.kind === 'FORMER' ? ui.former(name.value) : name.value),
  )
  return termList([
    [ui.names, names],
    [ui.elsewhere, entity.externalIds.map(externalLink)],
  ])
}

function conceptDetails(
  concept: Concept,
  tree: ConceptTree,
  kind: 'data' | 'use',
  context: PageContext,
): Markup | null {
  const { ui, tag } = context.messages
  const link = (other: Concept): Markup =>
    el('a', { class: 'site-item', href: pageHref({ kind, slug: other.id }, context) }, nameOf(other, tag))
  return termList([
    [ui.broader, tree.all.filter(({ id }) => concept.broader.includes(id)).map(link)],
    [ui.narrower, narrowerOf(concept.id, tree).map(link)],
    [ui.elsewhere, concept.externalIds.map(externalLink)],
  ])
}

async function sourceDetails(source: Source, context: PageContext, at: number): Promise<Markup | null> {
  const { store, messages } = context
  const { ui, tag } = messages
  const [publisher] = source.publishedBy === null ? [null] : await store.entities([source.publishedBy], at)
  const rests = (await store.sources(source.derivedFrom, at)).flatMap((other) => other ?? [])
  return termList([
    [
      ui.publishedBy,
      publisher
        ? el('a', { href: pageHref({ kind: 'entity', slug: publisher.id }, context) }, nameOf(publisher, tag))
        : null,
    ],
    [ui.publishedAt, source.publishedAt === null ? ui.dateUnknown : formatDate(source.publishedAt, tag)],
    [ui.address, source.url === null ? null : outsideLink(source.url)],
    [ui.archived, source.archive === null ? null : archiveLink(source.archive)],
    [
      ui.restsOn,
      rests.length === 0 && source.derivation === 'UNKNOWN'
        ? ui.restsUnknown
        : rests.map((other) =>
            el(
              'a',
              { class: 'site-item', href: pageHref({ kind: 'source', slug: other.id }, context) },
              titleOf(other, tag).value,
            ),
          ),
    ],
    [ui.attribution, source.attribution],
    [ui.versions, source.versions.length === 0 ? null : versionList(source, context)],
  ])
}

const versionList = (source: Source, { messages }: PageContext): Markup =>
  el(
    'details',
    {},
    el('summary', {}, String(source.versions.length)),
    el(
      'ol',
      {},
      source.versions.map((version) =>
        el(
          'li',
          {},
          version.capturedAt === null ? messages.ui.dateUnknown : formatDate(version.capturedAt, messages.tag),
          version.effectiveFrom !== null &&
            ` · ${messages.ui.heldSince(formatDate(version.effectiveFrom, messages.tag))}`,
          version.incomplete && ` · ${messages.ui.incomplete}`,
          version.sha256 !== null && [' · ', el('code', {}, `sha256 ${version.sha256}`)],
        ),
      ),
    ),
  )

const archiveLink = ({ name, url }: { readonly name: string; readonly url: string | null }): Markup =>
  url === null ? join(name) : join(`${name}: `, outsideLink(url))

function externalLink({ scheme, value }: ExternalId): Markup {
  const address = scheme === 'wikidata' ? `https://www.wikidata.org/wiki/${encodeURIComponent(value)}` : value
  return el('span', { class: 'site-item' }, `${scheme}: `, outsideLink(address))
}
