import { readObjectKey } from '../../domain/object-key.ts'
import { THING_KINDS, type ThingKind } from '../../domain/thing-kind.ts'
import { readThingKey, thingKey } from '../encoding/thing-key.ts'
import { toList } from '../encoding/to-domain.ts'
import type { Engine, Row } from '../engines/engine.ts'
import type { Statement } from '../queries/statement.ts'
import { touchedThings } from '../queries/touched-things.ts'
import type { ObjectTable } from './object-table.ts'
import { idsOf } from './surroundings.ts'

/** Maximum number of things that a revision names as changed or touched. */
export const MAX_REVISION_KEYS = 2000

/** Key of all former slugs together. */
const RENAMES_KEY = 'Renames'

/** Things that a revision changed, as its node names them: 'Claim:x', 'Entity:y', 'Renames'. */
export interface RevisionKeys {
  /**
   * Things whose own content differs from the revision before. A claim is changed by its assertions, relations and
   * assessments too.
   */
  readonly changed: readonly string[]
  /** Changed things, and things whose lists, or whose named things, may differ. */
  readonly touched: readonly string[]
}

/**
 * Keys of the things to whose content an object belongs: the thing itself, or the claims of an assertion, assessment or relation.
 * @param tables the object before and after a change
 */
export function thingsOfObject(key: string, ...tables: readonly ObjectTable[]): readonly string[] {
  const kind = readObjectKey(key)?.kind
  if (kind === 'FormerSlug') return [RENAMES_KEY]
  if (kind !== 'Assertion' && kind !== 'Assessment' && kind !== 'ClaimRelation') return [key]
  return tables.flatMap((table) => claimsOfObject(key, table)).map((id) => `Claim:${id}`)
}

function claimsOfObject(key: string, table: ObjectTable): readonly string[] {
  const ofClaim = table.get('assertions', key)?.item ?? table.get('assessments', key)?.item
  if (ofClaim) return [ofClaim.claimId]
  const relation = table.get('relations', key)?.item
  return relation ? [relation.fromClaimId, relation.toClaimId] : []
}

/**
 * Reads the things that changed things touch. Call it after all states of the revision were written and ended.
 * @returns null for more than 2,000 things
 */
export async function readRevisionKeys(
  engine: Engine,
  changed: ReadonlySet<string>,
  revision: number,
): Promise<RevisionKeys | null> {
  const touched = new Set(changed)
  const isFull = (): boolean => touched.size > MAX_REVISION_KEYS
  const addAll = async (statements: readonly Statement<object>[], kind: ThingKind, from: Iterable<string>) => {
    const keys = idsOf(from, kind)
    if (keys.length === 0 || isFull()) return
    for (const { text } of statements) {
      const rows = await engine.forLoads.run(text, { keys, revision, limit: MAX_REVISION_KEYS + 1 })
      for (const row of rows) for (const key of thingOf(row)) touched.add(key)
    }
  }
  for (const kind of ['Claim', 'Entity', 'Source', 'DataCategory', 'Use'] as const)
    await addAll(touchedThings[kind], kind, changed)
  await addAll(touchedThings.stories, 'Claim', touched)
  return isFull() ? null : { changed: [...changed].sort(), touched: [...touched].sort() }
}

/** Key of the thing that a row names; empty for other states, such as relations. */
function thingOf({ thing, labels, id }: Row): readonly string[] {
  if (thing !== undefined) return readThingKey(String(thing)) === null ? [] : [String(thing)]
  return THING_KINDS.filter((kind) => toList(labels).includes(kind)).map((kind) => thingKey({ kind, id: String(id) }))
}
