import { join } from 'node:path'
import { graphql } from 'graphql'
import type { Dataset } from '../../src/domain/dataset.ts'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { PUBLIC_VIEWER } from '../../src/domain/viewer.ts'
import { toGraphQLError } from '../../src/graphql/errors.ts'
import { schema } from '../../src/graphql/schema.ts'
import { readSeeds } from '../../src/ingest/read-seeds.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { readNewestRevision } from '../../src/store/queries/store-state.ts'
import { createGraphDatabase } from '../../src/store/read/graph-database.ts'
import { openEmptyNeo4j } from '../contracts/on-neo4j.ts'
import { type OpenStore, openStore } from '../open-store.ts'
import { publicContext } from './public-context.ts'

export const NOW = new Date('2026-11-01T00:00:00Z')
const SEEDS = join(import.meta.dirname, '../../seeds')

/** Opens an empty store: the embedded engine in memory, or in the Neo4j project the one database, emptied. */
export async function openEmpty(): Promise<OpenStore> {
  const { SANAD_TEST_ENGINE, NEO4J_URI = '', NEO4J_USER = 'neo4j', NEO4J_PASSWORD = '' } = process.env
  const isNeo4j = SANAD_TEST_ENGINE === 'neo4j'
  if (isNeo4j) await (await openEmptyNeo4j()).close()
  return openStore({
    neo4jUri: isNeo4j ? NEO4J_URI : '',
    neo4jUser: NEO4J_USER,
    neo4jPassword: NEO4J_PASSWORD,
    dataDir: null,
    readTimeoutMs: 20_000,
  })
}

/** Opens a store with both stories of the seeds. */
export async function openSeeded(): Promise<OpenStore> {
  const opened = await openEmpty()
  await opened.load(await readSeedDataset(), { author: 'test', set: 'test', now: NOW })
  return opened
}

export async function readSeedDataset(): Promise<Dataset> {
  const read = await readSeeds(SEEDS, { now: NOW })
  if ('problems' in read) throw new Error(JSON.stringify(read.problems[0]))
  return read.dataset
}

export interface Refusal {
  readonly code: unknown
  readonly argument: unknown
}
export interface Answer {
  readonly data: unknown
  readonly errors: readonly Refusal[]
}

/** Executes a query without HTTP. Errors have the code and argument that a client gets. */
export async function answerTo(
  store: GraphStore,
  source: string,
  variableValues: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  const contextValue = publicContext(store)
  const { data, errors = [] } = await graphql({ schema, source, variableValues, contextValue })
  const told = errors.map((error) => toGraphQLError(error).extensions)
  return {
    data: data === undefined ? null : JSON.parse(JSON.stringify(data)),
    errors: told.map(({ code, argument = null }) => ({ code, argument })),
  }
}

/** Data of a query that must have no errors. */
export async function ask<T>(
  store: GraphStore,
  source: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<T> {
  const { data, errors } = await answerTo(store, source, variables)
  if (errors.length > 0) throw new Error(`${source}: ${JSON.stringify(errors)}`)
  return data as T
}

/** Counts a statement, except that for the newest revision: whether a query runs it depends on the time since it last ran. */
export const countOf = (text: string): number => (text === readNewestRevision.text ? 0 : 1)

/** A store that reads through the same engine and counts its statements, as `countOf` does. */
export function counting(engine: Engine): { readonly store: GraphStore; readonly statements: () => number } {
  let count = 0
  const counted: Engine = {
    ...engine,
    run: (...asked) => {
      count += countOf(asked[0])
      return engine.run(...asked)
    },
    searchText: (...asked) => {
      count += 1
      return engine.searchText(...asked)
    },
  }
  return { store: createGraphDatabase(counted).visibleTo(PUBLIC_VIEWER), statements: () => count }
}
