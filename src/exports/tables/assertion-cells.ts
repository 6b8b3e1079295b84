import { type Assertion, tenseOf, wasSaid } from '../../domain/assertion.ts'
import { standingName } from '../../domain/standing.ts'
import type { Messages } from '../../messages/en.ts'
import { headline, headlineText } from '../../sentences/headline.ts'
import { type Names, nameOf } from '../../sentences/names.ts'
import { entryWords } from '../../sentences/sentence.ts'
import type { ExportedClaim, ExportSource } from '../export-format.ts'
import { claimantText, joinedText, titleText } from './cell-texts.ts'

/** One party's act on a claim as one line of a table. An unknown value is empty. */
export interface AssertionCells {
  readonly assertion: string
  readonly claim: string
  readonly url: string
  readonly headline: string
  readonly status: string
  readonly standing: string
  /** The act in words: "Elon Musk denies that X sells user data". */
  readonly words: string
  readonly stance: string
  readonly verb: string
  readonly polarity: string
  readonly certainty: string
  readonly tense: string
  readonly evidentiality: string
  /** Name in the language of the export; the printed words for a group, so that "some" and "many" stay. */
  readonly claimant: string
  readonly claimant_slug: string
  readonly claimant_as_printed: string
  /** Entities and sources between the claimant and the source, in this order. */
  readonly via: string
  readonly source: string
  readonly source_slug: string
  readonly source_kind: string
  readonly source_url: string
  readonly published_at: string
  readonly quote: string
  readonly quote_language: string
  /** Translation of the quote into the language of the export. */
  readonly quote_translation: string
  readonly asserted_at: string
  /** First and last day on which a versioned source held these words. */
  readonly words_from: string
  readonly words_until: string
  readonly licence: string
  readonly attribution: string
}

/** Columns in their order. New ones are added at the end, since sheets refer to columns by place. */
export const ASSERTION_COLUMNS = [
  'assertion',
  'claim',
  'url',
  'headline',
  'status',
  'standing',
  'words',
  'stance',
  'verb',
  'polarity',
  'certainty',
  'tense',
  'evidentiality',
  'claimant',
  'claimant_slug',
  'claimant_as_printed',
  'via',
  'source',
  'source_slug',
  'source_kind',
  'source_url',
  'published_at',
  'quote',
  'quote_language',
  'quote_translation',
  'asserted_at',
  'words_from',
  'words_until',
  'licence',
  'attribution',
] as const satisfies readonly (keyof AssertionCells)[]

/** Returns the cells of each assertion on the claim that the newsroom has not withdrawn. */
export function assertionCells(exported: ExportedClaim, source: ExportSource): readonly AssertionCells[] {
  const { details } = exported
  return details.assertions.filter(wasSaid).map((assertion) => cellsOfAssertion(assertion, exported, source))
}

function cellsOfAssertion(
  assertion: Assertion,
  { details, names }: ExportedClaim,
  { messages, urlOf }: ExportSource,
): AssertionCells {
  const { claim, status } = details
  const { quote } = assertion
  const source = names.source(assertion.sourceId)
  const translation = quote?.translations.find(({ language }) => language.split('-')[0] === messages.tag)
  return {
    assertion: assertion.id,
    claim: claim.id,
    url: `${urlOf('claim', claim.id)}#said-${assertion.id}`,
    headline: headlineText(headline(details, names, messages)),
    status: status.status,
    standing: standingName(status),
    words: entryWords(assertion, details, names, messages),
    stance: assertion.stance,
    verb: assertion.verb ?? '',
    polarity: assertion.polarity,
    certainty: assertion.certainty,
    tense: tenseOf(assertion),
    evidentiality: assertion.evidentiality,
    claimant: claimantText(assertion, names, messages),
    claimant_slug: assertion.claimantId ?? '',
    claimant_as_printed: assertion.claimantAsPrinted?.value ?? '',
    via: joinedText(assertion.via.map(({ kind, id }) => nameOfStep(kind, id, names, messages))),
    source: source ? titleText(source, messages) : '',
    source_slug: assertion.sourceId,
    source_kind: source?.kind ?? '',
    source_url: source?.url ?? '',
    published_at: source?.publishedAt ?? '',
    quote: quote?.exact ?? '',
    quote_language: quote?.language ?? '',
    quote_translation: translation?.value ?? '',
    asserted_at: assertion.assertedAt ?? '',
    words_from: assertion.heldFrom ?? '',
    words_until: assertion.heldUntil ?? '',
    licence: source?.licence ?? '',
    attribution: source?.attribution ?? '',
  }
}

function nameOfStep(kind: 'Entity' | 'Source', id: string, names: Names, messages: Messages): string {
  const found = kind === 'Entity' ? names.entity(id) : null
  if (found) return nameOf(found, messages.tag)
  const source = kind === 'Source' ? names.source(id) : null
  return source ? titleText(source, messages) : id
}
