import { createHash } from 'node:crypto'
import { DomainError, type ErrorCode } from '../../domain/errors.ts'
import {
  CLAIM_QUERY_LISTS,
  CLAIM_QUERY_PARAMETERS,
  canonicalClaimQuery,
  parseClaimQuery,
} from '../../domain/parse-claim-query.ts'
import { EXPORT_FORMATS } from '../../exports/formats.ts'
import { joinChunks } from '../../exports/join-chunks.ts'
import { openExport } from '../../exports/open-export.ts'
import { boundSlug } from '../../pages/bound-slug.ts'
import { EMBEDDABLE, type EmbedKind, formatEmbed, viewsOf } from '../../pages/embed/embed-request.ts'
import { filterTopic } from '../../pages/filter-topic.ts'
import { linkedDataFile } from '../../pages/linked-data.ts'
import { readTopic } from '../../pages/page-topic.ts'
import { positionsFile } from '../../pages/picture-positions.ts'
import { readVersion } from '../../version.ts'
import type { RawResponse } from '../cache/cached-response.ts'
import { pick } from '../cache/canonical-path.ts'
import { bodyOf } from '../refusal.ts'
import { readRequest } from './embed.ts'
import { CACHEABLE, type CompleteRoute, DATA_HEADERS, JSON_HEADERS, type Route, type StreamedRoute } from './route.ts'

/**
 * /export/story/roll20.jsonld?lang=&asOf=&claimant= : the content of a page as linked data. The parameters of a claim
 * query filter its claims.
 */
const topicExport: CompleteRoute = {
  pattern: new RegExp(`^/export/(${EMBEDDABLE.join('|')})/([^/]+)\\.jsonld$`),
  dependsOnViewer: false,
  needsLanguage: true,
  parameters: {
    known: ['lang', 'asOf', ...CLAIM_QUERY_PARAMETERS],
    repeatable: CLAIM_QUERY_LISTS,
    foreign: 'REFUSED',
  },
  options: ({ query }) => new URLSearchParams([...pick(query, 'lang', 'asOf'), ...canonicalClaimQuery(query)]),
  respond: async ({ parts, query, messages, context }) => {
    const [kindText, wanted = ''] = parts
    const kind = EMBEDDABLE.find((one): one is EmbedKind => one === kindText) ?? 'claim'
    const slug = boundSlug(kind, wanted)
    const revision = await context.store.revisionAt(context.asOf)
    const topic = await readTopic(context.store, { kind, slug, messages, revision, asOf: context.asOf })
    if (!topic) return NONE
    try {
      const claimQuery = parseClaimQuery(query)
      const filtered = claimQuery === null ? topic : await filterTopic(context.store, topic, claimQuery, revision)
      const body = await linkedDataFile(filtered, context, revision)
      return { status: 200, headers: DATA_HEADERS, body }
    } catch (error) {
      if (error instanceof DomainError && QUERY_ERRORS.includes(error.code)) return refusalOf(error)
      throw error
    }
  },
}

/** Kinds of topics that have a picture of claims. */
const PICTURED = EMBEDDABLE.filter((kind) => viewsOf(kind).includes('graph'))
const POSITION_PARAMETERS = ['lang', 'asOf', 'status', 'limit']

/**
 * /export/story/roll20.positions.json?lang=&asOf=&status=&limit= : places of all parts of the picture of claims of a topic, as
 * /image/story/roll20.svg draws it.
 */
const positionsExport: CompleteRoute = {
  pattern: new RegExp(`^/export/(${PICTURED.join('|')})/([^/]+)\\.positions\\.json$`),
  dependsOnViewer: false,
  needsLanguage: true,
  parameters: { known: POSITION_PARAMETERS, repeatable: ['status'], foreign: 'REFUSED' },
  options: ({ parts, query }) => {
    const own = new URLSearchParams()
    for (const name of POSITION_PARAMETERS) for (const value of query.getAll(name)) own.append(name, value)
    const request = readRequest(parts, own)
    const options = new URLSearchParams(formatEmbed(request))
    // All invalid values of a parameter share one cache entry.
    for (const problem of request.problems) options.set(nameIn(problem), INVALID)
    return options
  },
  respond: async ({ parts, query, context }) => {
    const request = readRequest(parts, query)
    const [problem] = request.problems
    if (problem !== undefined) {
      const message = problem.replace(`=${INVALID}`, ': the value is unknown')
      return refusalOf(new DomainError('BAD_INPUT', `${message}.`, { argument: nameIn(problem) }))
    }
    const body = await positionsFile(request, context)
    return body === null ? NONE : { status: 200, headers: JSON_HEADERS, body }
  },
}

const INVALID = 'INVALID'

/** Returns the parameter that a problem of an embed request names first. */
const nameIn = (problem: string): string => problem.split('=')[0] ?? ''

/**
 * /export/claims.csv?lang=&asOf=&claimant= : the claims of a filter in one of the formats, streamed. The ETag is a hash of all that
 * the file depends on: its URL, the revision and the version of the program.
 */
const fileExport: StreamedRoute = {
  pattern: new RegExp(`^/export/(${EXPORT_FORMATS.map(({ file }) => file.replaceAll('.', '\\.')).join('|')})$`),
  dependsOnViewer: false,
  needsLanguage: true,
  parameters: topicExport.parameters,
  options: topicExport.options,
  stream: async ({ parts, query, messages, context, publicUrl }) => {
    const [file = ''] = parts
    const format = EXPORT_FORMATS.find((one) => one.file === file)
    if (format === undefined) return NONE
    try {
      const { store, asOf } = context
      const source = await openExport(store, { format, query, messages, asOf, publicUrl })
      return {
        status: 200,
        headers: {
          ...CACHEABLE,
          'Content-Type': format.mediaType,
          'Content-Disposition': `attachment; filename="sanad-${file}"`,
        },
        etag: tagOf(source.url, String(source.revision), readVersion()),
        stream: joinChunks(format.write(source)),
      }
    } catch (error) {
      if (error instanceof DomainError && QUERY_ERRORS.includes(error.code)) return refusalOf(error)
      throw error
    }
  },
}

const tagOf = (...parts: readonly string[]): string =>
  `"${createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 22)}"`

/** Codes of errors in the claim query of a URL. */
const QUERY_ERRORS: readonly ErrorCode[] = ['BAD_INPUT', 'NOT_FOUND', 'LIMIT_EXCEEDED']

const refusalOf = ({ code, message }: DomainError): RawResponse => ({
  ...NONE,
  status: 400,
  body: bodyOf({ code, message }),
})

const NONE = {
  status: 404,
  headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' },
  body: bodyOf({
    code: 'NOT_FOUND',
    message: 'There is nothing of that name to export: check the kind and the slug.',
  }),
}

/** Routes of all exports. */
export const exportRoutes: readonly Route[] = [topicExport, positionsExport, fileExport]
