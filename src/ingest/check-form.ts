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
  /** The first MAX_PROBLEMS. */
  readonly problems: readonly FormProblem[]
  /** Of all. */
  readonly count: number
  /** The readable part of the file; null where it is no seed, and where more is wrong than is listed. */
  readonly part: ReadablePart | null
}

type Issues = NonNullable<ReturnType<typeof seedFile.safeParse>['error']>['issues']

/**
 * Checks one item of the lists of a seed after the other. zod keeps all issues of a parse, each with its path, and puts those
 * of an item on the stack: of a file of 66,000 empty claims that would be 230 MB, and of as many assertions too much.
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

/** A seed has a part for each item of its lists, and one for all that is no list. */
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
