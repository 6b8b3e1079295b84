import { stat } from 'node:fs/promises'
import { DomainError } from '../domain/errors.ts'
import { readSeeds } from '../ingest/read-seeds.ts'
import type { LoadResult } from '../store/load.ts'
import type { OpenStore } from '../store/open-store.ts'
import { findSeedSet } from '../store/seed-set.ts'
import type { Terminal } from './terminal.ts'

const AUTHOR = 'sanad seed'
const PROGRESS_EVERY_MS = 100

/** Reads, checks and loads a folder of stories; a folder that has not changed costs a read and nothing else. */
export async function loadSeeds(
  open: OpenStore,
  dir: string,
  terminal: Terminal,
  now: () => Date,
  { endStories = false }: { readonly endStories?: boolean } = {},
): Promise<LoadResult> {
  const folder = await stat(dir).catch(() => null)
  if (!folder?.isDirectory()) throw new DomainError('NOT_FOUND', `There is no folder ${dir} to read stories from.`)
  terminal.progress(`Reading ${dir} …`)
  const read = await readSeeds(dir, { now: now() })
  if ('problems' in read) {
    terminal.progress(null)
    throw new DomainError('INVALID_SEED', toProblemSentence(dir, read.problems.length))
  }
  const { set, missing } = await findSeedSet(open.engine, read.dataset)
  if (missing.length > 0 && !endStories) {
    const text = `${dir} lacks ${missing.join(', ')}, loaded with its other stories before: put it back, or end it with \`sanad seed ${dir} --end-stories\`.`
    throw new DomainError('CONFLICT', text)
  }
  let shownMs = 0
  try {
    return await open.load(read.dataset, {
      author: AUTHOR,
      set,
      now: now(),
      onProgress: (done, total) => {
        const nowMs = performance.now()
        if (nowMs - shownMs < PROGRESS_EVERY_MS) return
        shownMs = nowMs
        terminal.progress(`Loading ${dir}: ${done} of ${total}`)
      },
    })
  } finally {
    terminal.progress(null)
  }
}

export function describeLoad(dir: string, { changed, revision, created, ended }: LoadResult): string {
  if (!changed) return `${dir} is unchanged (revision ${revision}).`
  return `Loaded ${dir}: ${created} added, ${ended} ended, now at revision ${revision}.`
}

function toProblemSentence(dir: string, count: number): string {
  const problems = count === 1 ? '1 problem' : `${count} problems`
  return `${dir} has ${problems} and was not loaded; \`sanad check ${dir}\` lists them.`
}
