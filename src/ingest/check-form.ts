import { z } from 'zod'
import { describeIssue, toFormProblems } from './form-problems.ts'
import { type ReadablePart, readablePart } from './readable-part.ts'
import { MAX_PROBLEMS } from './seed-limits.ts'
import type { Path } from './seed-problem.ts'
import { type SeedFile, seedFile } from './seed-schema.ts'

interface FormProblem {
  readonly path: Path
  readonly message: string
}

interface BadForm {
  /** First problems, at most MAX_PROBLEMS. */
  readonly problems: readonly FormProblem[]
  /** Number of all problems. */
  readonly count: number
  /** Readable part of the file; null if the file is no seed, or has more problems than are listed. */
  readonly part: ReadablePart | null
}

type Issues = NonNullable<ReturnType<typeof seedFile.safeParse>['error']>['issues']

/**
 * Checks the form of a seed, the items of its lists one by one. zod stores all issues of a parse, and passes those of one item as
 * arguments: a file of 66,000 empty claims would take 230 MB, and as many empty assertions would overflow the stack.
 */
export function checkForm(content: unknown): { readonly content: SeedFile } | BadForm {
  const issues: Issues = []
  let count = 0
  for (const { schema, value, place } of partsOf(content)) {
    const { error } = z.safeParse(schema, value, { error: describeIssue })
    for (const issue of error?.issues ?? []) {
      count += issue.code === 'unrecognized_keys' ? issue.keys.length : 1
      if (issues.length < MAX_PROBLEMS) issues.push({ ...issue, path: [...place, ...issue.path] })
    }
  }
  if (count === 0) return { content: seedFile.parse(content) }
  const problems = issues.flatMap((issue) => toFormProblems(issue, MAX_PROBLEMS)).slice(0, MAX_PROBLEMS)
  return { problems, count, part: count > MAX_PROBLEMS ? null : readablePart(content, issues) }
}

interface Part {
  readonly schema: z.core.$ZodType
  readonly value: unknown
  readonly place: readonly (string | number)[]
}

const ITEMS: ReadonlyMap<string, z.core.$ZodType> = new Map(
  Object.entries(seedFile.shape).flatMap(([key, schema]): readonly [string, z.core.$ZodType][] => {
    const list = schema.unwrap()
    return list instanceof z.ZodArray ? [[key, list.element]] : []
  }),
)

/** Parts of a seed: one for each item of its lists, and one for all other keys. */
function* partsOf(content: unknown): Generator<Part> {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    yield { schema: seedFile, value: content, place: [] }
    return
  }
  const others: [string, unknown][] = []
  for (const [key, value] of Object.entries(content)) {
    const schema = ITEMS.get(key)
    if (!schema || !Array.isArray(value)) others.push([key, value])
    else for (const [i, item] of value.entries()) yield { schema, value: item, place: [key, i] }
  }
  yield { schema: seedFile, value: Object.fromEntries(others), place: [] }
}
