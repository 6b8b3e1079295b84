import { NODE_KINDS, type NodeKey } from '../../domain/claim-graph.ts'
import { DomainError } from '../../domain/errors.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { Context } from '../context.ts'
import { readThing } from './node.ts'
import { globalIdOf } from './thing-kind.ts'

/**
 * Node at which a graph or a path starts.
 * @throws DomainError NOT_FOUND for an unknown id, or a kind that is never a node
 */
export async function rootOf(c: Context, id: string, revision: RevisionNumber, argument: string): Promise<NodeKey> {
  const [kindText = ''] = id.split(':')
  const kind = NODE_KINDS.find((known) => known === kindText)
  const thing = kind ? await readThing(c, id, revision) : null
  if (kind && thing) return { kind, id: globalIdOf(thing).slice(kind.length + 1) }
  const why = kind ? 'no object has this id' : 'objects of this kind are never drawn'
  const text = `${argument}: ${why}. An id is Kind:slug, and its kind is one of ${NODE_KINDS.join(', ')}.`
  throw new DomainError('NOT_FOUND', text, { argument })
}
