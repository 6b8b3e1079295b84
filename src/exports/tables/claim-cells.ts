import { wasSaid } from '../../domain/assertion.ts'
import type { Claim } from '../../domain/claim.ts'
import { standingName } from '../../domain/standing.ts'
import { headline, headlineText } from '../../sentences/headline.ts'
import { type Names, nameOf } from '../../sentences/names.ts'
import { sentenceOf } from '../../sentences/sentence.ts'
import { pickText } from '../../text/languages.ts'
import type { ExportedClaim, ExportSource } from '../export-format.ts'
import { claimantText, joinedText, titleText } from './cell-texts.ts'

/** A claim as one line of a table. Keys are names of columns, the same in every format; an unknown value is empty. */
export interface ClaimCells {
  readonly claim: string
  readonly url: string
  /** Proposition, standing and by-line in one line. */
  readonly headline: string
  readonly proposition: string
  /** Such as DENIED. */
  readonly status: string
  /** The status with its side, such as STATED_NOT. */
  readonly standing: string
  /** Every claimant with a stance on the proposition, in words. */
  readonly by_line: string
  readonly sentence: string
  readonly subject: string
  readonly subject_slug: string
  readonly predicate: string
  readonly object: string
  readonly data_categories: string
  readonly uses: string
  readonly condition: string
  readonly valid_from: string
  readonly valid_to: string
  /**
   * Stances of all assertions, in their order, as are the claimants, sources and quotes: a line never chooses one side. Several
   * values are joinedText by BETWEEN_VALUES, so the n-th of each belong together.
   */
  readonly stance: string
  readonly claimant: string
  readonly source: string
  readonly quote: string
  readonly asserted_at: string
  /** Words that the licences of the sources ask for, each once. */
  readonly attribution: string
  readonly assertions: number
}

/** Columns in their order. New ones are added at the end, since sheets refer to columns by place. */
export const CLAIM_COLUMNS = [
  'claim',
  'url',
  'headline',
  'proposition',
  'status',
  'standing',
  'by_line',
  'sentence',
  'subject',
  'subject_slug',
  'predicate',
  'object',
  'data_categories',
  'uses',
  'condition',
  'valid_from',
  'valid_to',
  'stance',
  'claimant',
  'source',
  'quote',
  'asserted_at',
  'attribution',
  'assertions',
] as const satisfies readonly (keyof ClaimCells)[]

export function claimCells({ details, names }: ExportedClaim, { messages, urlOf }: ExportSource): ClaimCells {
  const { claim, status } = details
  const { tag } = messages
  const words = headline(details, names, messages)
  const spoken = details.assertions.filter(wasSaid)
  const sources = spoken.map(({ sourceId }) => names.source(sourceId))
  return {
    claim: claim.id,
    url: urlOf('claim', claim.id),
    headline: headlineText(words),
    proposition: words.proposition,
    status: status.status,
    standing: standingName(status),
    by_line: words.by,
    sentence: sentenceOf(details, { validOn: null }, names, messages),
    subject: nameOfRef(claim.subject, names, tag),
    subject_slug: claim.subject.id,
    predicate: claim.predicate,
    object: nameOfObject(claim, names, tag),
    data_categories: nameConcepts('DataCategory', claim.data, names, tag),
    uses: nameConcepts('Use', claim.uses, names, tag),
    condition: claim.condition ? (pickText(claim.condition, tag)?.value ?? '') : '',
    valid_from: claim.validFrom ?? '',
    valid_to: claim.validTo ?? '',
    stance: joinedText(spoken.map(({ stance }) => stance)),
    claimant: joinedText(spoken.map((assertion) => claimantText(assertion, names, messages))),
    source: joinedText(spoken.map(({ sourceId }, i) => (sources[i] ? titleText(sources[i], messages) : sourceId))),
    quote: joinedText(spoken.map(({ quote }) => quote?.exact ?? '')),
    asserted_at: joinedText(spoken.map(({ assertedAt }) => assertedAt ?? '')),
    attribution: joinedText([...new Set(sources.flatMap((source) => source?.attribution ?? []))]),
    assertions: spoken.length,
  }
}

function nameConcepts(kind: 'DataCategory' | 'Use', ids: readonly string[], names: Names, language: string): string {
  const named = ids.map((id) => {
    const concept = names.concept(kind, id)
    return concept ? nameOf(concept, language) : id
  })
  return joinedText(named)
}

function nameOfRef({ kind, id }: Claim['subject'], names: Names, language: string): string {
  if (kind === 'Entity') {
    const entity = names.entity(id)
    return entity ? nameOf(entity, language) : id
  }
  const source = names.source(id)
  return source ? (pickText(source.title, language)?.value ?? id) : id
}

function nameOfObject({ object }: Claim, names: Names, language: string): string {
  if (object === null) return ''
  if (object.kind === 'Text') return pickText(object.text, language)?.value ?? ''
  if (object.kind === 'Use') return nameConcepts('Use', [object.id], names, language)
  if (object.kind === 'Claim') return object.id
  return nameOfRef({ kind: object.kind, id: object.id }, names, language)
}
