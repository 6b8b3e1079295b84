import { type FoundProblem, type ParsedFile, problemAt } from './seed-problem.ts'
import type { UnreadFiles } from './unread-files.ts'

/** Reports a folder in which no file has the key `story`, unless a file that could not be read may have it. */
export function checkStory(files: readonly ParsedFile[], unread: UnreadFiles): readonly FoundProblem[] {
  const [first] = files
  if (!first || unread.count > 0 || files.some(({ content }) => content.story)) return []
  return [problemAt(first, 'RULE_BROKEN', [], 'no file of the folder has the key story: add it to one file')]
}
