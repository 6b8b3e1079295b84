/** Port of the store to a Cypher engine. Both engines run the same statements. */

export type Scalar = string | number | boolean | null
export type Parameter = Scalar | readonly Parameter[] | { readonly [key: string]: Parameter }
export type Parameters = Readonly<Record<string, Parameter>>
/** A result row as plain JavaScript: safe integers as numbers, larger ones as bigint. */
export type Row = Readonly<Record<string, unknown>>

export interface StatementRunner {
  /** Runs a statement. @throws DomainError TIMEOUT, BUSY, CONFLICT, LIMIT_EXCEEDED, STORE_UNAVAILABLE or INTERNAL */
  run(text: string, parameters?: Parameters): Promise<readonly Row[]>
}

/** `run` serves readers. It may wait for earlier writes, so the work of a transaction must not await it. */
export interface Engine extends StatementRunner {
  readonly name: 'embedded' | 'neo4j'
  /** Whether one statement for a list with the states of its claims is faster than two statements. */
  readonly readsAhead?: boolean
  /** Runs reads at start and during loads, with the time limit of a load. */
  readonly forLoads: StatementRunner
  /** Runs a transaction. It awaits every statement, rolls back on any error, and retries after a write conflict. */
  transaction<T>(work: (tx: StatementRunner) => Promise<T>): Promise<T>
  /** Number of transactions that this process committed. A cached newest revision is stale once it grows. */
  commits(): number
  /**
   * Finds states of one revision whose texts have a word for each term, in no order. If there are more than the limit, states
   * whose name equals or begins with the terms are preferred. With `matching: 'ANY'`, finds states that have a word for one term:
   * those with more of the terms, and with rarer ones, come first, as the engine scores them.
   */
  searchText(index: TextIndex, terms: readonly string[], bounds: SearchBounds): Promise<FoundStates>
  /** Creates constraints and indexes, and checks that all exist. Idempotent. */
  ensureSchema(schema: StoreSchema): Promise<void>
  /**
   * Builds the indexes that opening left out: those for slugs, and the text index up to a revision. Other reads run meanwhile; a
   * search waits.
   */
  prepareReads(revision: number): Promise<void>
  /** Builds the indexes that a load needs. A load calls it before it begins. */
  prepareLoads(): Promise<void>
  /** Syncs committed writes to disk, so that they survive a power cut. */
  flush(): Promise<void>
  /**
   * Probes the engine on a separate connection, which `stop` ends. A busy engine responds at once too. Absent if
   * `checkHealth` is as quick. @throws Error without a response
   */
  ping?(stop: AbortSignal): Promise<void>
  /** Runs an empty statement on a separate connection, which `stop` ends. @throws DomainError STORE_UNAVAILABLE */
  checkHealth(stop?: AbortSignal): Promise<void>
  /** Replaces all connections. Statements on an old one fail if it stays silent. */
  reconnect?(): void
  /** False while the breaker is open (breaker.ts); absent without a breaker. */
  isAvailable?(): boolean
  close(): Promise<void>
}

export interface SearchBounds {
  /** States of other revisions are neither found nor counted. */
  readonly revision: number
  /** Restricts the search to keys with these prefixes ('Claim:'); null for all. */
  readonly keys: readonly string[] | null
  readonly limit: number
  /** Whether drafts are found. */
  readonly drafts: boolean
  /** Language of the ranking (domain/folded-texts.ts); null for keys without ranks. */
  readonly language: string | null
  /** Whether a text has a word for all terms, or for any of them; ALL unless given. ANY has no ranks. */
  readonly matching?: 'ALL' | 'ANY'
}

export interface FoundStates {
  /** One group for each rank, in no order. */
  readonly groups: readonly FoundGroup[]
  /** False if more states than the limit match. */
  readonly complete: boolean
}

/** States whose texts have the same rank. */
export interface FoundGroup {
  /** The string order is best first; '' in a search without a language. */
  readonly rank: string
  /** Property `thing` of each state, in no order. */
  readonly things: readonly string[]
}

export interface TextIndex {
  readonly label: string
  /** Property with the encoded texts (domain/folded-texts.ts). */
  readonly property: string
  /** Property with the joined names; absent from states without a name. */
  readonly names: string
  /** Statement that reads each `word` of the texts of states from revisions past $readTo, up to $revision. */
  readonly words: string
  /** The same for joined names. */
  readonly nameWords: string
}

/** Constraints and indexes to create. Labels and properties come from store/encoding/schema.ts, never from input. */
export interface StoreSchema {
  readonly unique: readonly UniqueSpec[]
  readonly indexes: readonly IndexSpec[]
  readonly text: readonly TextIndex[]
}

export interface UniqueSpec {
  readonly label: string
  /** Properties that are unique together; nodes are found by the first. */
  readonly properties: readonly [string, ...string[]]
}

export interface IndexSpec {
  readonly label: string
  readonly property: string
  /** `loads`: loads alone use the index. `ranges`: only engines with range indexes create it. Absent: every read uses it. */
  readonly only?: 'loads' | 'ranges'
}
