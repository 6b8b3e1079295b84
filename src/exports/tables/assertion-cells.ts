import { type Assertion, tenseOf, wasSaid } from '../../domain/assertion.ts'
import { standingName } from '../../domain/standing.ts'
import type { Messages } from '../../messages/en.ts'
import { headline, headlineText } from '../../sentences/headline.ts'
import { type Names, nameOf } from '../../sentences/names.ts'
import { entryWords } from '../../sentences/sentence.ts'
import type { Entry, ExportedClaim, ExportSource } from '../export-format.ts'
import { claimantText, joinedText, namedTitle } from './cell-texts.ts'
import { tableOf } from './table.ts'

/** Columns in their order. New ones come before the counts, which are last, since sheets refer to columns by place. */
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
  'claim_number',
  'claims_total',
  'assertion_number',
  'assertions_total',
] as const

/** An assertion as one line of a table, without the counts of the file. Keys are names of columns; an unknown value is empty. */
export type AssertionCells = Readonly<
  Record<Exclude<(typeof ASSERTION_COLUMNS)[number], keyof AssertionCounts>, string>
>

/** One line for each assertion that the newsroom has not withdrawn, and one for each claim without any. */
export const assertionTable = tableOf('assertions', ASSERTION_COLUMNS, async function* (source) {
  for await (const { exported, assertion, counts } of numberedAssertions(source)) {
    yield { ...assertionCells(assertion, exported, source), ...counts }
  }
})

/** Numbers of a line: the last line of a complete file has as many as there are in all. */
interface AssertionCounts {
  readonly claim_number: number
  readonly claims_total: number
  readonly assertion_number: number
  readonly assertions_total: number
}

interface NumberedAssertion extends Entry {
  readonly counts: AssertionCounts
}

/** Iterates over the assertions of all claims that were not withdrawn, and once over each claim without any. */
export async function* numberedAssertions(source: ExportSource): AsyncIterable<NumberedAssertion> {
  const claims_total = await source.countClaims()
  let claim_number = 0
  for await (const exported of source.claims()) {
    claim_number += 1
    const spoken = exported.details.assertions.filter(wasSaid)
    const assertions_total = spoken.length
    if (assertions_total === 0) {
      const counts = { claim_number, claims_total, assertion_number: 0, assertions_total }
      yield { exported, assertion: null, counts }
    }
    for (const [index, assertion] of spoken.entries()) {
      yield {
        exported,
        assertion,
        counts: { claim_number, claims_total, assertion_number: index + 1, assertions_total },
      }
    }
  }
}

/** Returns the cells of an assertion; null for a claim without assertions, whose other cells are empty. */
export function assertionCells(
  assertion: Assertion | null,
  { details, names }: ExportedClaim,
  { messages, urlOf }: Pick<ExportSource, 'messages' | 'urlOf'>,
): AssertionCells {
  const { claim, status } = details
  const url = urlOf('claim', claim.id)
  const words = headlineText(headline(details, names, messages))
  if (assertion === null) {
    const ofClaim = { claim: claim.id, headline: words, status: status.status, standing: standingName(status) }
    return { ...NO_ASSERTION, ...ofClaim, url }
  }
  const { quote } = assertion
  const source = names.source(assertion.sourceId)
  const translation = quote?.translations.find(({ language }) => language.split('-')[0] === messages.tag)
  // A spread before so many properties takes longer than all their values.
  return {
    claim: claim.id,
    headline: words,
    status: status.status,
    standing: standingName(status),
    assertion: assertion.id,
    url: `${url}#said-${assertion.id}`,
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
    source: namedTitle(assertion.sourceId, names, messages),
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

/** Cells of a claim without assertions. */
const NO_ASSERTION = {
  assertion: '',
  words: '',
  stance: '',
  verb: '',
  polarity: '',
  certainty: '',
  tense: '',
  evidentiality: '',
  claimant: '',
  claimant_slug: '',
  claimant_as_printed: '',
  via: '',
  source: '',
  source_slug: '',
  source_kind: '',
  source_url: '',
  published_at: '',
  quote: '',
  quote_language: '',
  quote_translation: '',
  asserted_at: '',
  words_from: '',
  words_until: '',
  licence: '',
  attribution: '',
}

function nameOfStep(kind: 'Entity' | 'Source', id: string, names: Names, messages: Messages): string {
  const found = kind === 'Entity' ? names.entity(id) : null
  if (found) return nameOf(found, messages.tag)
  return kind === 'Source' ? namedTitle(id, names, messages) : id
}
