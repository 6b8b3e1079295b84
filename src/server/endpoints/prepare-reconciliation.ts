import { DomainError } from '../../domain/errors.ts'
import type { Messages } from '../../messages/en.ts'
import { draftManifest } from '../../reconciliation/draft-manifest.ts'
import { extendThings, pointsOfExtension } from '../../reconciliation/extend.ts'
import { DEFAULT_TYPES, manifest } from '../../reconciliation/manifest.ts'
import { matchQueries, pointsOfQueries } from '../../reconciliation/match.ts'
import type { MatchQuery } from '../../reconciliation/match-query.ts'
import type { NameLookup } from '../../reconciliation/name-lookup.ts'
import { parseBatch } from '../../reconciliation/parse-batch.ts'
import { parseExtension } from '../../reconciliation/parse-extension.ts'
import { parseMatchBody } from '../../reconciliation/parse-match-body.ts'
import { hasProperty, nameOfProperty, propertiesOfType, propertyWithId } from '../../reconciliation/properties.ts'
import { readThings, type ThingInWords } from '../../reconciliation/read-things.ts'
import type { Reader } from '../../reconciliation/reader.ts'
import {
  checkPrefix,
  SUGGESTIONS,
  suggestProperties,
  suggestThings,
  suggestTypes,
} from '../../reconciliation/suggest.ts'
import { idOfThing, kindOfType, MAX_ID, nameOfType, thingWithId, typeWithId } from '../../reconciliation/thing-types.ts'
import type { toExtension } from '../../reconciliation/to-query.ts'
import { toLimit, toType, withoutControls } from '../../reconciliation/to-query.ts'
import { writeExtendedThings, writeMatches } from '../../reconciliation/write-matches.ts'
import {
  writeExtension,
  writeProperty,
  writeResults,
  writeSuggestedThing,
  writeType,
} from '../../reconciliation/write-results.ts'
import { readVersion } from '../../version.ts'
import type { RawResponse } from '../cache/cached-response.ts'
import { JSON_TYPE } from '../negotiate-type.ts'
import { EMBED_HEADERS } from '../routes/route.ts'
import type { ReconciliationTask } from './reconciliation-path.ts'
import { flyoutMarkup, flyoutOfThing, previewPage } from './reconciliation-preview.ts'

/** A request that was parsed, without its reads. */
export interface PreparedWork {
  /** Cost points of the work. */
  readonly points: number
  readonly run: (reader: Reader, names: () => Promise<NameLookup>) => Promise<RawResponse>
}

/** A request to a path of the service. */
export interface ReconciliationRequest {
  readonly task: ReconciliationTask
  readonly isDraft: boolean
  /** Parameters of the URL, or of the posted form. */
  readonly query: URLSearchParams
  /** JSON body; empty for a request without one. */
  readonly body: string
  readonly messages: Messages
  readonly publicUrl: string
  /** Language that the URL names; null if it names none. */
  readonly language: string | null
}

/** Cost points of requests that read one thing or nothing. */
const FEW_POINTS = 10
const SUGGEST_POINTS = 150

const json = (value: object, status = 200): RawResponse => ({
  status,
  headers: { 'Content-Type': JSON_TYPE },
  body: JSON.stringify(value),
})

/**
 * Parses a request.
 * @throws DomainError BAD_INPUT, LIMIT_EXCEEDED, or NOT_FOUND for an unknown property or type
 */
export function prepareReconciliation(request: ReconciliationRequest): PreparedWork {
  const { task, query, body, isDraft } = request
  switch (task.is) {
    case 'SERVICE':
      return prepareService(request)
    case 'DRAFT_SERVICE':
      return withoutReads(json(draftManifest({ ...request, version: readVersion() })))
    case 'MATCH': {
      const queries = parseMatchBody(body)
      return matching(queries, (found, words) => writeMatches(found, words))
    }
    case 'EXTEND':
      return extending(parseExtension(body, 'body'), isDraft)
    case 'PROPOSE':
      return withoutReads(json(propose(request)))
    case 'SUGGEST':
      return prepareSuggestions(task.of, request)
    case 'FLYOUT':
      return prepareFlyout(task.of, request)
    case 'PREVIEW':
      return reading(idIn(query), (thing, reader) => ({
        status: 200,
        headers: EMBED_HEADERS,
        body: previewPage(thing, reader),
      }))
    case 'VIEW': {
      const { publicUrl, language } = request
      const suffix = language === null ? '' : `?lang=${language}`
      const id = idIn(query)
      const key = thingWithId(id)
      if (key === null) throw unknownId(id)
      // The page redirects former slugs, explains removed things, and reports unknown ones.
      const path = idOfThing(key).split('/').map(encodeURIComponent).join('/')
      return withoutReads({ status: 302, headers: { Location: `${publicUrl}/${path}${suffix}` }, body: '' })
    }
  }
}

const withoutReads = (response: RawResponse): PreparedWork => ({
  points: FEW_POINTS,
  run: () => Promise.resolve(response),
})

function prepareService(request: ReconciliationRequest): PreparedWork {
  const { query } = request
  const [queries, extend] = [query.get('queries'), query.get('extend')]
  if (queries !== null && extend !== null)
    throw new DomainError('BAD_INPUT', 'Send queries or extend, not both.', { argument: 'extend' })
  if (extend !== null) return extending(parseExtension(extend, 'extend'), false)
  if (queries === null) return withoutReads(json(manifest({ ...request, version: readVersion() })))
  const batch = parseBatch(queries)
  return matching([...batch.values()], (found, words) => writeResults([...batch.keys()], found, words))
}

const matching = (
  queries: readonly MatchQuery[],
  write: (found: Awaited<ReturnType<typeof matchQueries>>, reader: Reader) => object,
): PreparedWork => ({
  points: FEW_POINTS + pointsOfQueries(queries),
  run: async (reader, names) => json(write(await matchQueries(queries, await names(), reader), reader)),
})

const extending = ({ ids, properties }: ReturnType<typeof toExtension>, isDraft: boolean): PreparedWork => ({
  points: FEW_POINTS + pointsOfExtension(ids, properties),
  run: async (reader) => {
    const extended = await extendThings(ids, properties, reader)
    return json((isDraft ? writeExtendedThings : writeExtension)(extended, properties, reader))
  },
})

function propose(request: ReconciliationRequest): object {
  const { query } = request
  const type = query.get('type') ?? ''
  const limit = toLimit(query.get('limit') ? Number(query.get('limit')) : 100, 'limit')
  const properties = propertiesOfType(type === '' ? null : toType(type, 'type')).slice(0, limit)
  return { properties: properties.map((one) => writeProperty(one, request)), type, limit }
}

/** Largest number of suggestions that a client may skip. */
const MAX_CURSOR = 1000

function prepareSuggestions(of: 'entity' | 'property' | 'type', request: ReconciliationRequest): PreparedWork {
  const { query } = request
  const prefix = withoutControls(query.get('prefix') ?? '')
  checkPrefix(prefix)
  const cursor = query.get('cursor') || '0'
  if (!/^\d{1,4}$/.test(cursor) || Number(cursor) > MAX_CURSOR) {
    const message = `The cursor is a whole number from 0 to ${MAX_CURSOR}: suggestions that the client has.`
    throw new DomainError('BAD_INPUT', message, { argument: 'cursor' })
  }
  const skipped = Number(cursor)
  const page = <T>(all: readonly T[]): readonly T[] => all.slice(skipped, skipped + SUGGESTIONS)
  if (of === 'type')
    return withoutReads(json({ result: page(suggestTypes(prefix, request)).map((one) => writeType(one, request)) }))
  if (of === 'property')
    return withoutReads(
      json({ result: page(suggestProperties(prefix, request)).map((one) => writeProperty(one, request)) }),
    )
  return {
    points: SUGGEST_POINTS,
    run: async (reader, names) => {
      const things = await suggestThings(prefix, skipped, names, reader)
      return json({ result: things.map((one) => writeSuggestedThing(one, reader)) })
    },
  }
}

function prepareFlyout(of: 'entity' | 'property' | 'type', request: ReconciliationRequest): PreparedWork {
  const { messages } = request
  const id = idIn(request.query)
  if (of === 'entity') return reading(id, (thing, reader) => json({ id, html: flyoutOfThing(thing, reader) }))
  const property = of === 'property' ? propertyWithId(id) : null
  const type = of === 'type' ? typeWithId(id) : null
  if (property) {
    const types = DEFAULT_TYPES.filter((one) => hasProperty(kindOfType(one), property))
    const names = types.map((one) => nameOfType(one, messages)).join(' · ')
    return withoutReads(json({ id, html: flyoutMarkup(nameOfProperty(property, messages), [names, id]) }))
  }
  if (type === null) throw unknownId(id)
  return withoutReads(json({ id, html: flyoutMarkup(nameOfType(type, messages), [id]) }))
}

function idIn(query: URLSearchParams): string {
  const id = query.get('id') ?? ''
  if (id !== '' && id.length <= MAX_ID) return id
  throw new DomainError('BAD_INPUT', `Send the id of a thing, such as ?id=entity/x, of at most ${MAX_ID} characters.`, {
    argument: 'id',
  })
}

const reading = (id: string, respond: (thing: ThingInWords, reader: Reader) => RawResponse): PreparedWork => ({
  points: SUGGEST_POINTS,
  run: async (reader) => {
    const key = thingWithId(id)
    const things = key === null ? null : await readThings([key], reader)
    const thing = key === null ? undefined : things?.get(idOfThing(key))
    if (thing === undefined) throw unknownId(id)
    return respond(thing, reader)
  },
})

const unknownId = (id: string): DomainError =>
  new DomainError('NOT_FOUND', `There is nothing with the id "${id}"; the path suggest lists ids.`, { argument: 'id' })
