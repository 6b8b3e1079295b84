import type { ClaimDetails } from './claim-details.ts'
import { type Comparison, compare, comparedData } from './comparison.ts'
import { conceptTree } from './concept-tree.ts'
import type { GraphStore } from './graph-store.ts'
import type { RevisionNumber } from './revision-number.ts'
import type { Slug } from './slug.ts'

/** Compares entities by their claims. Reads only the data categories that these claims name, in one statement. */
export async function readComparison(
  store: Pick<GraphStore, 'concepts'>,
  entities: readonly Slug[],
  claims: readonly ClaimDetails[],
  revision: RevisionNumber,
): Promise<Comparison> {
  const categories = await store.concepts('DataCategory', comparedData(claims), revision)
  return compare(entities, claims, conceptTree(categories.flatMap((one) => one ?? [])))
}
