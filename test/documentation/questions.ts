import { join } from 'node:path'
import { type DocumentNode, execute, parse, specifiedRules, validate } from 'graphql'
import { LIMIT_RULES } from '../../src/graphql/limits/query-limits.ts'
import { schema } from '../../src/graphql/schema.ts'
import { readSeeds } from '../../src/ingest/read-seeds.ts'
import { publicContext } from '../graphql/public-context.ts'
import { openStore } from '../open-store.ts'
import { type Block, blocksOf, type Page } from './markdown.ts'

const SEEDS = join(import.meta.dirname, '../../seeds')
const NOW = new Date('2026-11-01T00:00:00Z')

/** A query in a page, and its expected response if the page shows one. */
export interface Question {
  readonly place: string
  readonly text: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly answer: unknown
}

/** Queries in ```graphql blocks, and in the JSON of curl commands. */
export function questionsOf(page: Page): readonly Question[] {
  return blocksOf(page).flatMap((block) => {
    const place = `${block.path}:${block.line}`
    const answer = block.answer?.language === 'json' ? JSON.parse(block.answer.text) : null
    return bodiesOf(block).map(({ query, variables = {} }) => ({ place, text: query, variables, answer }))
  })
}

interface Body {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
}

function bodiesOf({ language, text }: Block): readonly Body[] {
  if (language === 'graphql') return [{ query: text }]
  if (language !== 'sh' && language !== 'bash') return []
  return [...text.matchAll(/-d '(\{.*?\})'/gs)].map(([, json = '']) => JSON.parse(json))
}

export interface SeededApi {
  /** Errors of a query, or differences from the response shown for it. */
  problemsOf(question: Question): Promise<readonly string[]>
  close(): Promise<void>
}

/** The API over the stories of the project, at a fixed time. */
export async function openSeededApi(): Promise<SeededApi> {
  const open = await openStore({ neo4jUri: '', neo4jUser: '', neo4jPassword: '', dataDir: null, readTimeoutMs: 5000 })
  const read = await readSeeds(SEEDS, { now: NOW })
  if ('problems' in read) throw new Error(JSON.stringify(read.problems[0]))
  await open.load(read.dataset, { author: 'test', set: 'seeds', now: NOW })
  const answerTo = async (document: DocumentNode, variableValues: Question['variables']): Promise<unknown> => {
    const contextValue = publicContext(open.store)
    return JSON.parse(JSON.stringify(await execute({ schema, document, variableValues, contextValue })))
  }
  return {
    problemsOf: async ({ text, variables, answer }) => {
      const document = parse(text)
      const invalid = validate(schema, document, [...specifiedRules, ...LIMIT_RULES]).map(({ message }) => message)
      if (invalid.length > 0) return invalid
      const given = await answerTo(document, variables)
      if (typeof given === 'object' && given !== null && 'errors' in given) return [JSON.stringify(given.errors)]
      const isAsShown = answer === null || JSON.stringify(given) === JSON.stringify(answer)
      return isAsShown ? [] : [`the answer is ${JSON.stringify(given)}`]
    },
    close: () => open.database.close(),
  }
}
