import { DomainError } from '../../domain/errors.ts'
import type { FirstThing } from '../../domain/history.ts'
import type { ModelObjects } from '../../domain/model-objects.ts'
import { objectKeyText } from '../../domain/object-key.ts'
import { referencesIn } from '../../domain/rules/references.ts'
import { quoting } from '../../text/printable.ts'
import { keyOfReference } from './check-changes.ts'

/** Keys of the objects that exist at the revision that is replayed. */
export interface ReplayReferences {
  /** Adds objects that begin in the revision. */
  begin(keys: Iterable<string>): void
  /** Removes an object that ends. @throws DomainError BAD_INPUT for an object that does not exist */
  end(key: string, revision: number): void
  /** Checks that every reference names an existing object. @throws DomainError BAD_INPUT */
  check(objects: ModelObjects): void
}

/** @param things things of the first load, which may refer to each other in any order */
export function createReplayReferences(things: readonly FirstThing[]): ReplayReferences {
  const existing = new Set(things.map(({ key }) => objectKeyText(key)))
  return {
    begin(keys) {
      for (const key of keys) existing.add(key)
    },
    end(key, revision) {
      if (existing.delete(key)) return
      throw new DomainError('BAD_INPUT', quoting`${key} ends in revision ${revision}, but does not exist before it.`)
    },
    check(objects) {
      for (const reference of referencesIn(objects)) {
        const [key] = keyOfReference(reference)
        if (key === undefined || existing.has(key)) continue
        const [list = '', index] = reference.path
        const text = quoting`The object ${String(index)} of ${String(list)} refers to ${key}, which does not exist in its revision.`
        throw new DomainError('BAD_INPUT', text)
      }
    },
  }
}
