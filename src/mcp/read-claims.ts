import { type Card, toCard } from './claim-card.ts'
import { CARD_FRAGMENT, type ClaimData, type RevisionData } from './claim-data.ts'
import type { QueryDocument } from './run-query.ts'
import type { ToolRequest } from './tool.ts'

const CLAIMS_BY_ID: QueryDocument<{ readonly nodes: readonly (ClaimData | null)[] }> = {
  text: `query ClaimsById($ids: [ID!]!, $language: String!, $asOf: DateTime) {
  nodes(ids: $ids, asOf: $asOf) { ... on Claim { ...Card } }
}
${CARD_FRAGMENT}`,
}

/** Claims of one query at most, so that its cost stays within the limit. */
const BATCH = 50
/** Claims of a list have less evidence: their event or their cell has more. */
const EVIDENCE_BESIDE = 2

/**
 * Reads claims that another query named, each once: within that query they would cost as much as it names them.
 * @param revision revision of that query, which counts even if there is a newer one by now
 */
export async function readClaims(
  { read, asOf, permalinks }: Pick<ToolRequest<unknown>, 'read' | 'asOf' | 'permalinks'>,
  slugs: readonly string[],
  revision: RevisionData,
): Promise<ReadonlyMap<string, Card>> {
  const ids = [...new Set(slugs)].map((slug) => `Claim:${slug}`)
  const links = permalinks(revision)
  const cards = new Map<string, Card>()
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = { ids: ids.slice(from, from + BATCH), asOf: revision.revision?.recordedAt ?? asOf }
    const { nodes } = (await read(CLAIMS_BY_ID, batch)).data
    for (const claim of nodes) if (claim !== null) cards.set(claim.slug, toCard(claim, links, EVIDENCE_BESIDE))
  }
  return cards
}
