import type { Messages } from '../../messages/en.ts'
import type { ExportSource } from '../export-format.ts'

type TableWords = Messages['ui']['tables']
/** Tables by the names of their columns' meanings in the messages. */
export type TableName = keyof TableWords

/** Value of one cell. An unknown value is an empty text. */
export type Cell = string | number

/** Lines of one kind with the same columns. CSV files and workbooks use the same tables. */
export interface Table<N extends TableName = TableName> {
  readonly name: N
  /** Names of the columns in their order, each once. */
  readonly columns: readonly string[]
  /** Returns the meaning of each column, in the order of the columns. */
  readonly meanings: (messages: Messages) => readonly string[]
  /** Lines with a cell for each column, in the order of the columns. */
  readonly lines: (source: ExportSource) => AsyncIterable<readonly Cell[]>
}

/** Returns a table of which each line is an object with the columns as keys. */
export function tableOf<N extends TableName, C extends keyof TableWords[N] & string>(
  name: N,
  columns: readonly C[],
  lines: (source: ExportSource) => AsyncIterable<Readonly<Record<C, Cell>>>,
): Table<N> {
  return {
    name,
    columns,
    meanings: ({ ui }) => columns.map((column) => String(ui.tables[name][column])),
    async *lines(source) {
      for await (const line of lines(source)) yield columns.map((column) => line[column])
    },
  }
}

/** Leaves out the columns that number the lines of a file. */
export const withoutCounts = (columns: readonly string[]): readonly string[] =>
  columns.filter((name) => !/_(number|total)$/.test(name))
