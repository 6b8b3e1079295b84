import type { RevisionNumber } from '../domain/revision-number.ts'
import { toSlug } from '../domain/slug.ts'
import type { StandingName } from '../domain/standing.ts'
import { nameOf } from '../sentences/names.ts'
import type { PageContext } from './page.ts'
import type { PageTopic } from './page-topic.ts'

/** Claims of a page that are exported together: those that match the parameters of an export. */
export interface ExportSet {
  /** Name beside other sets of the page. */
  readonly name: string
  /** Parameters of the filter; empty for all claims. */
  readonly query: URLSearchParams
}

/**
 * Returns the sets of claims that the page of a topic shows, each as a filter of exports. A comparison has one for each entity.
 * @param statuses filter of the page; empty for all
 */
export async function exportSets(
  { kind, slug }: Pick<PageTopic, 'kind' | 'slug'>,
  { store, messages }: PageContext,
  revision: RevisionNumber,
  statuses: readonly StandingName[] = [],
): Promise<readonly ExportSet[]> {
  const { exports: words } = messages.ui
  const set = (name: string, parameter: string, value = slug): ExportSet => {
    const query = new URLSearchParams({ [parameter]: value })
    if (statuses.length > 0) query.set('status', statuses.join(','))
    return { name, query }
  }
  if (kind === 'entity' || kind === 'network') return [set(words.says, 'claimant'), set(words.about, 'about')]
  if (kind === 'compare') {
    const slugs = slug.split(',').map(toSlug)
    const entities = await store.entities(slugs, revision)
    return slugs.map((id, i) => set(entities[i] ? nameOf(entities[i], messages.tag) : id, 'subject', id))
  }
  return [set(words.files, PARAMETERS[kind])]
}

const PARAMETERS = { story: 'story', claim: 'claim', source: 'source', data: 'dataCategory', use: 'use' } as const

/** The set of all claims. */
export const everyClaimSet = ({ messages }: PageContext): ExportSet => ({
  name: messages.ui.exports.everything,
  query: new URLSearchParams(),
})
