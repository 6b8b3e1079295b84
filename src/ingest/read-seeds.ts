import { readFile, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import type { Dataset } from '../domain/dataset.ts'
import { checkCycles } from './check-cycles.ts'
import { checkDaysSaid } from './check-days-said.ts'
import { checkExternalIds } from './check-external-ids.ts'
import { checkNames } from './check-names.ts'
import { checkQuotes } from './check-quotes.ts'
import { checkReferences } from './check-references.ts'
import { checkRetractions } from './check-retractions.ts'
import { checkRules } from './check-rules.ts'
import { checkSameClaims } from './check-same-claims.ts'
import { parseSeed } from './parse-seed.ts'
import type { Cut } from './readable-part.ts'
import { resolveSeeds } from './resolve.ts'
import { hashOfFiles, listSeedFiles, MAX_FILE_BYTES, MAX_FILES } from './seed-files.ts'
import { type ParsedFile, problemOfFile, type SeedProblem } from './seed-problem.ts'
import { unreadFiles } from './unread-files.ts'
import { decodeUtf8, firstWrongByte } from './utf8.ts'

export type SeedResult = { readonly dataset: Dataset } | { readonly problems: readonly SeedProblem[] }

/** Reads a story folder, or a folder of them. All problems at once; a data set only if there is none. */
export async function readSeeds(dir: string, { now }: { now: Date }): Promise<SeedResult> {
  const problems: SeedProblem[] = []
  const parsed: ParsedFile[] = []
  // Of files that are in no good form too, what of them is.
  const readable: ParsedFile[] = []
  const unread: (string | null)[] = []
  const cuts: (readonly Cut[])[] = []
  const files: { path: string; bytes: Uint8Array }[] = []
  const paths = await listSeedFiles(dir)
  if (paths.length === 0) problems.push(problemOfFile('UNREADABLE', dir, await whyNothing(dir)))
  if (paths.length > MAX_FILES) problems.push(problemOfFile('UNREADABLE', dir, `holds more than ${MAX_FILES} files`))
  for (const path of paths.slice(0, MAX_FILES)) {
    const file = relative('.', path)
    const read = await readText(path, file)
    if (!('text' in read)) {
      problems.push(read)
      unread.push(null)
      continue
    }
    files.push({ path: relative(dir, path), bytes: read.bytes })
    const result = parseSeed(read.text, file, join(path, '..'))
    if ('parsed' in result) {
      parsed.push(result.parsed)
      readable.push(result.parsed)
    } else {
      problems.push(...result.problems)
      if (result.part) {
        readable.push(result.part.parsed)
        cuts.push(result.part.cuts)
      } else unread.push(read.text)
    }
  }
  if (paths.length > MAX_FILES) unread.push(null)
  const others = unreadFiles(unread, cuts)
  // A reference is wrong whatever stands beside it; rules are about whole things.
  problems.push(...checkReferences(readable, others), ...checkExternalIds(readable), ...checkRules(parsed, others, now))
  problems.push(...checkQuotes(parsed), ...checkCycles(parsed), ...checkRetractions(parsed))
  problems.push(...checkSameClaims(parsed), ...checkNames(parsed), ...checkDaysSaid(parsed, now))
  if (problems.length > 0) return { problems: inOrder(problems) }
  return { dataset: resolveSeeds(parsed, now, hashOfFiles(files)) }
}

async function whyNothing(dir: string): Promise<string> {
  const found = await stat(dir).catch(() => null)
  if (found === null) return 'is not there: name a story folder'
  return found.isDirectory()
    ? 'holds no .yaml file: name a story folder'
    : `is a file: name its folder, ${dirname(dir)}`
}

interface ReadFile {
  readonly bytes: Uint8Array
  readonly text: string
}

async function readText(path: string, file: string): Promise<ReadFile | SeedProblem> {
  const found = await stat(path).catch(() => null)
  if (found === null) return problemOfFile('UNREADABLE', file, 'leads nowhere: mend the link, or take it away')
  const { size } = found
  if (size > MAX_FILE_BYTES) {
    return problemOfFile('UNREADABLE', file, `is ${size} bytes, at most ${MAX_FILE_BYTES} are read: split it`)
  }
  const bytes = await readFile(path).catch(() => null)
  if (bytes === null) return problemOfFile('UNREADABLE', file, 'may not be read: give yourself the right to')
  const text = decodeUtf8(bytes)
  if (text !== null) return { bytes, text }
  return problemOfFile('UNREADABLE', file, 'is not valid UTF-8: save it as UTF-8', firstWrongByte(bytes))
}

const inOrder = (problems: readonly SeedProblem[]): readonly SeedProblem[] =>
  [...problems].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
