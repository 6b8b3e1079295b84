import type { Concept } from '../../domain/concept.ts'
import { type ConceptTree, narrowerOf } from '../../domain/concept-tree.ts'
import type { Entity, SpeaksFor } from '../../domain/entity.ts'
import type { ExternalId, Name } from '../../domain/name.ts'
import { isJudged, sourceIdsIn } from '../../domain/provenance.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import { toSlug } from '../../domain/slug.ts'
import {
  archivedCopyOf,
  captureAnchor,
  changeOf,
  NOTE_LANGUAGE,
  type Source,
  type SourceVersion,
} from '../../domain/source.ts'
import { entityName } from '../../sentences/claimant-name.ts'
import { nameOf, namesFrom } from '../../sentences/names.ts'
import { periodOf } from '../../sentences/proposition.ts'
import { provenanceWords } from '../../sentences/provenance.ts'
import { printedTitleOf, titleOf } from '../../sentences/source-title.ts'
import { formatDate, pickText } from '../../text/languages.ts'
import { outsideLink } from '../../widgets/html/claim-list.ts'
import { el, join, type Markup } from '../../widgets/html/markup.ts'
import { sourceTitle } from '../../widgets/html/source-title.ts'
import { captureWords } from '../../widgets/view/card-capture.ts'
import type { PageContext } from '../page.ts'
import type { PageTopic } from '../page-topic.ts'
import { namesWith } from './names-with.ts'
import { type TermEntry, termList } from './term-list.ts'

/**
 * Properties of the thing itself, apart from claims about it.
 *
 * @param more further properties of an entity
 */
export async function thingDetails(
  topic: PageTopic,
  context: PageContext,
  revision: RevisionNumber,
  more: readonly TermEntry[] = [],
): Promise<Markup | null> {
  const { store } = context
  if (topic.kind === 'entity') {
    const [entity] = await store.entities([toSlug(topic.slug)], revision)
    return entity ? entityDetails(entity, context, revision, more) : null
  }
  if (topic.kind === 'source') {
    const [source] = await store.sources([toSlug(topic.slug)], revision)
    return source ? sourceDetails(source, context, revision) : null
  }
  if (topic.kind === 'data' || topic.kind === 'use') {
    const tree = await store.conceptTree(topic.kind === 'data' ? 'DataCategory' : 'Use', revision)
    const concept = tree.byId.get(topic.slug)
    return concept ? conceptDetails(concept, tree, topic.kind, context) : null
  }
  return null
}

async function entityDetails(
  entity: Entity,
  context: PageContext,
  revision: RevisionNumber,
  more: readonly TermEntry[],
): Promise<Markup | null> {
  const { messages, store, links } = context
  const { ui, tag } = messages
  const own = nameOf(entity, tag)
  const others = entity.names.filter(({ value }) => value !== own)
  const distinct = [...new Map(others.map((name) => [name.value, name])).values()]
  const named = {
    entities: entity.speaksFor.map(({ entityId }) => entityId),
    sources: sourceIdsIn([...entity.speaksFor, ...distinct].map(({ provenance }) => provenance)),
  }
  const known = await namesWith(NO_NAMES, named, store, revision)
  const originOf = ({ provenance }: SpeaksFor | Name): string => provenanceWords(provenance, known, messages)
  const names = distinct.map((name) =>
    el(
      'bdi',
      { lang: name.language, class: 'site-item' },
      name.kind === 'FORMER' ? ui.former(name.value, periodOf(name, messages), originOf(name)) : name.value,
    ),
  )
  const spoken = entity.speaksFor.map((one) => {
    const period = periodOf(one, messages)
    return el(
      'span',
      { class: 'site-item' },
      el('a', { href: links.page({ kind: 'entity', slug: one.entityId }) }, entityName(one.entityId, known, messages)),
      ` (${[...(period === null ? [] : [period]), originOf(one)].join('; ')})`,
    )
  })
  return termList([
    [ui.names, names],
    [ui.speaksForWhom, spoken],
    ...more,
    [ui.elsewhere, entity.externalIds.map(externalLink)],
  ])
}

const NO_NAMES = namesFrom({ entities: [], sources: [], concepts: [], claims: [] })

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
  const { store, messages, links } = context
  const { ui, tag } = messages
  const [publisher] = source.publishedBy === null ? [null] : await store.entities([source.publishedBy], revision)
  const derivations = source.derivedFrom
  const named = {
    sources: [...derivations.map(({ sourceId }) => sourceId), ...sourceIdsIn(derivations.map((d) => d.provenance))],
  }
  const known = await namesWith(NO_NAMES, named, store, revision)
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
      derivations.length === 0 && source.derivation === 'UNKNOWN'
        ? ui.restsUnknown
        : derivations.flatMap(({ sourceId, provenance }) => {
            const other = known.source(sourceId)
            if (other === null) return []
            const link = el('a', { href: links.page({ kind: 'source', slug: other.id }) }, sourceTitle(other, messages))
            const origin = provenanceWords(provenance, known, messages)
            const note = isJudged(provenance) && provenance.note ? pickText(provenance.note, tag) : null
            const reason = note === null ? [] : [' ', el('span', { lang: note.language }, note.value)]
            return [el('span', { class: 'site-item' }, link, ` (${origin})`, ...reason)]
          }),
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

/** The archive of a source: a link to the copy if its URL is known, else the archive with its URL. */
function archiveEntry(source: Source, { messages: { ui } }: PageContext): TermEntry {
  const { archive } = source
  if (archive === null) return [ui.archivedBy, null]
  const copy = archivedCopyOf(source)
  if (copy !== null) return [ui.archived, join(`${archive.name}: `, outsideLink(copy))]
  return [ui.archivedBy, archive.url === null ? archive.name : join(`${archive.name} · `, outsideLink(archive.url))]
}

function externalLink({ scheme, value }: ExternalId): Markup {
  const known = scheme === 'wikidata'
  const url = known ? `https://www.wikidata.org/wiki/${encodeURIComponent(value)}` : value
  return el('span', { class: 'site-item' }, known ? 'Wikidata ' : `${scheme}: `, outsideLink(url, known ? value : url))
}
