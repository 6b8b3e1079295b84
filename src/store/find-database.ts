import { DomainError } from '../domain/errors.ts'
import { FORMAT } from './encoding/schema.ts'
import type { Engine } from './engines/engine.ts'
import * as record from './queries/store-state.ts'

/** Words for sentences on a database: which it is, and how to name another. */
export interface Place {
  readonly name: string
  readonly other: string
}

/**
 * Whether the database holds a record of ours. Only looks, so that another program's database stays as it is.
 * @throws DomainError STORE_DAMAGED for things without a record, which are another program's, and for the record of
 *   another version
 */
export async function findDatabase(engine: Engine, { name, other }: Place): Promise<boolean> {
  const [ours] = await engine.forLoads.run(record.readStoreState.text)
  if (ours) {
    if (ours.format === FORMAT) return true
    const text = `${name} was made by another version of Sanad, whose records this one cannot read; ${other}, and load the stories anew.`
    throw new DomainError('STORE_DAMAGED', text)
  }
  const [any] = await engine.forLoads.run(record.findAnything.text, { limit: 1 })
  if (Number(any?.found ?? 0) === 0) return false
  throw new DomainError('STORE_DAMAGED', `${name} holds things of another program and no record of Sanad; ${other}.`)
}
