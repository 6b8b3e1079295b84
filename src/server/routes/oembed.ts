import { DomainError } from '../../domain/errors.ts'
import { oEmbed, oEmbedOptions, oEmbedXml } from '../../pages/embed/oembed.ts'
import type { RawResponse } from '../cache/cached-response.ts'
import { PUBLIC } from '../cache/response-cache.ts'
import { bodyOf } from '../refusal.ts'
import type { CompleteRoute } from './route.ts'

const CACHEABLE = { 'Cache-Control': PUBLIC }

/** /oembed?url=&maxwidth=&maxheight=&format=json|xml */
export const oembedRoute: CompleteRoute = {
  pattern: /^\/oembed$/,
  dependsOnViewer: false,
  needsLanguage: false,
  parameters: { known: ['url', 'maxwidth', 'maxheight', 'format'], repeatable: [], foreign: 'IGNORED' },
  options: ({ query, publicUrl }) => oEmbedOptions(query, publicUrl),
  respond: async ({ query, context }) => {
    const format = query.get('format') ?? 'json'
    if (format !== 'json' && format !== 'xml') {
      return refuse(501, 'BAD_INPUT', 'The parameter format must be json or xml.')
    }
    try {
      const response = await oEmbed(context.store, query, context)
      return format === 'json'
        ? {
            status: 200,
            headers: { ...CACHEABLE, 'Content-Type': 'application/json; charset=utf-8' },
            body: JSON.stringify(response),
          }
        : {
            status: 200,
            headers: { ...CACHEABLE, 'Content-Type': 'text/xml; charset=utf-8' },
            body: oEmbedXml(response),
          }
    } catch (error) {
      if (error instanceof DomainError && error.code === 'NOT_FOUND') return refuse(404, error.code, error.message)
      if (error instanceof DomainError && error.code === 'BAD_INPUT') return refuse(400, error.code, error.message)
      throw error
    }
  },
}

const refuse = (status: number, code: string, message: string): RawResponse => ({
  status,
  headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' },
  body: bodyOf({ code, message }),
})
