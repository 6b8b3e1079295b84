import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { Slug } from '../../domain/slug.ts'
import type { SearchField } from '../../domain/store/search-candidate.ts'
import type { ThingKind } from '../../domain/thing-kind.ts'
import { nameOf, namesFrom } from '../../sentences/names.ts'
import { formatList } from '../../text/languages.ts'
import { queryTerms, words } from '../../text/search-text.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { nearNames } from '../missing/near-names.ts'
import type { PageContext } from '../page.ts'
import { MAX_COMPARED } from '../page-topic.ts'
import { findHits } from '../search-hits.ts'
import { searchResultList } from '../sections/search-results.ts'
import { type EmbedKind, viewsOf } from './embed-request.ts'

export interface EmbedSearch {
  /** Text of the live region: "8 results". */
  readonly count: string
  readonly list: Markup | null
}

/** Number of search results in which `entityCalled` looks for a name. */
const LOOKED_AT = 500
const SHOWN = 20

/** Path of the builder for another thing, with the same options. */
export function builderPath(query: URLSearchParams, kind: EmbedKind, slug: string): string {
  const own = new URLSearchParams(query)
  own.set('what', `${kind}/${slug}`)
  own.delete('add')
  // A view that the other thing lacks is dropped.
  if (!viewsOf(kind).some((view) => view === own.get('view'))) own.delete('view')
  return `/embed/new?${own.toString().replaceAll('%2F', '/').replaceAll('%2C', ',')}`
}

/** Finds embeddable things that match all words, and a comparison where several words are names. */
export async function findThings(
  text: string,
  query: URLSearchParams,
  context: PageContext,
  revision: RevisionNumber,
): Promise<EmbedSearch> {
  const { ui } = context.messages
  const terms = queryTerms(text.replace(/[/,-]/g, ' '))
  const found = await findHits(terms, { shown: SHOWN }, context, revision)
  // A thing with all of its claims comes before any one of them.
  const hits = found.hits.toSorted((a, b) => Number(a.kind === 'Claim') - Number(b.kind === 'Claim'))
  const comparison = await comparisonOf(terms, query, context, revision)
  const count = hits.length + (comparison ? 1 : 0)
  if (count === 0) return nearThings(text, null, (kind, slug) => builderPath(query, kind, slug), context, revision)
  const list = await searchResultList(
    hits,
    context,
    revision,
    (kind, slug) => builderPath(query, kind, slug),
    (kind, slug) =>
      kind === 'entity' && el('a', { href: builderPath(query, 'compare', slug) }, ui.builder.compareWithOthers),
  )
  return { count: ui.results(count), list: el('div', {}, comparison, hits.length > 0 && list) }
}

/** Finds entities to add to a comparison. */
export async function findMore(
  text: string,
  compared: readonly string[],
  query: URLSearchParams,
  context: PageContext,
  revision: RevisionNumber,
): Promise<EmbedSearch> {
  const { ui } = context.messages
  const { hits } = await findHits(
    queryTerms(text),
    { shown: SHOWN, kinds: ['Entity'], except: compared },
    context,
    revision,
  )
  const pathOf = (_: EmbedKind, slug: string): string => builderPath(query, 'compare', [...compared, slug].join(','))
  if (hits.length === 0) return nearThings(text, { kinds: ['Entity'], except: compared }, pathOf, context, revision)
  const list = await searchResultList(hits, context, revision, pathOf)
  return { count: ui.results(hits.length), list }
}

/** Things with names that are written like a text that nothing matches. */
async function nearThings(
  text: string,
  among: { readonly kinds: readonly ThingKind[]; readonly except: readonly string[] } | null,
  pathOf: (kind: EmbedKind, slug: string) => string,
  context: PageContext,
  revision: RevisionNumber,
): Promise<EmbedSearch> {
  const { ui } = context.messages
  const found = await nearNames(text, context, revision, among?.kinds ?? null)
  const near = found.filter(({ id }) => !among?.except.includes(id))
  const count = ui.nothingFound(text)
  if (near.length === 0) return { count, list: null }
  const list = await searchResultList(near, context, revision, pathOf)
  return { count, list: el('div', {}, el('p', {}, `${ui.near}:`), list) }
}

/** Link to a comparison of the entities with these names: "x roll20". */
async function comparisonOf(
  terms: readonly string[],
  query: URLSearchParams,
  context: PageContext,
  revision: RevisionNumber,
): Promise<Markup | null> {
  const { store, messages } = context
  const named = await Promise.all(terms.map((term) => entityCalled(term, context, revision)))
  const ids = [...new Set(named.flatMap((id) => id ?? []))].slice(0, MAX_COMPARED)
  if (ids.length < 2) return null
  const entities = (await store.entities(ids, revision)).flatMap((entity) => entity ?? [])
  const names = namesFrom({ entities })
  const entityNames = ids.flatMap((id) => names.entity(id) ?? []).map((entity) => nameOf(entity, messages.tag))
  const href = builderPath(query, 'compare', ids.join(','))
  return el('p', {}, el('a', { href }, messages.ui.builder.compareNow(formatList(entityNames, messages.tag))))
}

/** The best entity that has the word in a name; a search finds beginnings of words too. */
async function entityCalled(
  term: string,
  { store, messages }: PageContext,
  revision: RevisionNumber,
): Promise<Slug | undefined> {
  const request = { terms: [term], language: messages.tag, kinds: ['Entity'], limit: LOOKED_AT } as const
  const { things } = await store.search(request, revision)
  const fields = await store.searchFields(things, revision)
  return things.find((_, place) => isCalled(fields[place] ?? [], term))?.id
}

const isCalled = (fields: readonly SearchField[], term: string): boolean =>
  fields.some(({ field, value }) => NAMES.includes(field) && words(value).includes(term))
const NAMES: readonly string[] = ['PREFERRED', 'ALIAS', 'FORMER', 'SLUG']
