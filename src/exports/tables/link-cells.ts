import type { Assertion } from '../../domain/assertion.ts'
import { keyOf, speakerNode } from '../../domain/claim-graph.ts'
import type { ExportedClaim, ExportSource } from '../export-format.ts'
import { assertionCells, numberedAssertions } from './assertion-cells.ts'
import { type Cell, tableOf } from './table.ts'

/** Columns of the sheet "Links" of a network: the first three are those that Flourish looks for. New ones come before the counts, which are last. */
export const LINK_COLUMNS = [
  'source',
  'target',
  'value',
  'stance',
  'polarity',
  'certainty',
  'status',
  'standing',
  'headline',
  'words',
  'claimant',
  'document',
  'document_url',
  'quote',
  'attribution',
  'asserted_at',
  'url',
  'claim_number',
  'claims_total',
  'assertion_number',
  'assertions_total',
] as const

/**
 * One line for each assertion: from the point of its speaker to that of its claim. A claim without assertions has no line; the
 * `claim_number` of the line before it counts it.
 */
export const linkTable = tableOf('links', LINK_COLUMNS, async function* (source) {
  let last: readonly LinkCells[] = []
  for await (const { exported, assertion, counts } of numberedAssertions(source)) {
    if (assertion === null) {
      last = last.map((line) => ({ ...line, claim_number: counts.claim_number }))
      continue
    }
    yield* last
    last = [{ ...linkCells(assertion, exported, source), ...counts }]
  }
  yield* last
})

type LinkCells = Readonly<Record<(typeof LINK_COLUMNS)[number], Cell>>

function linkCells(assertion: Assertion, exported: ExportedClaim, source: ExportSource) {
  const {
    stance,
    polarity,
    certainty,
    status,
    standing,
    headline,
    words,
    claimant,
    quote,
    attribution,
    asserted_at,
    url,
    ...cells
  } = assertionCells(assertion, exported, source)
  return {
    source: speakerPoint(assertion),
    target: claimPoint(cells.claim),
    value: 1,
    stance,
    polarity,
    certainty,
    status,
    standing,
    headline,
    words,
    claimant,
    document: cells.source,
    document_url: cells.source_url,
    quote,
    attribution,
    asserted_at,
    url,
  }
}

/** Returns the id of the point of a claim. */
export const claimPoint = (id: string): string => `Claim:${id}`

/** Returns the id of the point of a speaker. An unknown speaker has a point of its own for each assertion. */
export function speakerPoint(assertion: Assertion): string {
  const speaker = speakerNode(assertion)
  return speaker === null ? `Unnamed:${assertion.id}` : keyOf(speaker)
}
