import { ERROR_CODES } from '../../../domain/errors.ts'
import { ALL_CODES } from '../../graphql/documented-errors.ts'
import { integer, listOf, mapOf, objectOf, oneOf, orNull, ref, type Schemas, text } from './json-schema.ts'

const COST = objectOf({ points: integer, limit: integer })

/** Bodies of the API, of checks, and of refusals. */
export const SERVICE_SCHEMAS = {
  /** The message of a refusal states the fault and the remedy. */
  Errors: objectOf({
    errors: listOf(
      objectOf({
        message: { type: 'string', description: 'The fault and its remedy.' },
        extensions: objectOf({ code: oneOf(ERROR_CODES) }),
      }),
    ),
  }),
  GraphqlResponse: {
    type: 'object',
    anyOf: [{ required: ['data'] }, { required: ['errors'] }],
    properties: {
      data: orNull(mapOf({})),
      errors: listOf(ref('GraphqlError')),
      extensions: objectOf(
        { cost: COST },
        { notices: listOf(objectOf({ code: oneOf(['NOT_FOUND']), message: text })) },
      ),
    },
  },
  GraphqlError: objectOf(
    { message: text, extensions: objectOf({ code: oneOf(ALL_CODES) }, { argument: text, cost: COST }) },
    { locations: listOf(objectOf({ line: integer, column: integer })), path: listOf({ type: ['string', 'integer'] }) },
  ),
  RpcResponse: {
    ...objectOf(
      { jsonrpc: oneOf(['2.0']), id: { type: ['string', 'integer', 'null'] } },
      {
        result: mapOf({}),
        error: objectOf({ code: integer, message: text }, { data: {} }),
      },
    ),
    anyOf: [{ required: ['result'] }, { required: ['error'] }],
  },
  Health: objectOf({ status: oneOf(['ok']), version: text }),
  Readiness: objectOf({ status: oneOf(['ready', 'not ready']) }, { reason: text }),
  OpenApi: objectOf({
    openapi: { type: 'string', pattern: '^3\\.1\\.' },
    info: objectOf({
      title: text,
      version: text,
      description: text,
      license: objectOf({ name: text, identifier: text }),
    }),
    servers: listOf(objectOf({ url: text })),
    tags: listOf(objectOf({ name: text, description: text })),
    paths: mapOf(mapOf({})),
    components: objectOf({ schemas: mapOf(mapOf({})), responses: mapOf(mapOf({})) }),
  }),
} satisfies Schemas
