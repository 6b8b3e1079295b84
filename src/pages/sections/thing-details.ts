import type { Concept } from '../../domain/concept.ts'
import { type ConceptTree, narrowerOf } from '../../domain/concept-tree.ts'
import type { Entity } from '../../domain/entity.ts'
import type { ExternalId } from '../../domain/name.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import {
  archivedCopyOf,
  captureAnchor,
  changeOf,
  NOTE_LANGUAGE,
  type Source,
  type SourceVersion,
} from '../../domain/source.ts'
import { nameOf } from '../../sentences/names.ts'
import { printedTitleOf, titleOf } from '../../sentences/source-title.ts'
import { formatDate } from '../../text/languages.ts'
import { outsideLink } from '../../widgets/html/claim-list.ts'
import { el, join, type Markup } from '../../widgets/html/markup.ts'
import { sourceTitle } from '../../widgets/html/source-title.ts'
import { captureWords } from '../../widgets/view/card-capture.ts'
import type { PageContext } from '../page.ts'
import type { PageTopic } from '../page-topic.ts'
import { type TermEntry, termList } from './term-list.ts'

/** Properties of the thing itself, apart from claims about it. */
export async function thingDetails(
  topic: PageTopic,
  context: PageContext,
  revision: RevisionNumber,
): Promise<Markup | null> {
  const { store } = context
  if (topic.kind === 'entity') {
    const [entity] = await store.entities([topic.slug], revision)
    return entity ? entityDetails(entity, context) : null
  }
  if (topic.kind === 'source') {
    const [source] = await store.sources([topic.slug], revision)
    return source ? sourceDetails(source, context, revision) : null
  }
  if (topic.kind === 'data' || topic.kind === 'use') {
    const tree = await store.concepts(topic.kind === 'data' ? 'DataCategory' : 'Use', revision)
    const concept = tree.byId.get(topic.slug)
    return concept ? conceptDetails(concept, tree, topic.kind, context) : null
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
    el('a', { class: 'site-item', href: context.links.page({ kind, slug: other.id }) }, nameOf(other, tag))
  return termList([
    [ui.broader, tree.all.filter(({ id }) => concept.broader.includes(id)).map(link)],
    [ui.narrower, narrowerOf(concept.id, tree).map(link)],
    [ui.elsewhere, concept.externalIds.map(externalLink)],
  ])
}

async function sourceDetails(source: Source, context: PageContext, revision: RevisionNumber): Promise<Markup | null> {
  const { store, messages } = context
  const { ui, tag } = messages
  const [publisher] = source.publishedBy === null ? [null] : await store.entities([source.publishedBy], revision)
  const rests = (await store.sources(source.derivedFrom, revision)).flatMap((other) => other ?? [])
  const printed = titleOf(source, tag).kind === 'TRANSLATED' ? printedTitleOf(source) : null
  return termList([
    [ui.titlePrinted, printed && el('bdi', { lang: printed.language }, messages.quoted(printed.value))],
    [
      ui.publishedBy,
      publisher
        ? el('a', { href: context.links.page({ kind: 'entity', slug: publisher.id }) }, nameOf(publisher, tag))
        : null,
    ],
    [ui.publishedAt, source.publishedAt === null ? ui.dateUnknown : formatDate(source.publishedAt, tag)],
    [ui.url, source.url === null ? null : outsideLink(source.url)],
    archiveEntry(source, context),
    [
      ui.restsOn,
      rests.length === 0 && source.derivation === 'UNKNOWN'
        ? ui.restsUnknown
        : rests.map((other) =>
            el(
              'a',
              { class: 'site-item', href: context.links.page({ kind: 'source', slug: other.id }) },
              sourceTitle(other, messages),
            ),
          ),
    ],
    [ui.attribution, source.attribution === null ? null : el('span', { lang: source.language }, source.attribution)],
    [ui.versions, source.versions.length === 0 ? null : versionList(source, context)],
  ])
}

/** Captures with their dates and kinds, and their hashes for verification. */
function versionList({ versions }: Source, { messages }: PageContext): Markup {
  const { ui } = messages
  const item = (version: SourceVersion): Markup => {
    const change = changeOf(version, versions)
    return el(
      'li',
      { id: captureAnchor(version.id) },
      [
        ...captureWords(version, messages),
        ...(change === null ? [] : [ui.versionKinds[change]]),
        ...(version.incomplete ? [ui.incomplete] : []),
      ].join(' · '),
      version.note !== null && el('p', { lang: NOTE_LANGUAGE, dir: 'auto' }, version.note),
      version.sha256 !== null &&
        el('details', {}, el('summary', {}, ui.fingerprint), el('code', {}, `sha256 ${version.sha256}`)),
    )
  }
  return el('details', {}, el('summary', {}, String(versions.length)), el('ol', {}, versions.map(item)))
}

/** The archive of a source. Where only the archive's home page is known, its name is shown without a link. */
function archiveEntry(source: Source, { messages: { ui } }: PageContext): TermEntry {
  const { archive } = source
  if (archive === null) return [ui.archivedBy, null]
  const copy = archivedCopyOf(source)
  if (copy !== null) return [ui.archived, join(`${archive.name}: `, outsideLink(copy))]
  return [ui.archivedBy, archive.url === null ? archive.name : join(`${archive.name} · `, outsideLink(archive.url))]
}

function externalLink({ scheme, value }: ExternalId): Markup {
  const url = scheme === 'wikidata' ? `https://www.wikidata.org/wiki/${encodeURIComponent(value)}` : value
  return el('span', { class: 'site-item' }, `${scheme}: `, outsideLink(url))
}
