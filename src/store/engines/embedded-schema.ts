import { DomainError } from '../../domain/errors.ts'
import { isDiskFull } from '../disk-full.ts'
import { nameDatabase, toDomainError } from './embedded-errors.ts'
import type { IndexSpec, Row, StoreSchema, UniqueSpec } from './engine.ts'

/** Subset of the engine's database that this file uses. */
interface IndexedDatabase {
  executeCypher(text: string): Promise<{ toArray(): Row[] }>
  textSearch(label: string, property: string, query: string, limit: number): Promise<unknown>
  createTextIndex(label: string, property: string, options: { tokenizer: string; stopWords: string[] }): Promise<void>
  dropTextIndex(label: string, property: string): Promise<boolean>
}

/**
 * Indexes of the embedded engine. It stores only their definitions, and rebuilds them when it opens a database. The text index
 * takes longer than the rest of a start. Indexes are therefore built at first use, and dropped at close.
 */
export interface DeferredIndexes {
  /** Builds the slug indexes, which take little time. Without them, a page takes a thousand times as long. */
  prepareLookups(): Promise<void>
  /** Builds all indexes that reads need, the text index included. */
  prepareReads(): Promise<void>
  prepareLoads(): Promise<void>
  /** Drops the indexes. After a kill they remain, and the next opening takes longer. */
  drop(): Promise<void>
}

/** Name of a constraint or index, and the statement that creates it. */
interface Part {
  readonly name: string
  readonly text: string
}

const INDEXES = 'SHOW INDEXES'
const CONSTRAINTS = 'SHOW CONSTRAINTS'

/** Creates the constraints. @throws DomainError STORE_DAMAGED when one cannot be created */
export async function applySchema(
  db: IndexedDatabase,
  schema: StoreSchema,
  path: string | null,
): Promise<DeferredIndexes> {
  const indexesFor = (use: IndexSpec['only']): readonly Part[] =>
    schema.indexes.filter(({ only }) => only === use).map(toIndex)
  const others = indexesFor(undefined)
  // A unique constraint of this engine has no index behind it. Without an index, inserts become quadratic.
  const behind = schema.unique.map(({ label, properties: [property] }) => toIndex({ label, property }))
  const forLookups = behind.filter(({ name }) => !others.some((other) => other.name === name))
  const forReads = [...forLookups, ...others]
  const forLoads = [...forReads, ...indexesFor('loads')]
  const textIndexes = schema.text.flatMap(({ label, property, names }) => [
    { label, property },
    { label, property: names },
  ])
  const createIndexes = async (wanted: readonly Part[]): Promise<void> => {
    if (await createMissing(db, INDEXES, wanted)) return
    throw new DomainError('STORE_UNAVAILABLE', 'An index could not be built; stop Sanad and start it again.')
  }
  if (!(await createMissing(db, CONSTRAINTS, schema.unique.map(toConstraint)))) {
    const text = `${nameDatabase(path)} lacks a constraint that it should have; restore a backup, or choose another folder with --data.`
    throw new DomainError('STORE_DAMAGED', text)
  }

  return {
    // The engine logs a new index. On a full disk, reads continue without the index.
    prepareLookups: () => createIndexes(forLookups).catch(allowFullDisk),
    async prepareReads() {
      await createIndexes(forReads).catch(allowFullDisk)
      for (const index of textIndexes) if (!(await hasText(db, index))) await createText(db, index)
    },
    prepareLoads: () => createIndexes(forLoads),
    async drop() {
      try {
        for (const { name } of forLoads) await execute(db, `DROP INDEX ${name} IF EXISTS`)
        for (const index of textIndexes)
          if (await hasText(db, index)) await db.dropTextIndex(index.label, index.property)
      } catch {
        // An index that remains only lengthens the next opening.
      }
    },
  }
}

function allowFullDisk(error: unknown): void {
  if (!isDiskFull(error)) throw error
}

/** @returns whether all indexes exist now */
async function createMissing(db: IndexedDatabase, listing: string, wanted: readonly Part[]): Promise<boolean> {
  const before = await namesIn(db, listing)
  const missing = wanted.filter(({ name }) => !before.has(name))
  if (missing.length === 0) return true
  for (const { text } of missing) await execute(db, text)
  const after = await namesIn(db, listing)
  return wanted.every(({ name }) => after.has(name))
}

const namesIn = async (db: IndexedDatabase, listing: string): Promise<ReadonlySet<unknown>> =>
  new Set((await execute(db, listing)).map((row) => row['name']))

/** Whether a text index exists. No statement lists text indexes, but a search in a missing one fails. */
async function hasText(db: IndexedDatabase, { label, property }: Spec): Promise<boolean> {
  try {
    await db.textSearch(label, property, 'x', 1)
    return true
  } catch (error) {
    if (error instanceof Error && error.message.includes('there is no text index')) return false
    throw toDomainError(error)
  }
}

async function createText(db: IndexedDatabase, { label, property }: Spec): Promise<void> {
  try {
    await db.createTextIndex(label, property, { tokenizer: 'standard', stopWords: [] })
  } catch (error) {
    throw toDomainError(error)
  }
}

async function execute(db: IndexedDatabase, text: string): Promise<readonly Row[]> {
  try {
    return (await db.executeCypher(text)).toArray()
  } catch (error) {
    throw toDomainError(error)
  }
}

type Spec = Pick<IndexSpec, 'label' | 'property'>

function toIndex({ label, property }: Spec): Part {
  const name = `index_${label}_${property}`
  return { name, text: `CREATE INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON (n.${property})` }
}

function toConstraint({ label, properties }: UniqueSpec): Part {
  const name = `unique_${label}_${properties[0]}`
  const key = properties.map((property) => `n.${property}`).join(', ')
  return { name, text: `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${label}) REQUIRE (${key}) IS UNIQUE` }
}
