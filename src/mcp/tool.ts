import { z } from 'zod'
import { DomainError } from '../domain/errors.ts'
import { messagesIn } from '../messages/all-messages.ts'
import type { Messages } from '../messages/en.ts'
import { INSTANT_EXAMPLE, readInstant } from '../text/instant.ts'
import { shortenMessage, truncate } from '../text/short-message.ts'
import { characterProblem } from '../text/text-problem.ts'
import type { AssistantWords } from './card-text.ts'
import type { RevisionData } from './claim-data.ts'
import { type Permalinks, permalinksIn } from './permalinks.ts'
import { type QueryData, type QueryDocument, type RunQuery, readData } from './run-query.ts'

/** The API of a call, and the base of permalinks. */
export interface ToolContext {
  readonly runQuery: RunQuery
  /** Base of absolute URLs, without a trailing slash. It is read after the queries of a call. */
  readonly publicUrl: string
}

/** Arguments of every tool. */
interface CommonArguments {
  readonly asOf?: string | undefined
  readonly lang: string
}

/** A request to a tool, with the words of its language. */
export interface ToolRequest<Given> {
  readonly given: Given
  readonly language: string
  readonly words: AssistantWords
  /** Words of the pages in the language of the request. */
  readonly ui: Messages['ui']
  /** Instant of the request; null for the newest state. */
  readonly asOf: string | null
  /** Reads a query at `asOf` in `language`; both are variables of each query. */
  readonly read: <Data>(
    document: QueryDocument<Data>,
    variables?: Readonly<Record<string, unknown>>,
  ) => Promise<QueryData<Data>>
  /** @param revision revision that the permalinks lead to */
  readonly permalinks: (revision: RevisionData) => Permalinks
}

/** Result of a tool: data by its output schema, and the same in plain lines. */
export interface ToolResult<Structured> {
  readonly structured: Structured
  readonly text: string
}

export interface ToolOptions<Given extends CommonArguments, Structured> {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly input: z.ZodType<Given>
  readonly output: z.ZodType<Structured>
  /** @throws DomainError for a request that cannot be met */
  readonly run: (request: ToolRequest<Given>) => Promise<ToolResult<Structured>>
}

/** A tool as the protocol lists it. */
export interface ToolDefinition {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly inputSchema: JsonSchema
  readonly outputSchema: JsonSchema
  readonly annotations: typeof READ_ONLY
}

type JsonSchema = { readonly [key: string]: unknown; readonly type: 'object' }

/** Result of a call as the protocol sends it. */
export interface CallResult {
  readonly content: { type: 'text'; text: string }[]
  readonly structuredContent?: { [key: string]: unknown }
  readonly isError?: boolean
}

export interface Tool {
  readonly definition: ToolDefinition
  /** @param given arguments as sent; invalid ones yield an error result. @throws Error for an unexpected error */
  readonly call: (given: unknown, context: ToolContext) => Promise<CallResult>
}

const READ_ONLY = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false } as const

/** Sentences at the end of every description. */
const RULE =
  'A claim is a proposition, not a fact: never repeat one without its status and the names of those who say it (headline). Quote its words with their source, and cite its permalink.'

export function createTool<Given extends CommonArguments, Structured extends { readonly [key: string]: unknown }>({
  input,
  output,
  run,
  ...named
}: ToolOptions<Given, Structured>): Tool {
  return {
    definition: {
      ...named,
      description: `${named.description} ${RULE}`,
      inputSchema: jsonSchemaOf(input, 'input'),
      outputSchema: jsonSchemaOf(output, 'output'),
      annotations: READ_ONLY,
    },
    async call(given, context) {
      const parsed = input.safeParse(given ?? {})
      if (!parsed.success) return errorResult('BAD_INPUT', problemOf(parsed.error))
      try {
        const { structured, text } = await run(toRequest(parsed.data, context))
        return { content: [{ type: 'text', text }], structuredContent: { ...structured } }
      } catch (error) {
        if (!(error instanceof DomainError) || error.code === 'INTERNAL') throw error
        return errorResult(error.code, error.message)
      }
    },
  }
}

function toRequest<Given extends CommonArguments>(given: Given, context: ToolContext): ToolRequest<Given> {
  const { lang: language } = given
  const { ui } = messagesIn(language)
  checkCharacters(given, '')
  const asOf = given.asOf === undefined ? null : readInstant(given.asOf)
  if (given.asOf !== undefined && asOf === null)
    throw new DomainError('BAD_INPUT', `asOf is no instant: write one such as ${INSTANT_EXAMPLE}.`, {
      argument: 'asOf',
    })
  return {
    given,
    language,
    words: ui.assistant,
    ui,
    asOf,
    read: (document, variables = {}) => readData(context.runQuery, document, { asOf, language, ...variables }),
    permalinks: (revision) => permalinksIn(context.publicUrl, language, revision),
  }
}

/** @throws DomainError BAD_INPUT for a text with control characters or half of a surrogate pair, at any depth */
function checkCharacters(value: unknown, argument: string): void {
  if (typeof value === 'string') {
    const problem = characterProblem(value)
    if (problem !== null) throw new DomainError('BAD_INPUT', `${argument} ${problem}.`, { argument })
  } else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value)) checkCharacters(one, argument === '' ? name : argument)
}

/** An error for a model: code and message in one line, of at most MAX_ERROR UTF-16 units. */
export const errorResult = (code: string, message: string): CallResult => ({
  content: [{ type: 'text', text: truncate(`${code}: ${shortenMessage(message)}`, MAX_ERROR) }],
  isError: true,
})

const MAX_ERROR = 300

/** Returns the first problem of arguments, with the path of the argument. */
function problemOf({ issues }: z.ZodError): string {
  const [first] = issues
  const place = first?.path.map(String).join('.') || 'arguments'
  return `${truncate(place, 60)}: ${first?.message ?? 'do not fit the schema'}.`
}

function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { type: _, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' })
  return { ...rest, type: 'object' }
}
