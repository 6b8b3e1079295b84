import { STANDING_NAMES, type StandingName } from '../../domain/standing.ts'
import { boundSlug } from '../bound-slug.ts'

/** Tabs of a story's page. The first one needs no parameter. Tabs that embeds have too have the name of the view there. */
export const STORY_TABS = ['graph', 'list', 'matrix', 'timeline'] as const
export type StoryTab = (typeof STORY_TABS)[number]

export interface StoryRequest {
  readonly tab: StoryTab
  /** Statuses of the list; empty for all. Other tabs have none. */
  readonly statuses: readonly StandingName[]
  /** Slug of the last claim of the page before; null for the first page. Other tabs have none. */
  readonly after: string | null
}

export const FIRST_TAB: StoryRequest = { tab: 'graph', statuses: [], after: null }

/** Parses `view`, `status` and `after`. Unknown values count as absent, so no URL breaks the page. */
export function parseStory(query: URLSearchParams): StoryRequest {
  const tab = STORY_TABS.find((one) => one === query.get('view')) ?? 'graph'
  if (tab !== 'list') return { ...FIRST_TAB, tab }
  const given = new Set(query.getAll('status').flatMap((value) => value.toUpperCase().split(',')))
  const after = query.get('after') ?? ''
  return {
    tab,
    statuses: STANDING_NAMES.filter((name) => given.has(name)),
    after: after === '' ? null : boundSlug('claim', after),
  }
}

/** Parameters of a request without defaults, so that one page has one URL. */
export function formatStory({ tab, statuses, after }: StoryRequest): URLSearchParams {
  const query = new URLSearchParams()
  if (tab !== 'graph') query.set('view', tab)
  if (statuses.length > 0) query.set('status', statuses.join(','))
  if (after !== null) query.set('after', after)
  return query
}

/** Path of a tab of the page. */
export function storyPath(url: string, request: StoryRequest): string {
  const query = formatStory(request).toString()
  return query === '' ? url : `${url}&${query}`
}
