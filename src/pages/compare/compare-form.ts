import type { Entity } from '../../domain/entity.ts'
import { type Slug, toSlug } from '../../domain/slug.ts'
import { nameOf } from '../../sentences/names.ts'
import { searchTerms } from '../../text/search-text.ts'
import { firstUnits } from '../../text/short-message.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { listPage } from '../lists/list-page.ts'
import { nearNames } from '../missing/near-names.ts'
import type { Page, PageContext } from '../page.ts'
import { pageAfter } from '../page-cursor.ts'
import { MAX_COMPARED } from '../page-topic.ts'
import { findHits } from '../search-hits.ts'

/** Entities to choose from without a search. */
const LISTED = 50
const FOUND = 10
/** Maximum length of a searched name in UTF-16 units. */
const MAX_NAME = 100

export const LEAST_COMPARED = 2

/**
 * Form that chooses the entities of a comparison. It is a GET form, so it needs no script.
 *
 * @param chosen slugs of known entities, which stay chosen
 * @param name name to search for; empty for none
 */
export async function compareForm(chosen: readonly Slug[], name: string, context: PageContext): Promise<Page> {
  const { store, messages, asOf } = context
  const { ui, tag } = messages
  const revision = await store.revisionAt(asOf)
  const searched = firstUnits(name.trim(), MAX_NAME)
  const [kept, found, listed] = await Promise.all([
    store.entities(chosen, revision),
    searched === '' ? [] : findEntities(searched, context),
    store.entityPage({}, 'NAME', pageAfter(LISTED, null), revision),
  ])
  const first = [...kept.flatMap((entity) => entity ?? []), ...found]
  const all = [...new Map([...first, ...listed.items].map((entity) => [entity.id, entity])).values()]
  const ids = all.map(({ id }) => id)
  const [says, about] = await Promise.all([
    store.countClaimsOf('Claimant', ids, revision),
    store.countClaimsOf('About', ids, revision),
  ])
  const content = [
    el(
      'form',
      { action: '/compare', method: 'get', class: 'site-compare' },
      el('input', { type: 'hidden', name: 'lang', value: tag }),
      asOf !== null && el('input', { type: 'hidden', name: 'asOf', value: asOf }),
      el(
        'p',
        {},
        el('label', { for: 'add' }, ui.things.compare.add),
        ' ',
        el('input', {
          id: 'add',
          type: 'search',
          name: 'add',
          maxlength: MAX_NAME,
          value: searched === '' ? null : searched,
        }),
      ),
      searched !== '' &&
        el(
          'p',
          { role: 'status' },
          found.length > 0 ? ui.things.compare.found(found.length) : ui.nothingFound(searched),
        ),
      el(
        'fieldset',
        {},
        el('legend', {}, ui.things.compare.choose(LEAST_COMPARED, MAX_COMPARED)),
        el(
          'ul',
          { class: 'site-compared' },
          all.map((entity, i) => choice(entity, ui.front.saysAbout(says[i] ?? 0, about[i] ?? 0), chosen, context)),
        ),
      ),
      el('button', { type: 'submit', class: 'site-button' }, ui.things.compare.show),
    ),
    listed.hasMore && el('p', { class: 'site-note' }, ui.things.compare.more(LISTED)),
  ]
  return listPage(
    {
      section: 'compare',
      path: '/compare',
      rest: '',
      title: ui.header.sections.compare,
      summary: ui.things.compare.summary,
      content,
    },
    context,
  )
}

/** @param counts number of claims that the entity speaks of, and number of those about it, in words */
function choice(entity: Entity, counts: string, chosen: readonly Slug[], { messages }: PageContext): Markup {
  const { tag } = messages
  const id = `choose-${entity.id}`
  return el(
    'li',
    {},
    el('input', { id, type: 'checkbox', name: 'entities', value: entity.id, checked: chosen.includes(entity.id) }),
    ' ',
    el('label', { for: id }, nameOf(entity, tag), counts !== '' && [' ', el('small', {}, counts)]),
  )
}

/** Entities with the words of a name, or else those with near names. */
async function findEntities(name: string, context: PageContext): Promise<readonly Entity[]> {
  const { store, asOf } = context
  const revision = await store.revisionAt(asOf)
  const { hits } = await findHits(searchTerms(name), { shown: FOUND, kinds: ['Entity'] }, context, revision)
  const near = hits.length > 0 ? hits : await nearNames(name, context, revision, ['Entity'])
  const ids = near.flatMap(({ kind, id }) => (kind === 'Entity' ? [toSlug(id)] : []))
  return (await store.entities(ids, revision)).flatMap((entity) => entity ?? [])
}
