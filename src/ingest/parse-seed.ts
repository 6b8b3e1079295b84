import { checkForm } from './check-form.ts'
import { parseYaml } from './parse-yaml.ts'
import type { Cut } from './readable-part.ts'
import { type ParsedFile, type Path, type SeedProblem, seedProblem } from './seed-problem.ts'

type Parsed =
  | { readonly parsed: ParsedFile }
  | {
      readonly problems: readonly SeedProblem[]
      /** Number of further problems. */
      readonly uncounted: number
      /** The readable part of the file and the parts cut out of it; null if there is none. */
      readonly part: ReadFilePart | null
    }

interface ReadFilePart {
  readonly parsed: ParsedFile
  readonly cuts: readonly Cut[]
}

/** Parses a seed and checks its form. @param readText returns the text, also later for the lines of problems */
export function parseSeed(file: string, folder: string, readText: () => string): Parsed {
  const yaml = parseYaml(readText())
  if (!('content' in yaml)) return onlyProblem(seedProblem('NOT_YAML', file, yaml.message, yaml.position))
  const { content, positionOf } = yaml
  if (content === null) return onlyProblem(seedProblem('INVALID', file, 'is empty: write a key such as claims'))
  const form = checkForm(content)
  if ('content' in form) {
    return { parsed: { file, folder, content: form.content, placeInFile: samePlace, readText } }
  }
  const { problems, count, part } = form
  return {
    problems: problems.map(({ path, message }) => seedProblem('INVALID', file, message, positionOf(path), path)),
    uncounted: count - problems.length,
    part: part && {
      parsed: { file, folder, content: part.content, placeInFile: part.placeInFile, readText },
      cuts: part.cuts,
    },
  }
}

// Outside of parseSeed, since a closure there would refer to the nodes of the file.
const samePlace = (path: Path): Path => path

const onlyProblem = (problem: SeedProblem): Parsed => ({ problems: [problem], uncounted: 0, part: null })
