import type { Dataset } from '../../domain/dataset.ts'
import type { Engine } from '../engines/engine.ts'
import { type LoadResult, loadDataset } from './load-dataset.ts'
import { findLoaded, rememberLoaded } from './loaded-seeds.ts'
import { unchangedAt } from './publish-changes.ts'
import { findSeedSet } from './seed-set.ts'

/** A data set that is read on demand, with the hashes that show whether it was loaded before. */
export interface SeedReader {
  /** Hash of the program that derives states from the files. */
  readonly program: string
  /** Hash of the files, equal to `contentHash` of the data set; null for files with problems. */
  readonly files: string | null
  /** Reads and checks the files. */
  readonly read: () => Promise<Dataset>
}

export interface LoadSeedsOptions {
  /** Author of the revision. */
  readonly author: string
  readonly now: () => Date
  readonly onProgress?: (done: number, total: number) => void
  /** Makes the error for stories that the last load had and this one lacks. If absent, such stories end. */
  readonly toMissingError?: (stories: readonly string[]) => Error
}

/**
 * Loads a data set into the set of seeds to which its stories belong.
 * @throws DomainError as `loadDataset` does, CONFLICT if its stories belong to several sets; the errors of the reader
 */
export async function loadSeeds(
  engine: Engine,
  { program, files, read }: SeedReader,
  { author, now, onProgress, toMissingError }: LoadSeedsOptions,
): Promise<LoadResult> {
  const before = await findLoaded(engine, files === null ? null : { files, program })
  if (before.isLoaded) return unchangedAt(before.revision)
  const dataset = await read()
  const { set, missing } = await findSeedSet(engine, dataset)
  if (missing.length > 0 && toMissingError) throw toMissingError(missing)
  const result = await loadDataset(engine, dataset, { author, set, now: now(), ...(onProgress && { onProgress }) })
  // If another process published meanwhile, the set may be of other files now.
  if (result.changed || result.revision === before.revision) {
    await rememberLoaded(engine, { set, revision: result.revision, files: dataset.contentHash, program })
  }
  return result
}
