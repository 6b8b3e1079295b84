import { NODE_KINDS, type NodeKey } from '../../domain/claim-graph.ts'
import { UnknownSlugError } from '../../domain/current-slug.ts'
import { DomainError } from '../../domain/errors.ts'
import { parseGlobalId } from '../../domain/global-id.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { Context } from '../context.ts'
import { readGlobalId } from './node.ts'
import { globalIdOf } from './thing-kind.ts'

/**
 * Node at which a graph or a path starts.
 * @throws DomainError NOT_FOUND for an unknown id, or a kind that is never a node
 */
export async function startNodeOf(
  c: Context,
  id: string,
  revision: RevisionNumber,
  argument: string,
): Promise<NodeKey> {
  const named = parseGlobalId(id)
  const kind = NODE_KINDS.find((known) => known === named?.kind)
  const thing = kind ? await readGlobalId(c, id, revision) : null
  const current = thing && parseGlobalId(globalIdOf(thing))
  if (kind && current) return { kind, id: current.id }
  if (kind && named) throw new UnknownSlugError(argument, { kind, slug: named.id, revision })
  const text = `${argument}: objects of this kind are never drawn. An id is Kind:slug, and its kind is one of ${NODE_KINDS.join(', ')}.`
  throw new DomainError('NOT_FOUND', text, { argument })
}
