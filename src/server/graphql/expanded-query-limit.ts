import { type DocumentNode, GraphQLError, Kind, type SelectionSetNode } from 'graphql'

/** How many fields and fragments a question may have once its fragments are written out where they are used. */
export const MAX_EXPANDED = 5000

/**
 * Fragments that use each other twice double at every step: what walks a question must not see one that was folded up.
 * @throws GraphQLError LIMIT_EXCEEDED
 */
export function refuseLarge(document: DocumentNode): DocumentNode {
  const size = expandedSize(document)
  if (size <= MAX_EXPANDED) return document
  const message = `The query has more than ${MAX_EXPANDED} fields when its fragments are written out: split it.`
  throw new GraphQLError(message, { extensions: { code: 'LIMIT_EXCEEDED' } })
}

/** Each fragment is counted once; one that leads to itself counts as nothing there, and validation refuses it. */
function expandedSize(document: DocumentNode): number {
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
