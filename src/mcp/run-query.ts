import { DomainError, ERROR_CODES, type ErrorCode } from '../domain/errors.ts'

/** Text of a GraphQL query, with the type of its data. */
export interface QueryDocument<Data> {
  readonly text: string
  /** Type of the data, for the compiler; never set. */
  readonly data?: Data
}

/** Result of a GraphQL query, as the API gives it. */
export interface QueryResult {
  readonly data?: unknown
  readonly errors?: readonly QueryError[] | undefined
  /** Sentences on fields that are null because their slug is unknown, with near slugs. */
  readonly notices?: readonly { readonly message: string }[] | undefined
}

export interface QueryError {
  readonly message: string
  readonly extensions?: Readonly<Record<string, unknown>>
}

/**
 * Runs a query of the API, with its limits and costs: in this process, or at a server.
 * @throws DomainError for a query that is not admitted or takes too long
 */
export type RunQuery = (text: string, variables: Readonly<Record<string, unknown>>) => Promise<QueryResult>

/** Data of a query, with the notices on unknown slugs. */
export interface QueryData<Data> {
  readonly data: Data
  readonly notices: readonly string[]
}

/** Runs a query and returns its data. @throws DomainError with code and message of the first error */
export async function readData<Data>(
  run: RunQuery,
  document: QueryDocument<Data>,
  variables: Readonly<Record<string, unknown>>,
): Promise<QueryData<Data>> {
  const { data, errors = [], notices = [] } = await run(document.text, variables)
  const [error] = errors
  if (error) throw new DomainError(codeOf(error), error.message)
  return { data: typed(document, data), notices: notices.map(({ message }) => message) }
}

/** Gives data the type of their query. */
function typed<Data>(document: QueryDocument<Data>, data: unknown): Data
function typed(_: QueryDocument<unknown>, data: unknown): unknown {
  return data
}

const codeOf = ({ extensions }: QueryError): ErrorCode =>
  ERROR_CODES.find((code) => code === extensions?.['code']) ?? 'BAD_INPUT'
