import type { AttackedServer, StartOptions } from './attacked-server.ts'
import type { EngineName } from './engine-name.ts'

/** A row of the table: an attack, its goal, and the measured figure. */
export interface Row {
  /** Name for `--only`. */
  readonly name: string
  readonly what: string
  readonly goal: string
  /** Engines of the row; both by default. */
  readonly engines?: readonly EngineName[]
  /** Whether the row runs in CI. */
  readonly isShort: boolean
  run(context: AttackContext): Promise<Measured>
}

export interface Measured {
  readonly holds: boolean
  /** The figures in one line. */
  readonly figure: string
  /** For people: missed goals, and the largest of each kind. */
  readonly details: readonly string[]
}

export interface AttackContext {
  readonly engine: EngineName
  /** Whether to run fewer rounds, for CI. */
  readonly isShort: boolean
  /** Arguments of Node before `serve`. */
  readonly command: readonly string[]
  /** Seed of all generated requests. */
  readonly seed: number
  note(text: string): void
  /** A server with the default settings and the stories of seeds/, reused while it runs. */
  shared(): Promise<AttackedServer>
  /** A separate server, ended with the run at the latest. */
  start(options?: StartOptions): Promise<AttackedServer>
}
