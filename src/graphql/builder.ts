import SchemaBuilder from '@pothos/core'
import { GraphQLError, Kind, type ValueNode } from 'graphql'
import type { Assertion, Quote } from '../domain/assertion.ts'
import type { Assessment } from '../domain/assessment.ts'
import type { ClaimRelation } from '../domain/claim.ts'
import type { ClaimDetails } from '../domain/claim-details.ts'
import type { ClaimStatus, Representative } from '../domain/claim-status-types.ts'
import type { Concept } from '../domain/concept.ts'
import type { Descent, DescentStep } from '../domain/descent.ts'
import type { Entity, SpeaksFor } from '../domain/entity.ts'
import type { ExternalId, Name } from '../domain/name.ts'
import type { Provenance } from '../domain/provenance.ts'
import type { Revision } from '../domain/revision.ts'
import type { RevisionNumber } from '../domain/revision-number.ts'
import type { Slug } from '../domain/slug.ts'
import type { Archive, Source, SourceDerivation, SourceVersion } from '../domain/source.ts'
import type { Story } from '../domain/story.ts'
import type { Wording } from '../domain/wording.ts'
import type { HeadlineIn } from '../sentences/headline.ts'
import { INSTANT_EXAMPLE, isInstant } from '../text/instant.ts'
import { parsePartialDate } from '../text/partial-date.ts'
import type { Context } from './context.ts'

/** A value and the revision it was read at. Fields below it are read at the same revision. */
export type AtRevision<T> = { readonly value: T; readonly revision: RevisionNumber }

/** A claim, or a value that leads to one, with the day (`filter.validOn`) of the list that it came from. */
export type OnDay<T> = AtRevision<T> & { readonly validOn?: string | null | undefined }

/** Values behind the types of the schema, by the name of the type. */
export interface Objects {
  Entity: AtRevision<Entity>
  Concept: AtRevision<Concept>
  Source: AtRevision<Source>
  SourceVersion: SourceVersion
  Claim: OnDay<ClaimDetails>
  ClaimStatus: AtRevision<{ status: ClaimStatus; claim: ClaimDetails }>
  Representative: { readonly representative: Representative; readonly assertion: Objects['Assertion'] }
  Assertion: AtRevision<Assertion> & { readonly recordedIn: RevisionNumber | null }
  ClaimRelation: OnDay<ClaimRelation>
  Assessment: Assessment
  Quote: Quote
  Story: AtRevision<Story>
  Revision: Revision
  ClaimChange: {
    readonly kind: 'ADDED' | 'CHANGED' | 'REMOVED' | 'UNLISTED'
    readonly revision: Revision
    readonly slug: Slug | null
  }
  Name: AtRevision<Name>
  SpeaksFor: AtRevision<SpeaksFor>
  SourceDerivation: AtRevision<SourceDerivation>
  Descent: AtRevision<Descent>
  DescentStep: AtRevision<DescentStep>
  Provenance: AtRevision<Provenance | undefined>
  ExternalId: ExternalId
  Headline: HeadlineIn
  Text: { readonly value: string; readonly language: string }
  ClaimWording: Wording & { readonly language: string }
  Archive: Archive
}

/** Builder of the one schema: every file in `types` adds its types and its fields of `Query` to it. */
export const builder = new SchemaBuilder<{
  Context: Context
  DefaultFieldNullability: false
  Scalars: { Date: { Input: string; Output: string }; DateTime: { Input: string; Output: string } }
}>({ defaultFieldNullability: false })

builder.queryType({
  description: 'Entry points of the API. A field with `asOf` reads the database as it was at that instant.',
})

builder.scalarType('Date', {
  description:
    'A date as precise as it is known (EDTF level 0): 2023, 2023-08 or 2023-08-31. An instant counts as the day that is written in it.',
  serialize: (value) => value,
  parseValue: (value) => toDate(value, null),
  parseLiteral: (node) => toDate(node.kind === Kind.STRING ? node.value : null, node),
})
builder.scalarType('DateTime', {
  description: 'An instant in ISO 8601 with a time zone, such as 2026-08-01T00:00:00Z.',
  serialize: (value) => value,
  parseValue: (value) => toInstant(value, null),
  parseLiteral: (node) => toInstant(node.kind === Kind.STRING ? node.value : null, node),
})

function toDate(value: unknown, node: ValueNode | null): string {
  if (typeof value === 'string' && parsePartialDate(value)) return value
  throw badInput('A Date is 2023, 2023-08 or 2023-08-31, and exists in the calendar.', node)
}

function toInstant(value: unknown, node: ValueNode | null): string {
  if (typeof value === 'string' && isInstant(value)) return value
  throw badInput(`A DateTime is an instant such as ${INSTANT_EXAMPLE}.`, node)
}

/** @param node adds the position in the query to the error; null for a value of a variable */
const badInput = (message: string, node: ValueNode | null): GraphQLError =>
  new GraphQLError(message, { ...(node && { nodes: node }), extensions: { code: 'BAD_INPUT' } })
