import type { ClaimDetails } from '../domain/claim-details.ts'
import { type Comparison, compare, comparedData } from '../domain/comparison.ts'
import { conceptTree } from '../domain/concept-tree.ts'
import type { GraphStore } from '../domain/graph-store.ts'
import type { RevisionNumber } from '../domain/revision-number.ts'
import type { Slug } from '../domain/slug.ts'

/** Compares entities by claims that were read. Only the data categories of these claims are read, not the whole tree. */
export async function comparisonOf(
  store: Pick<GraphStore, 'concepts'>,
  entities: readonly Slug[],
  claims: readonly ClaimDetails[],
  revision: RevisionNumber,
): Promise<Comparison> {
  const categories = await store.concepts('DataCategory', comparedData(claims), revision)
  return compare(entities, claims, conceptTree(categories.flatMap((one) => one ?? [])))
}
