import type { Engine, Parameters, Row, SearchBounds, TextIndex } from '../../src/store/engines/engine.ts'
import type { BenchEngine } from './open-engine.ts'

/** A recorded call of an engine: a statement, or a text search, which each engine implements differently. */
export type Asked =
  | { readonly kind: 'statement'; readonly text: string; readonly parameters: Parameters }
  | {
      readonly kind: 'search'
      readonly index: TextIndex
      readonly terms: readonly string[]
      readonly bounds: SearchBounds
    }

export interface RecordingEngine {
  /** Delegates to the inner engine, and records reads during `record`. */
  readonly engine: Engine
  record(work: () => Promise<unknown>): Promise<readonly Asked[]>
}

/** Wraps an engine to record the calls of its store. */
export function createRecordingEngine(inner: Engine): RecordingEngine {
  let noted: Asked[] | null = null
  const engine: Engine = {
    ...inner,
    run(text, parameters = {}): Promise<readonly Row[]> {
      noted?.push({ kind: 'statement', text, parameters })
      return inner.run(text, parameters)
    },
    searchText(index, terms, bounds) {
      noted?.push({ kind: 'search', index, terms, bounds })
      return inner.searchText(index, terms, bounds)
    },
  }
  return {
    engine,
    async record(work) {
      const asked: Asked[] = []
      noted = asked
      try {
        await work()
      } finally {
        noted = null
      }
      return asked
    },
  }
}

/** Repeats the calls in order, bare. A search has no bare form, so the port runs it. */
export async function replay(asked: readonly Asked[], { bare, engine }: BenchEngine): Promise<void> {
  for (const one of asked) {
    if (one.kind === 'statement') await bare.run(one.text, one.parameters)
    else await engine.searchText(one.index, one.terms, one.bounds)
  }
}
