import { createSuggestions } from '../text/nearest.ts'
import { quoting } from '../text/printable.ts'
import { formerSlugsIn } from './former-slugs.ts'
import { type FoundProblem, type ParsedFile, type Path, problemAt, type SeedKind } from './seed-problem.ts'
import type { SeedFile, SeedQuote } from './seed-schema.ts'
import type { UnreadFiles } from './unread-files.ts'

interface Reference {
  readonly kind: SeedKind
  readonly id: string
  readonly path: Path
}

/** Pairs of letters, compared in some tenth of a second: a hundred slips among a hundred ids of twenty letters. */
const SUGGESTION_BUDGET = 4_000_000

/** Every id is defined once, and every reference leads to one of its kind, or to what could not be read. */
export function checkReferences(files: readonly ParsedFile[], unread: UnreadFiles): readonly FoundProblem[] {
  const problems: FoundProblem[] = []
  const places = new Map<string, string>()
  const idsOf = new Map<SeedKind, string[]>()
  for (const file of files) {
    for (const { kind, id, path } of definitions(file.content)) {
      const other = places.get(`${kind}:${id}`)
      if (other)
        problems.push(
          problemAt(
            file,
            'DUPLICATE_ID',
            path,
            quoting`${kind} ${id} is already in ${other}: give one of the two another id`,
          ),
        )
      else {
        places.set(`${kind}:${id}`, file.file)
        const ids = idsOf.get(kind)
        if (ids) ids.push(id)
        else idsOf.set(kind, [id])
      }
    }
  }
  const renamed = new Map<string, string>()
  for (const file of files) {
    for (const { word, former, slug, path } of formerSlugsIn(file.content)) {
      const key = `${word}:${former}`
      const message = former === slug ? 'is the id that it has: leave it out' : takenBy(key, slug, places, renamed)
      if (message) problems.push(problemAt(file, 'DUPLICATE_ID', path, `${quoting`${word} ${former}`} ${message}`))
      else renamed.set(key, slug)
    }
  }
  const suggest = createSuggestions(SUGGESTION_BUDGET)
  const unknown = (kind: SeedKind, id: string): string => {
    const near = suggest(id, idsOf.get(kind) ?? [])
    const remedy = near ? quoting`did you mean ${near}?` : 'define it in this folder, or name another'
    return `${quoting`there is no ${kind} ${id}`}: ${remedy}`
  }
  for (const file of files) {
    for (const { kind, id, path } of references(file.content)) {
      if (places.has(`${kind}:${id}`) || unread.mayDefine(kind, id)) continue
      const present = renamed.get(`${kind}:${id}`)
      const message = present ? quoting`${kind} ${id} was renamed: write ${present}` : unknown(kind, id)
      problems.push(problemAt(file, 'UNKNOWN_REFERENCE', path, message))
    }
  }
  return problems
}

/** Nothing leads to two things, and nothing that is there is somewhere else. */
function takenBy(
  key: string,
  slug: string,
  places: ReadonlyMap<string, string>,
  renamed: ReadonlyMap<string, string>,
): string | null {
  const place = places.get(key)
  if (place) return quoting`is in ${place}: ids are never used again, so give that one another`
  const other = renamed.get(key)
  if (other === slug) return 'is there twice: keep one'
  return other ? quoting`was the id of ${other} too: it can lead to one of the two only` : null
}

function definitions(content: SeedFile): readonly Reference[] {
  const own = (kind: SeedKind, key: keyof SeedFile, items: readonly { id: string }[] = []): readonly Reference[] =>
    items.map(({ id }, i) => ({ kind, id, path: [key, i, 'id'] }))
  return [
    ...(content.story ? [{ kind: 'story', id: content.story.id, path: ['story', 'id'] } as const] : []),
    ...own('entity', 'entities', content.entities),
    ...own('dataCategory', 'dataCategories', content.dataCategories),
    ...own('use', 'uses', content.uses),
    ...own('source', 'sources', content.sources),
    ...own('claim', 'claims', content.claims),
    ...own('relation', 'relations', content.relations),
    ...own('assessment', 'assessments', content.assessments),
    ...(content.sources ?? []).flatMap((s, i) =>
      (s.versions ?? []).map(
        ({ id }, j): Reference => ({ kind: 'version', id, path: ['sources', i, 'versions', j, 'id'] }),
      ),
    ),
    ...(content.claims ?? []).flatMap((c, i) =>
      c.assertions.map(
        ({ id }, j): Reference => ({ kind: 'assertion', id, path: ['claims', i, 'assertions', j, 'id'] }),
      ),
    ),
  ]
}

function references(content: SeedFile): readonly Reference[] {
  const found: Reference[] = []
  const add = (kind: SeedKind, id: string | undefined, ...path: Path): void => {
    if (id !== undefined) found.push({ kind, id, path })
  }
  const addThing = (ref: Readonly<Record<string, unknown>> | string, ...path: Path): void => {
    if (typeof ref === 'string') add('entity', ref, ...path)
    else for (const kind of ['entity', 'source', 'claim', 'use'] as const) add(kind, text(ref[kind]), ...path, kind)
  }
  const addVersions = (quote: SeedQuote | undefined, ...path: Path): void => {
    add('version', quote?.version, ...path, 'version')
    quote?.foundIn?.forEach((id, k) => void add('version', id, ...path, 'foundIn', k))
    quote?.absentFrom?.forEach((id, k) => void add('version', id, ...path, 'absentFrom', k))
  }
  add('source', content.story?.leadSource, 'story', 'leadSource')
  content.story?.claims.forEach((id, i) => void add('claim', id, 'story', 'claims', i))
  content.entities?.forEach((e, i) => {
    e.speaksFor?.forEach((s, j) => void add('entity', s.entity, 'entities', i, 'speaksFor', j, 'entity'))
  })
  content.dataCategories?.forEach((c, i) => {
    c.broader?.forEach((id, j) => void add('dataCategory', id, 'dataCategories', i, 'broader', j))
  })
  content.uses?.forEach((c, i) => void c.broader?.forEach((id, j) => void add('use', id, 'uses', i, 'broader', j)))
  content.sources?.forEach((s, i) => {
    add('entity', s.publishedBy, 'sources', i, 'publishedBy')
    s.derivedFrom?.forEach((id, j) => void add('source', id, 'sources', i, 'derivedFrom', j))
  })
  content.claims?.forEach((c, i) => {
    addThing(c.subject, 'claims', i, 'subject')
    c.data?.forEach((id, j) => void add('dataCategory', id, 'claims', i, 'data', j))
    c.uses?.forEach((id, j) => void add('use', id, 'claims', i, 'uses', j))
    if (c.object) addThing(c.object, 'claims', i, 'object')
    c.assertions.forEach((a, j) => {
      const path: Path = ['claims', i, 'assertions', j]
      add('entity', a.claimant, ...path, 'claimant')
      add('source', a.source, ...path, 'source')
      addVersions(a.quote, ...path, 'quote')
      add('assertion', a.retracts, ...path, 'retracts')
      add('entity', a.lacksFrom, ...path, 'lacksFrom')
      a.via?.forEach((v, k) => void addThing(v, ...path, 'via', k))
    })
  })
  content.relations?.forEach((r, i) => {
    add('claim', r.from, 'relations', i, 'from')
    add('claim', r.to, 'relations', i, 'to')
    add('entity', r.claimant, 'relations', i, 'claimant')
    add('source', r.source, 'relations', i, 'source')
    addVersions(r.quote, 'relations', i, 'quote')
  })
  content.assessments?.forEach((a, i) => void add('claim', a.claim, 'assessments', i, 'claim'))
  content.coverage?.forEach(({ as }, i) => {
    if ('assertion' in as) add('assertion', as.assertion, 'coverage', i, 'as')
    if ('relation' in as) add('relation', as.relation, 'coverage', i, 'as')
    if ('condition' in as) add('claim', as.condition, 'coverage', i, 'as')
  })
  return found
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
