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

/** Maximum number of claims of one query, so that its cost stays within the limit. */
const BATCH = 50
/** Maximum number of assertions of each claim. */
const EVIDENCE_BESIDE = 2

/**
 * Reads each of the claims that another query named once. Within that query, a claim would cost its points each time that it is
 * named.
 * @param revision revision of that query; the claims are read at it, even if there is a newer one
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
