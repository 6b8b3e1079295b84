import { DomainError } from '../domain/errors.ts'
import { readVersion } from '../version.ts'
import { FORMAT } from './encoding/schema.ts'
import type { Engine } from './engines/engine.ts'
import type { Place } from './engines/open-engine.ts'
import * as database from './queries/store-state.ts'

/**
 * Whether the database has data of Sanad; false for an empty one. It writes nothing.
 * @throws DomainError STORE_DAMAGED for a database of another program, and for one of another format
 */
export async function findDatabase(engine: Engine, { name, other }: Place): Promise<boolean> {
  const [ours] = await engine.forLoads.run(database.readStoreState.text)
  if (ours) {
    if (ours.format === FORMAT) return true
    throw new DomainError('STORE_DAMAGED', otherFormat(ours.format, { name, other }))
  }
  const [any] = await engine.forLoads.run(database.findAnything.text, { limit: 1 })
  if (Number(any?.found ?? 0) === 0) return false
  const [former] = await engine.forLoads.run(database.readFormerStoreState.text)
  if (former) throw new DomainError('STORE_DAMAGED', otherFormat(former.format, { name, other }))
  throw new DomainError('STORE_DAMAGED', `${name} has data of another program and none of Sanad; ${other}.`)
}

/** @param format format of the database; absent from the oldest databases */
function otherFormat(format: unknown, { name, other }: Place): string {
  const isNumbered = typeof format === 'number'
  const found = isNumbered ? `format ${format}` : 'a format without a number, older than format 1'
  const remedy =
    isNumbered && format > FORMAT
      ? `use the newer version of Sanad that made it, or ${other}`
      : `${other}, and rebuild the database from its stories with \`sanad seed\``
  return `${name} has ${found}, and sanad ${readVersion()} reads format ${FORMAT} only: ${remedy}.`
}
