import { toSlug } from '../../domain/slug.ts'
import type { PageCursor } from '../../domain/store/page.ts'
import { boundSlug } from '../../pages/bound-slug.ts'
import { compareForm, LEAST_COMPARED } from '../../pages/compare/compare-form.ts'
import { COMPARE_VIEWS, comparePage, compareViewIn } from '../../pages/compare/compare-page.ts'
import { COMPARE_PARAMETERS, EMBED_PARAMETERS } from '../../pages/embed/embed-request.ts'
import { conceptListPage } from '../../pages/lists/concept-list.ts'
import { entityListPage } from '../../pages/lists/entity-list.ts'
import { sourceListPage } from '../../pages/lists/source-list.ts'
import { storyListPage } from '../../pages/lists/story-list.ts'
import { absentPage } from '../../pages/missing/absent-page.ts'
import type { Page, PageContext } from '../../pages/page.ts'
import { canonicalCursor, parseCursor } from '../../pages/page-cursor.ts'
import { formatSearch, parseSearch, searchPage } from '../../pages/search/search-page.ts'
import { conceptPage } from '../../pages/things/concept-page.ts'
import { entityPage, entityViewIn } from '../../pages/things/entity-page.ts'
import { sourcePage } from '../../pages/things/source-page.ts'
import type { QueryParameters } from '../../text/query-parameters.ts'
import { firstUnits } from '../../text/short-message.ts'
import type { RawResponse } from '../cache/cached-response.ts'
import { pick } from '../cache/canonical-path.ts'
import { type CompleteRoute, PAGE_HEADERS } from './route.ts'

const toResponse = ({ status, html }: Page): RawResponse => ({ status, headers: PAGE_HEADERS, body: html })

/** Parameters of a page with a list of several pages. */
const THING_PARAMETERS: QueryParameters = { ...EMBED_PARAMETERS, known: [...EMBED_PARAMETERS.known, 'after'] }

/** The query with cursor and view in their canonical spelling. Unknown ones are removed. */
function canonicalThing(query: URLSearchParams, view: string | null): URLSearchParams {
  const known = new URLSearchParams(query)
  known.set('after', canonicalCursor(query.get('after')))
  known.set('view', view ?? '')
  return pick(known, 'lang', 'asOf', 'view', 'after')
}

/** /entity/…, /source/…, /data/…, /use/… */
export const thingRoute: CompleteRoute = {
  pattern: /^\/(entity|source|data|use)\/([^/]+)$/,
  dependsOnViewer: false,
  needsLanguage: true,
  parameters: THING_PARAMETERS,
  options: ({ parts, query }) => canonicalThing(query, parts[0] === 'entity' ? entityViewIn(query.get('view')) : null),
  respond: async ({ parts, query, context }) => {
    const kind = KINDS.find((one) => one === parts[0]) ?? 'entity'
    const slug = boundSlug(kind, parts[1] ?? '')
    const after = parseCursor(query.get('after'))
    const page =
      kind === 'entity'
        ? await entityPage(slug, { view: entityViewIn(query.get('view')), after }, context)
        : kind === 'source'
          ? await sourcePage(slug, after, context)
          : await conceptPage(kind, slug, after, context)
    return toResponse(page ?? (await absentPage(kind, slug, context)))
  },
}

const KINDS = ['entity', 'source', 'data', 'use'] as const

const LISTS: Readonly<Record<string, (after: PageCursor | null, context: PageContext) => Promise<Page>>> = {
  stories: storyListPage,
  entities: entityListPage,
  data: conceptListPage,
  sources: sourceListPage,
}

/** /stories, /entities, /data, /sources */
export const listRoute: CompleteRoute = {
  pattern: /^\/(stories|entities|data|sources)$/,
  dependsOnViewer: false,
  needsLanguage: true,
  parameters: { known: ['lang', 'asOf', 'after'], repeatable: [], foreign: 'IGNORED' },
  options: ({ query }) => canonicalThing(query, null),
  respond: async ({ parts, query, context }) => {
    const list = LISTS[parts[0] ?? ''] ?? storyListPage
    return toResponse(await list(parseCursor(query.get('after')), context))
  },
}

/** Maximum length of a name that the form of comparisons searches for, in UTF-16 units. */
const MAX_NAME = 100

/** /compare : the form; /compare?entities=x,linkedin : the comparison. */
export const compareRoute: CompleteRoute = {
  pattern: /^\/compare$/,
  dependsOnViewer: false,
  needsLanguage: true,
  parameters: {
    ...COMPARE_PARAMETERS,
    known: [...COMPARE_PARAMETERS.known, 'add'],
    repeatable: [...COMPARE_PARAMETERS.repeatable, 'entities'],
  },
  options: ({ query }) => {
    const known = new URLSearchParams(query)
    const slugs = query.getAll('entities').flatMap((one) => one.split(',').filter((slug) => slug !== ''))
    known.set('entities', slugs.join(','))
    const view = compareViewIn(query.get('view'))
    known.set('view', view === COMPARE_VIEWS[0] ? '' : view)
    known.set('add', firstUnits((query.get('add') ?? '').trim(), MAX_NAME))
    return pick(known, 'entities', 'lang', 'asOf', 'view', 'add')
  },
  respond: async ({ query, context }) => {
    const entities = boundSlug('compare', query.get('entities') ?? '')
    const chosen = entities.split(',').flatMap((slug) => (slug === '' ? [] : toSlug(slug)))
    const name = query.get('add') ?? ''
    const page =
      chosen.length === 0 || name !== '' ? null : await comparePage(entities, compareViewIn(query.get('view')), context)
    if (name !== '' || chosen.length === 0 || (page !== null && chosen.length < LEAST_COMPARED))
      return toResponse(await compareForm(chosen, name, context))
    return toResponse(page ?? (await absentPage('compare', entities.replaceAll(',', ' '), context)))
  },
}

/** /search?q= */
export const searchRoute: CompleteRoute = {
  pattern: /^\/search$/,
  dependsOnViewer: false,
  needsLanguage: true,
  parameters: { known: ['lang', 'q', 'kind', 'from', 'asOf'], repeatable: [], foreign: 'IGNORED' },
  options: ({ query }) => {
    const known = new URLSearchParams(formatSearch(parseSearch(query)))
    for (const name of ['lang', 'asOf']) known.set(name, query.get(name) ?? '')
    return pick(known, 'lang', 'q', 'kind', 'from', 'asOf')
  },
  respond: async ({ query, context }) => toResponse(await searchPage(parseSearch(query), context)),
}
