import { wasSaid } from '../../domain/assertion.ts'
import type { Claim } from '../../domain/claim.ts'
import { standingName } from '../../domain/standing.ts'
import { headline, headlineText } from '../../sentences/headline.ts'
import { type Names, nameOf } from '../../sentences/names.ts'
import { sentenceOf } from '../../sentences/sentence.ts'
import { pickText } from '../../text/languages.ts'
import { MAX_ENTRIES } from '../entry-gatherer.ts'
import type { ExportedClaim, ExportSource } from '../export-format.ts'
import { joinedText } from './cell-texts.ts'
import { assertionCells } from './entry-cells.ts'
import { type Cell, tableOf } from './table.ts'

/** Columns in their order. New ones come before the counts, which are last, since sheets refer to columns by place. */
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
  'polarity',
  'certainty',
  'claimant',
  'source',
  'quote',
  'asserted_at',
  'attribution',
  'assertions',
  'assertions_listed',
  'claim_number',
  'claims_total',
] as const

/** A claim as one line of a table, without its number in the file. Keys are names of columns; an unknown value is empty. */
export type ClaimCells = Readonly<
  Record<Exclude<(typeof CLAIM_COLUMNS)[number], 'claim_number' | 'claims_total'>, Cell>
>

/** One line for each claim. Its statements are joined in the cells, so that a line never chooses one side. */
export const claimTable = tableOf('claims', CLAIM_COLUMNS, async function* (source) {
  const claims_total = await source.countClaims()
  let claim_number = 0
  for await (const exported of source.claims()) {
    claim_number += 1
    yield { ...claimCells(exported, source), claim_number, claims_total }
  }
})

/** Returns the cells of a claim, with the values of at most MAX_ENTRIES assertions. */
export function claimCells(
  exported: ExportedClaim,
  { messages, urlOf }: Pick<ExportSource, 'messages' | 'urlOf'>,
): ClaimCells {
  const { details, names } = exported
  const { claim, status } = details
  const { tag } = messages
  const words = headline(details, names, messages)
  const spoken = details.assertions.filter(wasSaid)
  const listed = spoken.slice(0, MAX_ENTRIES)
  const cells = assertionCells(listed, exported, messages)
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
    stance: cells.stance,
    polarity: cells.polarity,
    certainty: cells.certainty,
    claimant: cells.claimant,
    source: cells.source,
    quote: cells.quote,
    asserted_at: cells.asserted_at,
    attribution: cells.attribution,
    assertions: spoken.length,
    assertions_listed: listed.length,
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
