import SchemaBuilder from '@pothos/core'
import { GraphQLError, Kind, type ValueNode } from 'graphql'
import type { Assertion, Quote } from '../domain/assertion.ts'
import type { Assessment } from '../domain/assessment.ts'
import type { ClaimRelation } from '../domain/claim.ts'
import type { ClaimDetails } from '../domain/claim-details.ts'
import type { ClaimStatus, PresumedSpeaker } from '../domain/claim-status-types.ts'
import type { Concept } from '../domain/concept.ts'
import type { Entity } from '../domain/entity.ts'
import type { ExternalId, Name } from '../domain/name.ts'
import type { Revision } from '../domain/revision.ts'
import type { Archive, Source, SourceVersion } from '../domain/source.ts'
import type { Story } from '../domain/story.ts'
import { INSTANT_EXAMPLE, isInstant } from '../text/instant.ts'
import { parsePartialDate } from '../text/partial-date.ts'
import type { Context } from './context.ts'

/** A thing and the revision it was read at, which all below it is read at too. */
export type AtRevision<T> = { readonly value: T; readonly revision: number }

/** A claim, or what leads to one, and the day of the list that it came from. */
export type OnDay<T> = AtRevision<T> & { readonly validOn?: string | null | undefined }

export interface Objects {
  Entity: AtRevision<Entity>
  Concept: AtRevision<Concept>
  Source: AtRevision<Source>
  SourceVersion: SourceVersion
  Claim: OnDay<ClaimDetails>
  ClaimStatus: AtRevision<{ status: ClaimStatus; claim: ClaimDetails }>
  PresumedSpeaker: { readonly speaker: PresumedSpeaker; readonly assertion: Objects['Assertion'] }
  Assertion: AtRevision<Assertion> & { readonly recordedIn: number | null }
  ClaimRelation: OnDay<ClaimRelation>
  Assessment: Assessment
  Quote: Quote
  Story: AtRevision<Story>
  Revision: Revision
  Name: Name
  ExternalId: ExternalId
  Text: { readonly value: string; readonly language: string }
  Archive: Archive
}

export const builder = new SchemaBuilder<{
  Context: Context
  DefaultFieldNullability: false
  Scalars: { Date: { Input: string; Output: string }; DateTime: { Input: string; Output: string } }
}>({ defaultFieldNullability: false })

builder.queryType({ description: 'Who said what, about which data, for which use, and how sure they are.' })

builder.scalarType('Date', {
  description:
    'A date that may be partial (EDTF level 0): 2023, 2023-08 or 2023-08-31; of an instant, the day that is written counts.',
  serialize: (value) => value,
  parseValue: (value) => toDate(value, null),
  parseLiteral: (node) => toDate(node.kind === Kind.STRING ? node.value : null, node),
})
builder.scalarType('DateTime', {
  description: 'An instant, ISO 8601 with a time zone: 2026-08-01T00:00:00Z.',
  serialize: (value) => value,
  parseValue: (value) => toInstant(value, null),
  parseLiteral: (node) => toInstant(node.kind === Kind.STRING ? node.value : null, node),
})

function toDate(value: unknown, node: ValueNode | null): string {
  if (typeof value === 'string' && parsePartialDate(value)) return value
  throw badInput('This is no date that can be; write one as 2023, 2023-08 or 2023-08-31.', node)
}

function toInstant(value: unknown, node: ValueNode | null): string {
  if (typeof value === 'string' && isInstant(value)) return value
  throw badInput(`A DateTime is an instant such as ${INSTANT_EXAMPLE}.`, node)
}

/** With the node the answer says where in the question it stands. */
const badInput = (message: string, node: ValueNode | null): GraphQLError =>
  new GraphQLError(message, { ...(node && { nodes: node }), extensions: { code: 'BAD_INPUT' } })
