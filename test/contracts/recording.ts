import type { Engine, StatementRunner } from '../../src/store/engines/engine.ts'

/** The real engine, which records the statements it runs. */
export function recording(engine: Engine, note: (text: string) => void): Engine {
  const noting = (runner: StatementRunner): StatementRunner => ({
    run: (text, parameters) => {
      note(text)
      return runner.run(text, parameters)
    },
  })
  return {
    ...engine,
    ...noting(engine),
    forLoads: noting(engine.forLoads),
    transaction: (work) => engine.transaction((tx) => work(noting(tx))),
  }
}
