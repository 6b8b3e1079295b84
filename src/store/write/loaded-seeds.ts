import type { Engine } from '../engines/engine.ts'
import { findLoadedFiles, rememberFiles } from '../queries/loaded-seeds.ts'
import { readStoreState } from '../queries/store-state.ts'

/** The files and the program of a load. */
export interface LoadedFiles {
  /** Hash of the seeds, byte by byte. */
  readonly files: string
  /** Hash of the program. A changed program may derive other states from the same files. */
  readonly program: string
}

interface Before {
  readonly isLoaded: boolean
  /** Newest published revision. */
  readonly revision: number
}

/** Finds out whether this program loaded these files last, and reads the newest revision. @param loaded null counts as not loaded */
export async function findLoaded(engine: Engine, loaded: LoadedFiles | null): Promise<Before> {
  const [found] = loaded ? await engine.forLoads.run(findLoadedFiles.text, { ...loaded }) : []
  const [state] = await engine.forLoads.run(readStoreState.text)
  return { isLoaded: found !== undefined, revision: Number(state?.published ?? 0) }
}

/** Stores the hashes of the loaded files for the next load. Does nothing if another revision was published meanwhile. */
export async function rememberLoaded(
  engine: Engine,
  { set, ...loaded }: LoadedFiles & { readonly set: string; readonly revision: number },
): Promise<void> {
  await engine.transaction((tx) => tx.run(rememberFiles.text, { loadSet: set, ...loaded }))
}
