import type { Engine } from '../engines/engine.ts'
import { findLoadedFiles, rememberFiles } from '../queries/loaded-seeds.ts'
import { readStoreState } from '../queries/store-state.ts'

/** The files and the program of a load. */
export interface LoadedFiles {
  /** Hash of the seeds, byte by byte. */
  readonly files: string
  /** Hash of the program that made rows of them: a new rule of statuses makes others of the same. */
  readonly program: string
}

interface Before {
  readonly isLoaded: boolean
  /** The newest published. */
  readonly revision: number
}

/** Whether the record holds what these files give. */
export async function findLoaded(engine: Engine, loaded: LoadedFiles | null): Promise<Before> {
  const [found] = loaded ? await engine.forLoads.run(findLoadedFiles.text, { ...loaded }) : []
  const [state] = await engine.forLoads.run(readStoreState.text)
  return { isLoaded: found !== undefined, revision: Number(state?.published ?? 0) }
}

/** For the next start; forgotten again with the next load of the set, and not kept where one was published meanwhile. */
export async function rememberLoaded(
  engine: Engine,
  { set, ...loaded }: LoadedFiles & { readonly set: string; readonly revision: number },
): Promise<void> {
  await engine.transaction((tx) => tx.run(rememberFiles.text, { loadSet: set, ...loaded }))
}
