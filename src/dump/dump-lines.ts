import { z } from 'zod'
import { canonicalObject } from '../domain/canonical-objects.ts'
import { STATUSES } from '../domain/claim-status-types.ts'
import type { HistoryCounts, HistoryEntry, HistoryState } from '../domain/history.ts'
import {
  type ItemTypes,
  type ModelObjects,
  NO_OBJECTS,
  OBJECT_LISTS,
  type ObjectList,
} from '../domain/model-objects.ts'
import { objectKeyText, readObjectKey } from '../domain/object-key.ts'
import { toRevisionNumber } from '../domain/revision-number.ts'
import { checkForms, lengthProblem } from '../domain/rules/forms.ts'
import { checkPeriods } from '../domain/rules/periods.ts'
import { checkPredicateSlots } from '../domain/rules/predicate-slots.ts'
import { checkStances } from '../domain/rules/stances.ts'
import { isInstant } from '../text/instant.ts'
import { quoted } from '../text/printable.ts'
import { characterProblem } from '../text/text-problem.ts'
import { shapeProblem, toItem } from './shape-problem.ts'

/** Name of the format in the first line of a dump. */
export const DUMP_FORMAT = 'sanad-dump'
/** Version of the format. It is raised when an older program would read a dump wrongly. */
export const DUMP_VERSION = 1

/** First line of a dump. */
export interface DumpHead extends HistoryCounts {
  /** Version of the program that wrote the dump. */
  readonly program: string
  /** Base of the URLs of the site; null if none was configured. */
  readonly publicUrl: string | null
  /** Whether drafts are in the dump. */
  readonly drafts: boolean
  /** The newest revision. */
  readonly revision: number
}

/** Last line of a dump. */
export interface DumpEnd {
  /** Number of the lines before it. */
  readonly lines: number
  /** SHA-256 of these lines with their line feeds, in hexadecimal digits. */
  readonly sha256: string
}

const text = z.string().refine((one) => lengthProblem(one) === null && characterProblem(one) === null)
const count = z.int().min(0)
const number = z.int().min(1)

const head = z.strictObject({
  format: z.literal(DUMP_FORMAT),
  version: z.literal(DUMP_VERSION),
  program: text,
  publicUrl: text.nullable(),
  drafts: z.boolean(),
  revision: count,
  revisions: count,
  firstLoad: count,
  states: count,
})
const end = z.strictObject({ lines: count, sha256: z.string().regex(/^[0-9a-f]{64}$/) })
const revision = z.strictObject({
  revision: number,
  recordedAt: z.string().refine(isInstant, 'is no instant'),
  author: text,
  reason: text,
})
const state = z.strictObject({
  list: z.enum(OBJECT_LISTS),
  from: number,
  set: text,
  draft: z.literal(true).optional(),
  recordedIn: number.optional(),
  status: z.enum(STATUSES).optional(),
  polarity: z.enum(['AFFIRMS', 'NEGATES']).optional(),
  hash: count,
  item: z.unknown(),
})
const ended = z.strictObject({ end: text })
const set = z.strictObject({ set: text, contentHash: text })
const newer = z.object({ format: z.literal(DUMP_FORMAT), version: z.int().min(DUMP_VERSION + 1), program: z.string() })

/** The value of a line, or the problem of the line. */
export type Read<T> = { readonly value: T } | { readonly problem: string }

export const writeHead = (one: DumpHead): string => {
  const { program, publicUrl, drafts, revision, revisions, firstLoad, states } = one
  const counts = { revision, revisions, firstLoad, states }
  return JSON.stringify({ format: DUMP_FORMAT, version: DUMP_VERSION, program, publicUrl, drafts, ...counts })
}

export const writeEnd = ({ lines, sha256 }: DumpEnd): string => JSON.stringify({ lines, sha256 })

/** One line of an entry, without its line feed. */
export function writeEntry(entry: HistoryEntry): string {
  switch (entry.kind) {
    case 'REVISION': {
      const { number: revision, recordedAt, author, reason } = entry.revision
      return JSON.stringify({ revision, recordedAt, author, reason })
    }
    case 'END':
      return JSON.stringify({ end: objectKeyText(entry.key) })
    case 'SET':
      return JSON.stringify({ set: entry.set, contentHash: entry.contentHash })
    case 'STATE': {
      const { list, item, from, isDraft, recordedIn, standing, hash } = entry
      return JSON.stringify({
        list,
        from,
        set: entry.set,
        ...(isDraft ? { draft: true } : {}),
        ...(recordedIn === null ? {} : { recordedIn }),
        ...(standing === null ? {} : { status: standing.status }),
        ...(standing?.polarity == null ? {} : { polarity: standing.polarity }),
        hash,
        item,
      })
    }
  }
}

export function readHead(value: unknown): Read<DumpHead> {
  const later = newer.safeParse(value)
  if (later.success) {
    const { version, program } = later.data
    const problem = `has version ${version} of the format, written by sanad ${quoted(program)}, and this program reads version ${DUMP_VERSION}: import it with that version of Sanad or a newer one`
    return { problem }
  }
  const { data, error } = head.safeParse(value)
  if (data === undefined) return { problem: `begins with no head of a dump (${problemOf(error)})` }
  const { format: _format, version: _version, ...rest } = data
  return { value: rest }
}

/** The last line; null for any other. */
export function readEnd(value: unknown): DumpEnd | null {
  return end.safeParse(value).data ?? null
}

/** Checks shape and forms of one entry. */
export function readEntry(value: unknown): Read<HistoryEntry> {
  const has = (name: string): boolean => typeof value === 'object' && value !== null && name in value
  if (has('list')) return readState(value)
  if (has('revision')) {
    const { data, error } = revision.safeParse(value)
    if (data === undefined) return { problem: problemOf(error) }
    const { revision: number, ...rest } = data
    return { value: { kind: 'REVISION', revision: { number: toRevisionNumber(number), ...rest } } }
  }
  if (has('end')) {
    const key = readObjectKey(ended.safeParse(value).data?.end ?? '')
    return key === null ? { problem: 'names no object that ends' } : { value: { kind: 'END', key } }
  }
  const { data, error } = set.safeParse(value)
  return data === undefined ? { problem: problemOf(error) } : { value: { kind: 'SET', ...data } }
}

function readState(value: unknown): Read<HistoryState> {
  const { data, error } = state.safeParse(value)
  if (data === undefined) return { problem: problemOf(error) }
  const { list, from, hash, status, polarity, recordedIn, draft = false } = data
  const problem = shapeProblem(list, data.item)
  if (problem !== null) return { problem }
  if ((status !== undefined) !== (list === 'claims'))
    return { problem: 'a claim has a status, and no other object has' }
  const item = canonicalObject(toItem(list, data.item))
  const malformed = formProblem(list, item)
  if (malformed !== null) return { problem: malformed }
  return {
    value: {
      kind: 'STATE',
      list,
      item,
      from: toRevisionNumber(from),
      set: data.set,
      isDraft: draft,
      recordedIn: recordedIn === undefined ? null : toRevisionNumber(recordedIn),
      standing: status === undefined ? null : { status, polarity: polarity ?? null },
      hash,
    } as HistoryState,
  }
}

/** Checks the rules on a single object. Rules on several objects were checked before the revision was published. */
function formProblem<L extends ObjectList>(list: L, item: ItemTypes[L]): string | null {
  const objects: ModelObjects = { ...NO_OBJECTS, [list]: [{ item }] }
  const [first] = checkForms(objects)
  const [problem] = first
    ? [first]
    : [...checkPeriods(objects), ...checkPredicateSlots(objects), ...checkStances(objects)]
  if (problem === undefined) return null
  const path = problem.path.slice(2).map(String).join('.')
  const message = typeof problem.message === 'string' ? problem.message : 'breaks a rule'
  return `${path === '' ? '' : `${quoted(path)}: `}${message}`
}

function problemOf(error: z.ZodError | undefined): string {
  const [issue] = error?.issues ?? []
  const path = issue?.path.map(String).join('.') ?? ''
  return `${path === '' ? '' : `${quoted(path)}: `}${quoted(issue?.message ?? 'is no line of a dump')}`
}
