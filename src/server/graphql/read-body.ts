import type { IncomingMessage } from 'node:http'
import { receiveBody } from '../receive-body.ts'
import type { Refusal } from '../refusal.ts'
import { type GraphQLParameters, parseGraphQLBody } from './parse-graphql-request.ts'

/** A GraphQL request with the length of its text in UTF-16 units, or a refusal. */
export type ReadRequest =
  | { readonly parameters: GraphQLParameters; readonly length: number }
  | { readonly refusal: Refusal }

/** Accepted media types. A page of another origin cannot send JSON without a preflight request. */
const MEDIA_TYPES = ['application/json']

/** Reads the POST of a query. Refusals: those of `receiveBody`, and 400 for a body that is no GraphQL request. */
export async function readBody(request: IncomingMessage): Promise<ReadRequest> {
  const received = await receiveBody(request, MEDIA_TYPES)
  if ('refusal' in received) return received
  return { ...parseGraphQLBody(received.text), length: received.text.length }
}
