import { stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import type { Dataset } from '../domain/dataset.ts'
import { checkObjects } from '../domain/rules/check-objects.ts'
import { denialsOfNothing } from '../domain/rules/denials.ts'
import { checkExternalIds } from '../domain/rules/external-ids.ts'
import { checkReferences, knownIds, type Reference } from '../domain/rules/references.ts'
import { undrawableTexts } from '../domain/rules/undrawable-texts.ts'
import { quoting } from '../text/printable.ts'
import { checkCoverage } from './check-coverage.ts'
import { checkStatedInstants } from './check-stated-instants.ts'
import { checkStory } from './check-story.ts'
import { listProblems, type ProblemList } from './list-problems.ts'
import { parseSeed } from './parse-seed.ts'
import type { Cut } from './readable-part.ts'
import { createSeedHash, listSeedFiles, readSeedFile } from './seed-files.ts'
import { seedPlaces } from './seed-places.ts'
import { type FoundProblem, type ParsedFile, type SeedProblem, seedProblem } from './seed-problem.ts'
import { toDomainObjects, withOwnClaimants } from './to-domain-objects.ts'
import { type UnreadFiles, unreadFiles } from './unread-files.ts'
import { decodeUtf8, firstWrongByte } from './utf8.ts'

export type SeedResult = SoundSeeds | ProblemList

/** Seeds without problems. Warnings do not prevent a load. */
export interface SoundSeeds {
  readonly dataset: Dataset
  /** Empty unless the caller requested them. */
  readonly warnings: ProblemList
}

export interface SeedOptions {
  readonly now: Date
  /** Whether to look for warnings, which takes a second parsing for their lines; false unless given. */
  readonly warns?: boolean
  /** Returns the characters of a text that pictures cannot draw, for warnings; none unless given. */
  readonly undrawable?: (text: string) => readonly string[]
}

/** Reads a story folder, or a folder of story folders. @returns a data set, or the problems, up to MAX_PROBLEMS of each file */
export async function readSeeds(
  dir: string,
  { now, warns = false, undrawable = () => [] }: SeedOptions,
): Promise<SeedResult> {
  const located: SeedProblem[] = []
  const uncounted = new Map<string, number>()
  const parsed: ParsedFile[] = []
  // The readable parts of malformed files are checked too.
  const readable: ParsedFile[] = []
  const unread: (string | null)[] = []
  const cuts: (readonly Cut[])[] = []
  const hash = createSeedHash(dir)
  const { paths, excess } = await listSeedFiles(dir)
  if (excess !== null) return { problems: [seedProblem('UNREADABLE', dir, excess)], unlisted: [] }
  if (paths.length === 0) located.push(seedProblem('UNREADABLE', dir, await whyNothing(dir)))
  for (const path of paths) {
    const file = relative('.', path)
    const read = await readText(path, file)
    if (!('text' in read)) {
      located.push(read)
      unread.push(null)
      continue
    }
    hash.add(path, read.bytes)
    // The file stays in memory as bytes, which are outside of the heap, and not as text.
    const result = parseSeed(file, join(path, '..'), () => decodeUtf8(read.bytes) ?? '')
    if ('parsed' in result) {
      parsed.push(result.parsed)
      readable.push(result.parsed)
    } else {
      located.push(...result.problems)
      uncounted.set(file, result.uncounted)
      if (result.part) {
        readable.push(result.part.parsed)
        cuts.push(result.part.cuts)
      } else unread.push(read.text)
    }
  }
  const others = unreadFiles(unread, cuts)
  const objects = toDomainObjects(parsed, now)
  const found = [
    // References are checked in malformed files too; other rules need complete objects.
    ...(parsed.length === readable.length
      ? checkIds(parsed, objects, others)
      : checkIds(readable, toDomainObjects(readable, now), others)),
    ...checkStory(parsed, others),
    ...checkStatedInstants(parsed, now),
    ...checkObjects(objects, now).map(seedPlaces(parsed).toFoundProblem),
  ]
  if (located.length + found.length > 0) return listProblems(located, found, uncounted)
  const doubts = warns
    ? [...denialsOfNothing(objects), ...undrawableTexts(objects, undrawable)].map(seedPlaces(parsed).toFoundProblem)
    : []
  return {
    dataset: { ...objects, assertions: withOwnClaimants(objects), contentHash: hash.digest() },
    warnings: listProblems([], doubts, new Map()),
  }
}

function checkIds(
  files: readonly ParsedFile[],
  objects: ReturnType<typeof toDomainObjects>,
  others: UnreadFiles,
): readonly FoundProblem[] {
  const known = knownIds(objects)
  const isElsewhere = ({ kind, id }: Reference): boolean => others.mayDefine(kind, id)
  const problems = [...checkReferences(objects, known, isElsewhere), ...checkExternalIds(objects)]
  return [...problems.map(seedPlaces(files).toFoundProblem), ...checkCoverage(files, known, isElsewhere)]
}

async function whyNothing(dir: string): Promise<string> {
  const found = await stat(dir).catch(() => null)
  if (found === null) return 'does not exist: name a story folder'
  return found.isDirectory()
    ? 'has no .yaml file: name a story folder'
    : quoting`is a file: name its folder, ${dirname(dir)}`
}

interface ReadFile {
  readonly bytes: Uint8Array
  readonly text: string
}

async function readText(path: string, file: string): Promise<ReadFile | SeedProblem> {
  const read = await readSeedFile(path)
  if (!('bytes' in read)) return seedProblem('UNREADABLE', file, read.message)
  const text = decodeUtf8(read.bytes)
  if (text !== null) return { bytes: read.bytes, text }
  return seedProblem('UNREADABLE', file, 'is not valid UTF-8: save it as UTF-8', firstWrongByte(read.bytes))
}
