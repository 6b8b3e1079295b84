/** One event as a flat record: no addresses of clients, no query texts, no variables. */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error'
  readonly event: string
  readonly [field: string]: string | number | boolean | null
}

export type Log = (line: LogLine) => void
