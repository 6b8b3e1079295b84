import { STANDING_NAMES, type StandingName } from '../../domain/standing.ts'
import { messagesIn } from '../../messages/all-messages.ts'
import type { Messages } from '../../messages/en.ts'
import { INSTANT_EXAMPLE } from '../../text/instant.ts'
import type { QueryParameters } from '../../text/query-parameters.ts'
import { MAX_QUOTE, truncate } from '../../text/short-message.ts'
import { boundSlug } from '../bound-slug.ts'
import { TOPIC_KINDS, type TopicKind } from '../page-topic.ts'
import { requestedInstant } from '../requested-instant.ts'

export const VIEWS = ['graph', 'claim', 'timeline', 'matrix', 'network'] as const
export type ViewName = (typeof VIEWS)[number]
export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]
/** Kinds of embeds. Their URLs are in articles, so they never change. */
export const EMBEDDABLE = TOPIC_KINDS
export type EmbedKind = TopicKind

/** A widget, as its URL requests it. */
export interface EmbedRequest {
  readonly kind: EmbedKind
  readonly slug: string
  readonly view: ViewName
  readonly messages: Messages
  readonly theme: Theme
  /** Statuses to show, each with its side: STATED does not include STATED_NOT. Empty for all. */
  readonly statuses: readonly StandingName[]
  readonly limit: number
  /** True if a timeline has the revisions of the record too. */
  readonly recorded: boolean
  /** ISO instant for a pinned widget; null for a live one. */
  readonly asOf: string | null
  /** Invalid parameters of the URL; each is replaced by its default. */
  readonly problems: readonly string[]
}

export const DEFAULT_LIMIT = 12
export const MAX_LIMIT = 60
/** Maximum number of unknown statuses that are reported. */
const MAX_UNKNOWN = 5

const VIEWS_OF: Readonly<Record<EmbedKind, readonly [ViewName, ...ViewName[]]>> = {
  story: ['graph', 'timeline', 'matrix', 'network'],
  entity: ['graph', 'timeline', 'matrix', 'network'],
  claim: ['claim', 'graph', 'timeline'],
  source: ['graph', 'timeline', 'matrix'],
  data: ['graph', 'timeline', 'matrix'],
  use: ['graph', 'timeline', 'matrix'],
  compare: ['matrix', 'graph', 'timeline'],
  network: ['network'],
}
/** Views of a kind of embed, the default one first. */
export const viewsOf = (kind: EmbedKind): readonly ViewName[] => VIEWS_OF[kind]

/** Query parameters of a widget. Pages and pictures have them too, so that a URL of one is a URL of the other. */
export const EMBED_PARAMETERS: QueryParameters = {
  known: ['view', 'lang', 'theme', 'status', 'limit', 'recorded', 'asOf'],
  repeatable: ['status'],
  foreign: 'IGNORED',
}

/** Query parameters of a comparison's page. */
export const COMPARE_PARAMETERS: QueryParameters = {
  ...EMBED_PARAMETERS,
  known: ['entities', ...EMBED_PARAMETERS.known],
}

/** Parses `view`, `lang`, `theme`, `status`, `limit`, `recorded` and `asOf`. Invalid values are reported and replaced, so no URL breaks a page. */
export function parseEmbed(kind: EmbedKind, slug: string, query: URLSearchParams): EmbedRequest {
  const problems: string[] = []
  const oneOf = <T extends string>(name: string, allowed: readonly T[], fallback: T): T => {
    const given = query.get(name)
    if (given === null || given === '') return fallback
    const found = allowed.find((value) => value === given)
    if (found === undefined) problems.push(`${name}=${truncate(given, MAX_QUOTE)} (${allowed.join(', ')})`)
    return found ?? fallback
  }
  const [first] = VIEWS_OF[kind]
  return {
    kind,
    slug: boundSlug(kind, slug),
    view: oneOf('view', VIEWS_OF[kind], first),
    messages: messagesIn(query.get('lang') ?? ''),
    theme: oneOf('theme', THEMES, 'auto'),
    statuses: readStatuses(query, problems),
    limit: readLimit(query.get('limit'), problems),
    recorded: oneOf('recorded', ['no', 'yes'], 'no') === 'yes',
    asOf: readAsOf(query, problems),
    problems,
  }
}

/** Formats a request as a query string without defaults, so that one widget has one URL. */
export function formatEmbed(request: EmbedRequest): string {
  const [first] = VIEWS_OF[request.kind]
  const query = new URLSearchParams()
  if (request.view !== first) query.set('view', request.view)
  query.set('lang', request.messages.tag)
  if (request.theme !== 'auto') query.set('theme', request.theme)
  if (request.statuses.length > 0) query.set('status', request.statuses.join(','))
  if (request.limit !== DEFAULT_LIMIT) query.set('limit', String(request.limit))
  if (request.recorded) query.set('recorded', 'yes')
  if (request.asOf !== null) query.set('asOf', request.asOf)
  return query.toString()
}

/** Path of the embed of a request, with its parameters. */
export const embedPath = (request: EmbedRequest): string =>
  `/embed/${request.kind}/${request.slug.split(',').map(encodeURIComponent).join(',')}?${formatEmbed(request)}`

function readStatuses(query: URLSearchParams, problems: string[]): readonly StandingName[] {
  const given = new Set(query.getAll('status').flatMap((value) => value.toUpperCase().split(',')))
  const unknown = [...given].filter((value) => value !== '' && !STANDING_NAMES.some((status) => status === value))
  for (const value of unknown.slice(0, MAX_UNKNOWN)) {
    problems.push(`status=${truncate(value, MAX_QUOTE)} (${STANDING_NAMES.join(', ')})`)
  }
  return STANDING_NAMES.filter((status) => given.has(status))
}

function readLimit(given: string | null, problems: string[]): number {
  if (given === null || given === '') return DEFAULT_LIMIT
  const limit = /^\d{1,4}$/.test(given) ? Number(given) : 0
  if (limit >= 1 && limit <= MAX_LIMIT) return limit
  problems.push(`limit=${truncate(given, MAX_QUOTE)} (1–${MAX_LIMIT})`)
  return DEFAULT_LIMIT
}

function readAsOf(query: URLSearchParams, problems: string[]): string | null {
  const requested = requestedInstant(query)
  if (requested.is === 'UNREADABLE') problems.push(`asOf=${requested.given} (${INSTANT_EXAMPLE})`)
  return requested.is === 'INSTANT' ? requested.asOf : null
}
