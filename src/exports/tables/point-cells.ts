import { type Assertion, wasSaid } from '../../domain/assertion.ts'
import { speakerNode } from '../../domain/claim-graph.ts'
import { nameOf } from '../../sentences/names.ts'
import type { ExportedClaim, ExportSource } from '../export-format.ts'
import { claimantText, namedTitle } from './cell-texts.ts'
import { claimCells } from './claim-cells.ts'
import { claimPoint, speakerPoint } from './link-cells.ts'
import { tableOf } from './table.ts'

/** Columns of the sheet "Points" of a network: the first is the one that Flourish looks for. New ones come before the counts, which are last. */
export const POINT_COLUMNS = [
  'id',
  'group',
  'label',
  'size',
  'url',
  'headline',
  'status',
  'standing',
  'stance',
  'polarity',
  'certainty',
  'claimant',
  'document',
  'quote',
  'attribution',
  'claim_number',
  'claims_total',
] as const

const NO_CLAIM = {
  headline: '',
  status: '',
  standing: '',
  stance: '',
  polarity: '',
  certainty: '',
  claimant: '',
  document: '',
  quote: '',
  attribution: '',
}

/** One line for each claim and each speaker. A speaker comes before its first claim. */
export const pointTable = tableOf('points', POINT_COLUMNS, async function* (source) {
  const claims_total = await source.countClaims()
  const known = new Set<string>()
  let claim_number = 0
  for await (const exported of source.claims()) {
    for (const assertion of exported.details.assertions.filter(wasSaid)) {
      const id = speakerPoint(assertion)
      if (known.has(id)) continue
      known.add(id)
      yield { id, ...speakerCells(assertion, exported, source), ...NO_CLAIM, claim_number, claims_total }
    }
    claim_number += 1
    const { url, headline, status, standing, stance, polarity, certainty, claimant, quote, attribution, ...cells } =
      claimCells(exported, source)
    yield {
      id: claimPoint(exported.details.claim.id),
      group: standing,
      label: headline,
      size: cells.assertions,
      url,
      headline,
      status,
      standing,
      stance,
      polarity,
      certainty,
      claimant,
      document: cells.source,
      quote,
      attribution,
      claim_number,
      claims_total,
    }
  }
})

function speakerCells(assertion: Assertion, { names }: ExportedClaim, { messages, urlOf }: ExportSource) {
  const speaker = speakerNode(assertion)
  if (speaker?.kind === 'Entity') {
    const entity = names.entity(speaker.id)
    const label = entity ? nameOf(entity, messages.tag) : speaker.id
    return { group: entity?.kind ?? '', label, size: 1, url: urlOf('entity', speaker.id) }
  }
  const label = speaker === null ? claimantText(assertion, names, messages) : namedTitle(speaker.id, names, messages)
  const group = speaker === null ? 'UNNAMED' : (names.source(assertion.sourceId)?.kind ?? '')
  return { group, label, size: 1, url: urlOf('source', assertion.sourceId) }
}
