import { type DocumentNode, GraphQLError, Kind, type SelectionSetNode } from 'graphql'

/** Maximum of fields and fragment spreads of a query, with each spread expanded. */
export const MAX_EXPANDED = 5000

/**
 * Refuses a query whose fragments expand to more than MAX_EXPANDED selections. In a chain of fragments that each use the next
 * twice, the time of validation and execution doubles with every fragment.
 * @throws GraphQLError LIMIT_EXCEEDED
 */
export function refuseLarge(document: DocumentNode): DocumentNode {
  const size = countExpanded(document)
  if (size <= MAX_EXPANDED) return document
  const message = `The query has more than ${MAX_EXPANDED} fields when its fragments are written out: split it.`
  throw new GraphQLError(message, { extensions: { code: 'LIMIT_EXCEEDED' } })
}

/** Counts each fragment once. A fragment within itself counts 0 there; validation refuses it. */
function countExpanded(document: DocumentNode): number {
  const known = new Map<string, number>()
  const fragments = new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one.selectionSet]] : [],
    ),
  )
  function sizeOfFragment(name: string): number {
    const counted = known.get(name)
    if (counted !== undefined) return counted
    known.set(name, 0)
    const size = sizeOf(fragments.get(name))
    known.set(name, size)
    return size
  }
  const sizeOf = (set: SelectionSetNode | undefined): number =>
    (set?.selections ?? []).reduce(
      (sum, one) =>
        sum + 1 + (one.kind === Kind.FRAGMENT_SPREAD ? sizeOfFragment(one.name.value) : sizeOf(one.selectionSet)),
      0,
    )
  return document.definitions.reduce((sum, one) => sum + ('selectionSet' in one ? sizeOf(one.selectionSet) : 0), 0)
}
