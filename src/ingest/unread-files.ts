import { SLUG } from '../domain/rules/forms.ts'
import type { ReferenceKind } from '../domain/rules/references.ts'
import type { Cut } from './readable-part.ts'
import type { Path } from './seed-problem.ts'

/** What is no seed, in whole files or parts of them: what it holds is not known, only what is written in it. */
export interface UnreadFiles {
  readonly count: number
  /** Whether it may define the id, so that nobody may say that it is nowhere. */
  mayDefine(kind: ReferenceKind, id: string): boolean
}

const SLUGS = /[a-z0-9]+(?:-[a-z0-9]+)*/g

/**
 * @param texts the text of each unread file, null where not even that could be read: such a file may define anything
 * @param parts what was cut out of each file that was read in part
 */
export function unreadFiles(texts: readonly (string | null)[], parts: readonly (readonly Cut[])[]): UnreadFiles {
  const cuts = parts.flat()
  const written = [...texts, ...cuts.map(({ value }) => JSON.stringify(value) ?? '')]
  const mentioned = new Set<string>()
  for (const text of written) for (const [slug] of text?.matchAll(SLUGS) ?? []) mentioned.add(slug)
  const anything = texts.includes(null)
  // An item that lacks a readable id may be whatever somebody looks for.
  const nameless = new Set(cuts.flatMap(({ path, value }) => (hasId(value) ? [] : (kindAt(path) ?? []))))
  return {
    count: texts.length + parts.length,
    mayDefine: (kind, id) => anything || mentioned.has(id) || nameless.has(kind),
  }
}

const hasId = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' && SLUG.test(value.id)

/** What stands at the items of each list. */
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
