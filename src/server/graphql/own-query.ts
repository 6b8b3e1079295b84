import type { Notice } from './near-slug-words.ts'

/** A query of Sanad itself, such as of a tool for assistants. */
export interface OwnQuery {
  readonly text: string
  readonly variables: Readonly<Record<string, unknown>>
}

/** Result of a query of Sanad itself. Every error has a documented code. */
export interface OwnResult {
  readonly data: unknown
  readonly errors: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[]
  /** Notices on fields that are null because their slug is unknown. */
  readonly notices: readonly Notice[]
}
