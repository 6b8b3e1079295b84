import { DomainError } from '../../domain/errors.ts'
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
 * than all the rest. So what a start can do without is built when it is first needed, and dropped at close.
 */
export interface DeferredIndexes {
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

/** @throws DomainError STORE_DAMAGED where a part cannot be made */
export async function applySchema(
  db: IndexedDatabase,
  schema: StoreSchema,
  path: string | null,
): Promise<DeferredIndexes> {
  const createMissing = (question: string, wanted: readonly Part[]) => createParts(db, question, wanted, path)
  const indexesFor = (use: IndexSpec['only']): readonly Part[] =>
    schema.indexes.filter(({ only }) => only === use).map(toIndex)
  // A unique constraint has no index behind it here: without one of its own, inserts become quadratic.
  const behind = schema.unique.map(({ label, properties: [property] }) => toIndex({ label, property }))
  const forReads = [...behind, ...indexesFor(undefined)]
  const forLoads = [...forReads, ...indexesFor('loads')]
  await createMissing(CONSTRAINTS, schema.unique.map(toConstraint))

  return {
    async prepareReads() {
      await createMissing(INDEXES, forReads)
      for (const index of schema.text) if (!(await hasText(db, index))) await createText(db, index)
    },
    prepareLoads: () => createMissing(INDEXES, forLoads),
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

async function createParts(
  db: IndexedDatabase,
  question: string,
  wanted: readonly Part[],
  path: string | null,
): Promise<void> {
  const before = await namesIn(db, question)
  const missing = wanted.filter(({ name }) => !before.has(name))
  if (missing.length === 0) return
  for (const { text } of missing) await execute(db, text)
  const after = await namesIn(db, question)
  if (wanted.every(({ name }) => after.has(name))) return
  const text = `${nameDatabase(path)} lacks an index or constraint that it should have; restore a backup, or choose another folder with --data.`
  throw new DomainError('STORE_DAMAGED', text)
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
