import { quoted } from '../text/printable.ts'
import { parseYaml } from './parse-yaml.ts'
import { MAX_PROBLEMS } from './seed-limits.ts'
import {
  type FoundProblem,
  type ParsedFile,
  type Path,
  type Position,
  type SeedProblem,
  seedProblem,
} from './seed-problem.ts'

/** Number of problems of a file that are not listed. */
export interface Unlisted {
  readonly file: string
  readonly count: number
}

export interface ProblemList {
  /** Listed problems by file and line, at most MAX_PROBLEMS of each file. */
  readonly problems: readonly SeedProblem[]
  readonly unlisted: readonly Unlisted[]
}

/**
 * Lists problems with their lines.
 * @param located problems with a known position
 * @param found other problems; the first are listed if a file has too many
 * @param uncounted number of further problems of each file
 */
export function listProblems(
  located: readonly SeedProblem[],
  found: readonly FoundProblem[],
  uncounted: ReadonlyMap<string, number>,
): ProblemList {
  const counts = new Map<string, number>()
  const isListed = (file: string): boolean => {
    const count = (counts.get(file) ?? 0) + 1
    counts.set(file, count)
    return count <= MAX_PROBLEMS
  }
  const first = located.filter(({ file }) => isListed(file))
  const listed = found.filter(({ file }) => isListed(file.file))
  for (const [file, count] of uncounted) counts.set(file, (counts.get(file) ?? 0) + count)
  return {
    problems: inOrder([...first, ...locate(listed)]),
    unlisted: [...counts]
      .filter(([, count]) => count > MAX_PROBLEMS)
      .map(([file, count]) => ({ file, count: count - MAX_PROBLEMS }))
      .sort((a, b) => (a.file < b.file ? -1 : 1)),
  }
}

/** Finds lines by parsing each file again, one by one, since the nodes of all files together might not fit into memory. */
function locate(found: readonly FoundProblem[]): readonly SeedProblem[] {
  const wanted = new Map<ParsedFile, Path[]>()
  const want = ({ file, path }: { readonly file: ParsedFile; readonly path: Path }): void => {
    const paths = wanted.get(file)
    if (paths) paths.push(path)
    else wanted.set(file, [path])
  }
  for (const problem of found) {
    want(problem)
    if (typeof problem.message !== 'string') want(problem.message.place)
  }
  const positions = new Map<Path, Position>()
  for (const [file, paths] of wanted) {
    const yaml = parseYaml(file.readText())
    if (!('positionOf' in yaml)) continue
    for (const path of paths) positions.set(path, yaml.positionOf(file.placeInFile(path)))
  }
  return found.map(({ code, file, path, message }) => {
    const text = typeof message === 'string' ? message : message.messageAt(placeText(message.place, positions))
    return seedProblem(code, file.file, text, positions.get(path), file.placeInFile(path))
  })
}

const placeText = (
  { file, path }: { readonly file: ParsedFile; readonly path: Path },
  positions: ReadonlyMap<Path, Position>,
): string => `${quoted(file.file)}:${positions.get(path)?.line ?? 1}`

const inOrder = (problems: readonly SeedProblem[]): readonly SeedProblem[] =>
  [...problems].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
