import type { Parameters, Row } from '../engines/engine.ts'
import type { Statement } from '../queries/statement.ts'

/** Runs a statement with the rights of a store: it adds whether drafts may be returned. */
export type RunStatement = (statement: Statement<object>, parameters?: Parameters) => Promise<readonly Row[]>
