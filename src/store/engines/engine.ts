/** What the one store needs of a Cypher engine. Both engines speak the same statement texts. */

export type Scalar = string | number | boolean | null
export type Parameter = Scalar | readonly Parameter[] | { readonly [key: string]: Parameter }
export type Parameters = Readonly<Record<string, Parameter>>
/** A result row as plain JavaScript: safe integers as numbers, larger ones as bigint. */
export type Row = Readonly<Record<string, unknown>>

export interface StatementRunner {
  /** @throws DomainError TIMEOUT, BUSY, CONFLICT, LIMIT_EXCEEDED, STORE_UNAVAILABLE or INTERNAL */
  run(text: string, parameters?: Parameters): Promise<readonly Row[]>
}

/** `run` is for answers: the first waits for the writes before it, so that none may be awaited by a transaction's work. */
export interface Engine extends StatementRunner {
  readonly name: 'embedded' | 'neo4j'
  /** Reads that belong to an opening or a load: they have the time of a load, and not that of an answer to a reader. */
  readonly forLoads: StatementRunner
  /** All or nothing: every statement is awaited, any error rolls back, a write conflict is tried again. */
  transaction<T>(work: (tx: StatementRunner) => Promise<T>): Promise<T>
  /** Things (property `thing`) whose row of one revision has a word for each term (text/fold.ts) in its folded text; unordered. */
  searchText(index: TextIndex, terms: readonly string[], bounds: SearchBounds): Promise<readonly string[]>
  /** Applies constraints and indexes, and checks that all are there. Idempotent. */
  ensureSchema(schema: StoreSchema): Promise<void>
  /**
   * Builds what opening left out, beside other reads: what makes them quick, and what searches at a revision need. A search
   * that comes earlier waits for it.
   */
  prepareReads(revision: number): Promise<void>
  /** The same for loads, which ask for it before they begin. */
  prepareLoads(): Promise<void>
  /** Makes what was written so far survive a power cut. */
  flush(): Promise<void>
  /**
   * A sign of life, which comes at once however busy the engine is; on a connection of its own, which `stop` ends. Absent
   * where `checkHealth` is as quick. @throws where there is none
   */
  ping?(stop: AbortSignal): Promise<void>
  /** Carries out a statement, on a connection of its own, which `stop` ends. @throws DomainError STORE_UNAVAILABLE */
  checkHealth(stop?: AbortSignal): Promise<void>
  /** From now on no connection is used that was open before; what waits on one is refused when nothing comes any more. */
  reconnect?(): void
  /** False while it is known that no statement would be answered (breaker.ts); absent where nobody watches. */
  isAvailable?(): boolean
  close(): Promise<void>
}

export interface SearchBounds {
  /** The revision: rows of others are neither found nor counted. */
  readonly revision: number
  /** Only rows of things whose keys begin so ('Claim:'); of all where null. */
  readonly keys: readonly string[] | null
  readonly limit: number
}

export interface TextIndex {
  readonly label: string
  readonly property: string
  /** The statement that reads each `word` of the texts of rows from revisions past $readTo, up to $revision. */
  readonly words: string
}

/** Labels and properties come from one closed list in store/encoding/schema.ts, never from input. */
export interface StoreSchema {
  readonly unique: readonly UniqueSpec[]
  readonly indexes: readonly IndexSpec[]
  readonly text: readonly TextIndex[]
}

export interface UniqueSpec {
  readonly label: string
  /** No two nodes have the same in all of these; they are found by the first. */
  readonly properties: readonly [string, ...string[]]
}

export interface IndexSpec {
  readonly label: string
  readonly property: string
  /** Of use to loads alone, or to ranges, which not every engine has indexes for; to every read where absent. */
  readonly only?: 'loads' | 'ranges'
}
