/** One event as a flat object. It never has IP addresses, query texts or variables. */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error'
  readonly event: string
  readonly [field: string]: string | number | boolean | null
}

export type Log = (line: LogLine) => void
