import { DomainError, type ErrorCode } from '../../domain/errors.ts'
import {
  CLAIM_QUERY_LISTS,
  CLAIM_QUERY_PARAMETERS,
  canonicalClaimQuery,
  parseClaimQuery,
} from '../../domain/parse-claim-query.ts'
import { boundSlug } from '../../pages/bound-slug.ts'
import { EMBEDDABLE, type EmbedKind } from '../../pages/embed/embed-request.ts'
import { filterTopic } from '../../pages/filter-topic.ts'
import { linkedDataFile } from '../../pages/linked-data.ts'
import { readTopic } from '../../pages/page-topic.ts'
import type { RawResponse } from '../cache/cached-response.ts'
import { pick } from '../cache/canonical-path.ts'
import { bodyOf } from '../refusal.ts'
import { type CompleteRoute, DATA_HEADERS, type Route } from './route.ts'

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
      if (error instanceof DomainError && AT_FAULT.includes(error.code)) return refusalOf(error)
      throw error
    }
  },
}

/** Codes of errors that the claim query of a URL causes. */
const AT_FAULT: readonly ErrorCode[] = ['BAD_INPUT', 'NOT_FOUND', 'LIMIT_EXCEEDED']

const refusalOf = ({ code, message }: DomainError): RawResponse => ({
  ...NONE,
  status: 400,
  body: bodyOf({ code, message }),
})

const NONE = {
  status: 404,
  headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' },
  body: bodyOf({ code: 'NOT_FOUND', message: 'There is nothing of that name to export.' }),
}

/** Routes of all exports. */
export const exportRoutes: readonly Route[] = [topicExport]
