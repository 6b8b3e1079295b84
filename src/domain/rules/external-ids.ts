import { quoted, quoting } from '../../text/printable.ts'
import type { ModelObjects } from '../model-objects.ts'
import type { ObjectPath, RuleProblem } from './rule-problem.ts'

interface Holder {
  readonly id: string
  readonly path: ObjectPath
}

/**
 * An external identifier belongs to one entity, because it finds that entity. Several concepts may have the same one,
 * because concepts are only compared with others.
 */
export function checkExternalIds({ entities }: Pick<ModelObjects, 'entities'>): readonly RuleProblem[] {
  const problems: RuleProblem[] = []
  const owners = new Map<string, Holder>()
  for (const [i, { item }] of entities.entries()) {
    for (const [j, { scheme, value }] of item.externalIds.entries()) {
      const key = `${scheme}:${value}`
      const path: ObjectPath = ['entities', i, 'externalIds', j]
      const owner = owners.get(key)
      if (!owner) owners.set(key, { id: item.id, path: ['entities', i] })
      else {
        const message = owner.id === item.id ? `${quoted(key)} is there twice: keep one` : isOthers(key, owner)
        problems.push({ code: 'DUPLICATE_ID', path, message })
      }
    }
  }
  return problems
}

const isOthers = (key: string, { id, path }: Holder): RuleProblem['message'] => ({
  other: path,
  messageAt: ({ document }) =>
    `${quoted(key)} ${quoting`is that of ${id} in ${document} too: make the two one entity, or keep it at the one that it belongs to`}`,
})
