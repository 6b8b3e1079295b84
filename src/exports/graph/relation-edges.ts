import { type ClaimRelation, provenanceOfRelation } from '../../domain/claim.ts'
import { isJudged, type Provenance, provenanceKindOf } from '../../domain/provenance.ts'
import { claimantName, mentionsOf } from '../../sentences/claimant-name.ts'
import { pickText } from '../../text/languages.ts'
import type { ExportedClaim, ExportSource } from '../export-format.ts'
import { titleText } from '../tables/cell-texts.ts'
import { type GraphEdge, nodeId, type Values } from './graph-part.ts'

/** Returns the edges of the relations that lead from a claim. Those that lead to it are edges of the other claim. */
export const relationEdges = (exported: ExportedClaim, source: ExportSource): readonly GraphEdge[] =>
  exported.details.relations
    .filter(({ fromClaimId }) => fromClaimId === exported.details.claim.id)
    .map((relation) => relationEdge(relation, exported, source))

function relationEdge(relation: ClaimRelation, { names }: ExportedClaim, { messages }: ExportSource): GraphEdge {
  const { id, kind, fromClaimId, toClaimId, claimantId, sourceId, quote, drift } = relation
  const { ui, tag } = messages
  const provenance = provenanceOfRelation(relation)
  const document = sourceId === null ? null : names.source(sourceId)
  const words = ui.relationKinds[kind]
  return {
    id: `Relation:${id}`,
    kind,
    from: nodeId('Claim', fromClaimId),
    to: nodeId('Claim', toClaimId),
    label: isJudged(provenance) ? `${words} (${ui.claimPage.byNewsroom})` : words,
    values: {
      ...originValues(provenance, tag),
      ...(drift === null ? {} : { note: pickText(drift, tag)?.value ?? '' }),
      // The newsroom's own judgement has no source and no claimant.
      claimant:
        sourceId === null
          ? ''
          : claimantName({ ...relation, sourceId }, names, messages, mentionsOf(names, messages)).name,
      claimant_slug: claimantId ?? '',
      source: document ? titleText(document, messages) : (sourceId ?? ''),
      source_slug: sourceId ?? '',
      quote: quote?.exact ?? '',
      quote_language: quote?.language ?? '',
      attribution: document?.attribution ?? '',
    },
    periods: [],
  }
}

/** Returns how the database knows a fact, and the reason of a judgement. */
export function originValues(provenance: Provenance | undefined, language: string): Values {
  const note = isJudged(provenance) && provenance.note ? pickText(provenance.note, language)?.value : undefined
  return { provenance: provenanceKindOf(provenance), ...(note === undefined ? {} : { note }) }
}
