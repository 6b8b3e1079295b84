import type { RecordedObjects } from '../../domain/dataset.ts'
import { type ItemTypes, type ModelObjects, OBJECT_LISTS, type ObjectList } from '../../domain/model-objects.ts'
import { listOf, objectKeyOf, objectKeyText, readObjectKey } from '../../domain/object-key.ts'

export interface TableEntry<T> {
  readonly item: T
  /** ISO instant; empty for an object that was recorded before all others of the table. */
  readonly recordedAt: string
  readonly isDraft: boolean
}

type Lists = { readonly [L in ObjectList]: Map<string, TableEntry<ItemTypes[L]>> }

/** Objects by list and key. A list is ordered by the last time at which each object was added. */
export interface ObjectTable {
  readonly get: <L extends ObjectList>(list: L, key: string) => TableEntry<ItemTypes[L]> | undefined
  /** Whether an object of any list has the key. */
  readonly has: (key: string) => boolean
  readonly add: <L extends ObjectList>(list: L, entry: TableEntry<ItemTypes[L]>) => void
  readonly remove: (list: ObjectList, key: string) => void
  readonly of: <L extends ObjectList>(list: L) => ReadonlyMap<string, TableEntry<ItemTypes[L]>>
}

export function createObjectTable(): ObjectTable {
  const lists: Lists = {
    entities: new Map(),
    concepts: new Map(),
    sources: new Map(),
    claims: new Map(),
    assertions: new Map(),
    relations: new Map(),
    assessments: new Map(),
    stories: new Map(),
    renames: new Map(),
  }
  return {
    get: (list, key) => lists[list].get(key),
    has: (text) => {
      const key = readObjectKey(text)
      return key !== null && lists[listOf(key.kind)].has(text)
    },
    add(list, entry) {
      const key = objectKeyText(objectKeyOf(list, entry.item))
      lists[list].delete(key)
      lists[list].set(key, entry)
    },
    remove: (list, key) => void lists[list].delete(key),
    of: (list) => lists[list],
  }
}

/** Adds the wanted objects of another table, in its order. @returns the first table */
export function addAll(
  table: ObjectTable,
  from: ObjectTable,
  isWanted: (key: string) => boolean = () => true,
): ObjectTable {
  const addList = <L extends ObjectList>(list: L): void => {
    for (const [key, entry] of from.of(list)) if (isWanted(key)) table.add(list, entry)
  }
  OBJECT_LISTS.forEach((list) => {
    addList(list)
  })
  return table
}

/** A table of published objects. */
export function tableOf(objects: RecordedObjects): ObjectTable {
  const table = createObjectTable()
  const addList = <L extends ObjectList>(list: L): void => {
    for (const { item, recordedAt } of objects[list]) table.add(list, { item, recordedAt, isDraft: false })
  }
  OBJECT_LISTS.forEach((list) => {
    addList(list)
  })
  return table
}

type Objects = { readonly [L in ObjectList]: readonly TableEntry<ItemTypes[L]>[] }

/** @returns the selected entries, as lists */
export function objectsOf(
  table: ObjectTable,
  isWanted: (key: string, entry: TableEntry<unknown>) => boolean = () => true,
): Objects & ModelObjects {
  const select = <L extends ObjectList>(list: L): readonly TableEntry<ItemTypes[L]>[] => {
    const wanted: TableEntry<ItemTypes[L]>[] = []
    for (const [key, entry] of table.of(list)) if (isWanted(key, entry)) wanted.push(entry)
    return wanted
  }
  return {
    entities: select('entities'),
    concepts: select('concepts'),
    sources: select('sources'),
    claims: select('claims'),
    assertions: select('assertions'),
    relations: select('relations'),
    assessments: select('assessments'),
    stories: select('stories'),
    renames: select('renames'),
  }
}
