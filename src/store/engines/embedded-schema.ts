import { DomainError } from '../../domain/errors.ts'
import { isDiskFull } from '../disk-full.ts'
import { nameDatabase, toDomainError } from './embedded-errors.ts'
import type { IndexSpec, Row, StoreSchema, TextIndex, UniqueSpec } from './engine.ts'

/** What is asked here of the engine's database. */
interface IndexedDatabase {
  executeCypher(text: string): Promise<{ toArray(): Row[] }>
  textSearch(label: string, property: string, query: string, limit: number): Promise<unknown>
  createTextIndex(label: string, property: string, options: { tokenizer: string; stopWords: string[] }): Promise<void>
  dropTextIndex(label: string, property: string): Promise<boolean>
}

/**
 * The engine stores what it has an index of, not the index: opening builds each anew, and that of texts takes longer
 * than all the rest. So they are built when they are first needed, and dropped at close.
 */
export interface DeferredIndexes {
  /** What finds things by their slugs: quickly built, and without it a page takes a thousand times as long. */
  prepareLookups(): Promise<void>
  /** All that answers need, searches too. */
  prepareReads(): Promise<void>
  prepareLoads(): Promise<void>
  /** A process that is killed leaves them, and the next opening takes longer. */
  drop(): Promise<void>
}

/** A name that a question answers with, and the statement that makes it. */
interface Part {
  readonly name: string
  readonly text: string
}

const INDEXES = 'SHOW INDEXES'
const CONSTRAINTS = 'SHOW CONSTRAINTS'

/** @throws DomainError STORE_DAMAGED where a constraint cannot be made */
export async function applySchema(
  db: IndexedDatabase,
  schema: StoreSchema,
  path: string | null,
): Promise<DeferredIndexes> {
  const indexesFor = (use: IndexSpec['only']): readonly Part[] =>
    schema.indexes.filter(({ only }) => only === use).map(toIndex)
  const others = indexesFor(undefined)
  // A unique constraint has no index behind it here: without one of its own, inserts become quadratic.
  const behind = schema.unique.map(({ label, properties: [property] }) => toIndex({ label, property }))
  const forLookups = behind.filter(({ name }) => !others.some((other) => other.name === name))
  const forReads = [...forLookups, ...others]
  const forLoads = [...forReads, ...indexesFor('loads')]
  const createIndexes = async (wanted: readonly Part[]): Promise<void> => {
    if (await createMissing(db, INDEXES, wanted)) return
    throw new DomainError('STORE_UNAVAILABLE', 'An index could not be built; stop Sanad and start it again.')
  }
  if (!(await createMissing(db, CONSTRAINTS, schema.unique.map(toConstraint)))) {
    const text = `${nameDatabase(path)} lacks a constraint that it should have; restore a backup, or choose another folder with --data.`
    throw new DomainError('STORE_DAMAGED', text)
  }

  return {
    // The engine writes an index into its log. Without space for that, reads go on without the index.
    prepareLookups: () => createIndexes(forLookups).catch(allowFullDisk),
    async prepareReads() {
      await createIndexes(forReads).catch(allowFullDisk)
      for (const index of schema.text) if (!(await hasText(db, index))) await createText(db, index)
    },
    prepareLoads: () => createIndexes(forLoads),
    async drop() {
      try {
        for (const { name } of forLoads) await execute(db, `DROP INDEX ${name} IF EXISTS`)
        for (const index of schema.text)
          if (await hasText(db, index)) await db.dropTextIndex(index.label, index.property)
      } catch {
        // An index too many costs the next opening its time, and nothing else.
      }
    },
  }
}

function allowFullDisk(error: unknown): void {
  if (!isDiskFull(error)) throw error
}

/** @returns whether all are there now */
async function createMissing(db: IndexedDatabase, question: string, wanted: readonly Part[]): Promise<boolean> {
  const before = await namesIn(db, question)
  const missing = wanted.filter(({ name }) => !before.has(name))
  if (missing.length === 0) return true
  for (const { text } of missing) await execute(db, text)
  const after = await namesIn(db, question)
  return wanted.every(({ name }) => after.has(name))
}

const namesIn = async (db: IndexedDatabase, question: string): Promise<ReadonlySet<unknown>> =>
  new Set((await execute(db, question)).map((row) => row['name']))

/** No question lists these indexes; a search in one that is missing fails. */
async function hasText(db: IndexedDatabase, { label, property }: TextIndex): Promise<boolean> {
  try {
    await db.textSearch(label, property, 'x', 1)
    return true
  } catch (error) {
    if (error instanceof Error && error.message.includes('there is no text index')) return false
    throw toDomainError(error)
  }
}

async function createText(db: IndexedDatabase, { label, property }: TextIndex): Promise<void> {
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
