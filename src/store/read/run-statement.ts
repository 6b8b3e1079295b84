import type { Parameters, Row } from '../engines/engine.ts'
import type { Statement } from '../queries/statement.ts'

/** Runs a statement with the parameter `$drafts`: whether the store returns drafts. */
export type RunStatement = (statement: Statement<object>, parameters?: Parameters) => Promise<readonly Row[]>
