import { SLUG } from '../domain/rules/forms.ts'
import type { ReferenceKind } from '../domain/rules/references.ts'
import type { Cut } from './readable-part.ts'
import type { Path } from './seed-problem.ts'

/** Files and parts of files whose objects are unknown. Their text is searched for ids. */
export interface UnreadFiles {
  readonly count: number
  /** Whether unread text may define the id, so that it cannot be reported as undefined. */
  mayDefine(kind: ReferenceKind, id: string): boolean
}

const SLUGS = /[a-z0-9]+(?:-[a-z0-9]+)*/g

/**
 * @param texts text of each unread file; null for an unreadable one, which may define any id
 * @param parts parts that were cut out of each file
 */
export function unreadFiles(texts: readonly (string | null)[], parts: readonly (readonly Cut[])[]): UnreadFiles {
  const cuts = parts.flat()
  const written = [...texts, ...cuts.map(({ value }) => JSON.stringify(value) ?? '')]
  const mentioned = new Set<string>()
  for (const text of written) for (const [slug] of text?.matchAll(SLUGS) ?? []) mentioned.add(slug)
  const anything = texts.includes(null)
  // An item without a readable id may define any id.
  const nameless = new Set(cuts.flatMap(({ path, value }) => (hasId(value) ? [] : (kindAt(path) ?? []))))
  return {
    count: texts.length + parts.length,
    mayDefine: (kind, id) => anything || mentioned.has(id) || nameless.has(kind),
  }
}

const hasId = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' && SLUG.test(value.id)

/** Kind of the objects at each path. */
const KIND_AT: Readonly<Record<string, ReferenceKind>> = {
  story: 'story',
  'entities.#': 'entity',
  'dataCategories.#': 'dataCategory',
  'uses.#': 'use',
  'sources.#': 'source',
  'sources.#.versions.#': 'version',
  'claims.#': 'claim',
  'claims.#.assertions.#': 'assertion',
  'relations.#': 'relation',
  'assessments.#': 'assessment',
}
const kindAt = (path: Path): ReferenceKind | undefined =>
  KIND_AT[path.map((part) => (typeof part === 'number' ? '#' : part)).join('.')]
