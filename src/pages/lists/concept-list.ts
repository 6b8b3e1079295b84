import type { Concept, ConceptKind } from '../../domain/concept.ts'
import { type ConceptTree, narrowerOf } from '../../domain/concept-tree.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { PageCursor } from '../../domain/store/page.ts'
import { nameOf } from '../../sentences/names.ts'
import { capitalised } from '../../text/languages.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import type { Page, PageContext } from '../page.ts'
import { formatCursor } from '../page-cursor.ts'
import { nextPage } from '../parts/next-page.ts'
import { recordedRevision } from '../sections/cite-search.ts'
import { listPage, listPath } from './list-page.ts'

/** Concepts of one tree on a page. A tree is cut between its tops, or within one that is larger than a page. */
const PAGE_SIZE = 100
/** Depth of nested lists; deeper concepts are on the pages of broader ones. */
const MAX_DEPTH = 4

/** /data: data categories and uses, from broad to narrow, each with the number of claims that name exactly it. */
export async function conceptListPage(after: PageCursor | null, context: PageContext): Promise<Page> {
  const { store, messages, asOf } = context
  const { ui } = messages
  const revision = await store.revisionAt(asOf)
  const [data, uses] = await Promise.all([
    treeOf('DataCategory', after?.key ?? '', context, revision),
    treeOf('Use', after?.id ?? '', context, revision),
  ])
  // The cursor has the last top of both trees.
  const page = { cursors: [{ key: data.last, id: uses.last }], hasMore: data.hasMore || uses.hasMore }
  const content = [
    data.section,
    uses.section,
    nextPage(page, after === null, (cursor) => listPath('/data', cursor, context), messages),
  ]
  const rest = after === null ? '' : `&after=${formatCursor(after)}`
  const title = ui.header.sections.data
  const summary = ui.things.lists.data(data.total, uses.total)
  const read = { total: data.total + uses.total, revision: await recordedRevision(revision, context) }
  return listPage({ section: 'data', path: '/data', rest, title, summary, content, read }, context)
}

interface TreePart {
  readonly section: Markup | false
  readonly total: number
  /** Slug of the last top. */
  readonly last: string
  readonly hasMore: boolean
}

async function treeOf(
  kind: ConceptKind,
  after: string,
  context: PageContext,
  revision: RevisionNumber,
): Promise<TreePart> {
  const { store, messages } = context
  const tree = await store.conceptTree(kind, revision)
  const tops = tree.all.filter(({ id, broader }) => broader.length === 0 && id > after)
  const shown: Concept[] = []
  const chosen: Concept[] = []
  for (const top of tops) {
    if (shown.length >= PAGE_SIZE) break
    chosen.push(top)
    collect(top, tree, shown, 1)
  }
  const ids = shown.slice(0, 2 * PAGE_SIZE).map(({ id }) => id)
  const counts = await store.countClaimsOf(kind, ids, revision)
  const countOf = new Map<string, number>(ids.map((id, i) => [id, counts[i] ?? 0]))
  const id = kind === 'DataCategory' ? 'categories' : 'uses'
  return {
    section:
      chosen.length > 0 &&
      el(
        'section',
        { 'aria-labelledby': id },
        el('h2', { id }, messages.ui.things.lists[id]),
        branch(chosen, kind, tree, countOf, context, 1),
      ),
    total: tree.all.length,
    last: chosen.at(-1)?.id ?? after,
    hasMore: chosen.length < tops.length,
  }
}

/** Adds a concept and its narrower ones, each once, down to MAX_DEPTH. */
function collect(concept: Concept, tree: ConceptTree, found: Concept[], depth: number): void {
  if (found.length >= 2 * PAGE_SIZE || found.includes(concept)) return
  found.push(concept)
  if (depth < MAX_DEPTH) for (const narrower of narrowerOf(concept.id, tree)) collect(narrower, tree, found, depth + 1)
}

function branch(
  concepts: readonly Concept[],
  kind: ConceptKind,
  tree: ConceptTree,
  countOf: ReadonlyMap<string, number>,
  context: PageContext,
  depth: number,
): Markup {
  const { messages, links } = context
  const { ui, tag } = messages
  return el(
    'ul',
    { class: depth === 1 ? 'site-tree' : null },
    concepts
      .filter(({ id }) => countOf.has(id))
      .map((concept) => {
        const narrower = narrowerOf(concept.id, tree)
        const shown = depth < MAX_DEPTH ? narrower.filter(({ id }) => countOf.has(id)) : []
        const hidden = narrower.length - shown.length
        const href = links.page({ kind: kind === 'Use' ? 'use' : 'data', slug: concept.id })
        return el(
          'li',
          {},
          el('a', { href }, capitalised(nameOf(concept, tag), tag)),
          ' ',
          el('span', { class: 'site-note' }, ui.things.claims(countOf.get(concept.id) ?? 0)),
          hidden > 0 && [' · ', el('a', { href }, ui.things.narrowerMore(hidden))],
          shown.length > 0 && branch(shown, kind, tree, countOf, context, depth + 1),
        )
      }),
  )
}
