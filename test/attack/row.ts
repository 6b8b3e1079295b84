import type { AttackedServer, StartOptions } from './attacked-server.ts'
import type { EngineName } from './engine-name.ts'

/** One row of the table: an attack, the figure that must hold, and the figure that was measured. */
export interface Row {
  /** For `--only`. */
  readonly name: string
  readonly what: string
  readonly goal: string
  /** The engines it is for; both unless given. */
  readonly engines?: readonly EngineName[]
  /** Whether it belongs to the half that runs in CI. */
  readonly isShort: boolean
  run(context: AttackContext): Promise<Measured>
}

export interface Measured {
  readonly holds: boolean
  /** The figures in one line. */
  readonly figure: string
  /** For people: what was missed, and the largest of each kind. */
  readonly details: readonly string[]
}

export interface AttackContext {
  readonly engine: EngineName
  /** Fewer rounds, for CI. */
  readonly isShort: boolean
  /** Arguments of Node that serve; `serve` and its options come after them. */
  readonly command: readonly string[]
  /** Seed of all that is generated. */
  readonly seed: number
  note(text: string): void
  /** A server with the default settings and the stories of seeds/; the same one while it runs. */
  shared(): Promise<AttackedServer>
  /** A server of its own; it is ended with the run at the latest. */
  start(options?: StartOptions): Promise<AttackedServer>
}
