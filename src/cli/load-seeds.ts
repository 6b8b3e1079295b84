import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Dataset } from '../domain/dataset.ts'
import { DomainError } from '../domain/errors.ts'
import { hashSeeds } from '../ingest/seed-files.ts'
import type { OpenStore } from '../store/open-store.ts'
import type { LoadResult } from '../store/write/load-dataset.ts'
import { printable } from '../text/printable.ts'
import { hashOfProgram } from './hash-of-program.ts'
import type { Terminal } from './terminal.ts'

const AUTHOR = 'sanad seed'
const PROGRESS_EVERY_MS = 100

/**
 * Reads, checks and loads a folder of stories. If the same program loaded the same files last, byte by byte, they are neither
 * parsed nor checked.
 */
export async function loadSeeds(
  open: Pick<OpenStore, 'loadSeeds'>,
  dir: string,
  terminal: Pick<Terminal, 'progress'>,
  now: () => Date,
  { endStories = false }: { readonly endStories?: boolean } = {},
): Promise<LoadResult> {
  const folder = await stat(dir).catch(() => null)
  if (folder?.isFile()) throw new DomainError('NOT_FOUND', `${dir} is a file; name its folder, ${dirname(dir)}.`)
  if (!folder?.isDirectory()) throw new DomainError('NOT_FOUND', `There is no folder ${dir} to read stories from.`)
  terminal.progress(`Reading ${dir} …`)
  try {
    const program = hashOfProgram()
    const files = await hashSeeds(dir)
    const reader = { program, files, read: () => readDataset(dir, now()) }
    return await open.loadSeeds(reader, {
      author: AUTHOR,
      now,
      onProgress: showProgress(dir, terminal),
      ...(!endStories && { toMissingError: (stories) => missingError(dir, stories) }),
    })
  } finally {
    terminal.progress(null)
  }
}

/** @throws DomainError INVALID_SEED */
async function readDataset(dir: string, now: Date): Promise<Dataset> {
  const { readSeeds } = await import('../ingest/read-seeds.ts')
  const read = await readSeeds(dir, { now })
  if ('dataset' in read) return read.dataset
  const more = read.unlisted.reduce((sum, { count }) => sum + count, 0)
  throw new DomainError('INVALID_SEED', toProblemSentence(dir, read.problems.length + more))
}

function missingError(dir: string, stories: readonly string[]): DomainError {
  const text = `${dir} lacks ${stories.join(', ')}, loaded with its other stories before: add it again, or end it with \`sanad seed ${dir} --end-stories\`.`
  return new DomainError('CONFLICT', text)
}

function showProgress(dir: string, terminal: Pick<Terminal, 'progress'>): (done: number, total: number) => void {
  let shownMs = 0
  return (done, total) => {
    const nowMs = performance.now()
    if (nowMs - shownMs < PROGRESS_EVERY_MS) return
    shownMs = nowMs
    terminal.progress(`Loading ${dir}: ${done} of ${total}`)
  }
}

export function describeLoad(dir: string, { changed, revision, created, ended }: LoadResult): string {
  const folder = printable(dir)
  if (!changed) return `${folder} is unchanged (revision ${revision}).`
  return `Loaded ${folder}: ${created} added, ${ended} ended, now at revision ${revision}.`
}

function toProblemSentence(dir: string, count: number): string {
  const problems = count === 1 ? '1 problem' : `${count} problems`
  return `${dir} has ${problems} and was not loaded; \`sanad check ${dir}\` lists them.`
}
