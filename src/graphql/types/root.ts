import { NODE_KINDS, type NodeKey } from '../../domain/claim-graph.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Context } from '../context.ts'
import { readThing } from './node.ts'
import { globalIdOf } from './thing-kind.ts'

/** What a drawing or a path starts from. @throws DomainError NOT_FOUND for what is not in the record or cannot be drawn */
export async function rootOf(c: Context, id: string, revision: number, argument: string): Promise<NodeKey> {
  const [kindText = ''] = id.split(':')
  const kind = NODE_KINDS.find((known) => known === kindText)
  const thing = kind ? await readThing(c, id, revision) : null
  if (kind && thing) return { kind, id: globalIdOf(thing).slice(kind.length + 1) }
  const why = kind ? 'there is nothing with this id' : 'nothing of this kind is drawn'
  const text = `${argument}: ${why}. An id is Kind:slug, of ${NODE_KINDS.join(', ')}.`
  throw new DomainError('NOT_FOUND', text, { argument })
}
