import type { RowResult } from './run-rows.ts'

/** The table as Markdown, followed by details of missed goals. */
export function renderTable(results: readonly RowResult[]): string {
  const rows = results.map(({ row, figure, holds, seconds }) =>
    [`${row.what} (\`${row.name}\`)`, row.goal, figure, holds ? 'holds' : '**missed**', `${Math.round(seconds)} s`]
      .map((cell) => cell.replaceAll('|', '\\|'))
      .join(' | '),
  )
  const table = ['what | goal | measured | verdict | took', '---|---|---|---|---', ...rows].map((line) => `| ${line} |`)
  return [...table, ...results.flatMap(renderDetails)].join('\n')
}

const renderDetails = ({ row, details }: RowResult): readonly string[] =>
  details.length === 0 ? [] : ['', `${row.name}:`, ...details.map((line) => `  ${line}`)]
