import type { Engine } from '../engines/engine.ts'
import { findLoadedFiles, rememberFiles } from '../queries/loaded-seeds.ts'
import { readStoreState } from '../queries/store-state.ts'

/** The files and the program of a load. */
export interface LoadedFiles {
  /** Hash of the seeds, byte by byte. */
  readonly files: string
  /** Hash of the program: a new status rule derives other states from the same files. */
  readonly program: string
}

interface Before {
  readonly isLoaded: boolean
  /** Newest published revision. */
  readonly revision: number
}

/** Whether the database has the states of these files. */
export async function findLoaded(engine: Engine, loaded: LoadedFiles | null): Promise<Before> {
  const [found] = loaded ? await engine.forLoads.run(findLoadedFiles.text, { ...loaded }) : []
  const [state] = await engine.forLoads.run(readStoreState.text)
  return { isLoaded: found !== undefined, revision: Number(state?.published ?? 0) }
}

/** Remembers the files for the next start, until the next load of the set. Does nothing if a revision was published meanwhile. */
export async function rememberLoaded(
  engine: Engine,
  { set, ...loaded }: LoadedFiles & { readonly set: string; readonly revision: number },
): Promise<void> {
  await engine.transaction((tx) => tx.run(rememberFiles.text, { loadSet: set, ...loaded }))
}
