import { type Assertion, wasSaid } from '../domain/assertion.ts'
import type { ClaimDetails } from '../domain/claim-details.ts'
import { standingName } from '../domain/standing.ts'
import { claimantText, joinedText, titleText } from '../exports/tables/cell-texts.ts'
import type { Messages } from '../messages/en.ts'
import { headline, headlineText } from '../sentences/headline.ts'
import { type Names, nameOf } from '../sentences/names.ts'
import { subjectName } from '../sentences/proposition.ts'
import { sentenceOf } from '../sentences/sentence.ts'
import type { ClaimPart, OwnProperty } from './properties.ts'
import type { ThingInWords } from './read-things.ts'
import { idOfThing, nameOfType } from './thing-types.ts'

/** A value of a property. Dates are texts, since the protocol has no partial dates. */
export type PropertyValue =
  | { readonly is: 'THING'; readonly id: string; readonly name: string }
  | { readonly is: 'TEXT'; readonly text: string }
  /** Stands for a missing value, so that the n-th values of several properties belong together. */
  | { readonly is: 'NONE' }

interface ValueOptions {
  readonly messages: Messages
  readonly publicUrl: string
}

const NONE: PropertyValue = { is: 'NONE' }
export const textValue = (text: string | null | undefined): PropertyValue =>
  text == null || text === '' ? NONE : { is: 'TEXT', text }
const textsOf = (...texts: readonly (string | null | undefined)[]): readonly PropertyValue[] =>
  texts.flatMap((text) => (text == null || text === '' ? [] : [textValue(text)]))

/** Returns the values of a property of a thing itself. Properties of assertions have one value for each assertion, in order. */
export function ownValues(
  property: OwnProperty,
  thing: ThingInWords,
  { messages, publicUrl }: ValueOptions,
): readonly PropertyValue[] {
  const { content } = thing
  switch (property) {
    case 'kind':
      return textsOf(thing.types[0] && nameOfType(thing.types[0], messages))
    case 'names':
      return textsOf(...thing.names.map(({ value }) => value))
    case 'external-ids':
      return textsOf(...thing.externalIds.map(({ scheme, value }) => `${scheme}:${value}`))
    case 'description':
      return content.kind === 'Source' ? [] : textsOf(thing.description)
    case 'url':
      return textsOf(urlOf(thing.id, publicUrl))
    default:
      if (content.kind === 'Source') return valuesOfSource(property, content.source)
      return content.kind === 'Claim' ? valuesOfClaim(property, content, messages) : []
  }
}

/** URL of the page of a thing. */
export const urlOf = (id: string, publicUrl: string): string =>
  `${publicUrl}/${id.split('/').map(encodeURIComponent).join('/')}`

type SourceContent = Extract<ThingInWords['content'], { readonly kind: 'Source' }>

function valuesOfSource(property: OwnProperty, source: SourceContent['source']): readonly PropertyValue[] {
  switch (property) {
    case 'publisher':
      return source.publishedBy === null
        ? []
        : [{ is: 'THING', id: idOfThing({ kind: 'Entity', id: source.publishedBy }), name: source.publishedBy }]
    case 'published-at':
      return textsOf(source.publishedAt)
    case 'source-url':
      return textsOf(source.url)
    case 'licence':
      return textsOf(source.licence)
    case 'attribution':
      return textsOf(source.attribution)
    default:
      return []
  }
}

type ClaimContent = Extract<ThingInWords['content'], { readonly kind: 'Claim' }>

function valuesOfClaim(
  property: OwnProperty,
  { details, names }: ClaimContent,
  messages: Messages,
): readonly PropertyValue[] {
  const { claim, status } = details
  const spoken = details.assertions.filter(wasSaid)
  switch (property) {
    case 'headline':
      return textsOf(headlineText(headline(details, names, messages)))
    case 'sentence':
      return textsOf(sentenceOf(details, { validOn: null }, names, messages))
    case 'status':
      return textsOf(standingName(status))
    case 'subject':
      return [{ is: 'THING', id: idOfThing(claim.subject), name: subjectName(claim, names, messages) }]
    case 'claimant':
      return spoken.map((one) => claimantValue(one, names, messages))
    case 'source':
      return spoken.map(({ sourceId }) => {
        const source = names.source(sourceId)
        const name = source === null ? sourceId : titleText(source, messages)
        return { is: 'THING', id: idOfThing({ kind: 'Source', id: sourceId }), name }
      })
    case 'stance':
    case 'polarity':
    case 'certainty':
    case 'date':
    case 'quote':
    case 'citation':
    case 'attribution':
      return spoken.map((one) => textValue(textOfAssertion(property, one, names, messages)))
    default:
      return []
  }
}

function claimantValue(assertion: Assertion, names: Names, messages: Messages): PropertyValue {
  const name = claimantText(assertion, names, messages)
  const { claimantId } = assertion
  return claimantId === null
    ? textValue(name)
    : { is: 'THING', id: idOfThing({ kind: 'Entity', id: claimantId }), name }
}

type AssertionPart = Exclude<ClaimPart, 'status' | 'sentence' | 'url'>

function textOfAssertion(part: AssertionPart, assertion: Assertion, names: Names, messages: Messages): string {
  const source = names.source(assertion.sourceId)
  switch (part) {
    case 'stance':
      return assertion.stance
    case 'polarity':
      return assertion.polarity
    case 'certainty':
      return assertion.certainty
    case 'claimant':
      return claimantText(assertion, names, messages)
    case 'date':
      return assertion.assertedAt ?? ''
    case 'quote':
      return assertion.quote?.exact ?? ''
    case 'source':
      return source === null ? assertion.sourceId : titleText(source, messages)
    case 'attribution':
      return source?.attribution ?? ''
    case 'citation': {
      if (source === null) return assertion.sourceId
      const publisher = source.publishedBy === null ? null : names.entity(source.publishedBy)
      const parts = [
        titleText(source, messages),
        publisher === null ? null : nameOf(publisher, messages.tag),
        source.publishedAt,
        source.url,
      ]
      return parts.filter((one) => one !== null).join(', ')
    }
  }
}

/**
 * Returns a text beside a claim of a list. Texts of several assertions are joined, so that no side is left out.
 * @param speaker entity whose assertions count; null for all assertions
 */
export function partOfClaim(
  part: ClaimPart,
  { details, names }: { readonly details: ClaimDetails; readonly names: Names },
  speaker: string | null,
  { messages, publicUrl }: ValueOptions,
): PropertyValue {
  switch (part) {
    case 'status':
      return textValue(standingName(details.status))
    case 'sentence':
      return textValue(sentenceOf(details, { validOn: null }, names, messages))
    case 'url':
      return textValue(urlOf(idOfThing({ kind: 'Claim', id: details.claim.id }), publicUrl))
    default: {
      const spoken = details.assertions.filter(
        (one) => wasSaid(one) && (speaker === null || one.claimantId === speaker),
      )
      return textValue(joinedText(spoken.map((one) => textOfAssertion(part, one, names, messages))))
    }
  }
}
