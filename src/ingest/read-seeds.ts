import { stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import type { Dataset } from '../domain/dataset.ts'
import { quoting } from '../text/printable.ts'
import { checkCycles } from './check-cycles.ts'
import { checkDaysSaid } from './check-days-said.ts'
import { checkExternalIds } from './check-external-ids.ts'
import { checkNames } from './check-names.ts'
import { checkQuotes } from './check-quotes.ts'
import { checkReferences } from './check-references.ts'
import { checkRetractions } from './check-retractions.ts'
import { checkRules } from './check-rules.ts'
import { checkSameClaims } from './check-same-claims.ts'
import { listProblems, type ProblemList } from './list-problems.ts'
import { parseSeed } from './parse-seed.ts'
import type { Cut } from './readable-part.ts'
import { resolveSeeds } from './resolve.ts'
import { createSeedHash, listSeedFiles, readSeedFile } from './seed-files.ts'
import { type ParsedFile, type SeedProblem, seedProblem } from './seed-problem.ts'
import { unreadFiles } from './unread-files.ts'
import { decodeUtf8, firstWrongByte } from './utf8.ts'

export type SeedResult = { readonly dataset: Dataset } | ProblemList

/** Reads a story folder, or a folder of them. All problems at once, up to a number per file; a data set only if there is none. */
export async function readSeeds(dir: string, { now }: { now: Date }): Promise<SeedResult> {
  const located: SeedProblem[] = []
  const uncounted = new Map<string, number>()
  const parsed: ParsedFile[] = []
  // Of files that are in no good form too, what of them is.
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
    // As bytes, they are outside of the heap.
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
  // A reference is wrong whatever stands beside it; rules are about whole things.
  const found = [
    checkReferences(readable, others),
    checkExternalIds(readable),
    checkRules(parsed, others, now),
    checkQuotes(parsed),
    checkCycles(parsed),
    checkRetractions(parsed),
    checkSameClaims(parsed),
    checkNames(parsed),
    checkDaysSaid(parsed, now),
  ].flat()
  if (located.length + found.length > 0) return listProblems(located, found, uncounted)
  return { dataset: resolveSeeds(parsed, now, hash.digest()) }
}

async function whyNothing(dir: string): Promise<string> {
  const found = await stat(dir).catch(() => null)
  if (found === null) return 'is not there: name a story folder'
  return found.isDirectory()
    ? 'holds no .yaml file: name a story folder'
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
