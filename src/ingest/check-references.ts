import { nearest } from './nearest.ts'
import type { ParsedFile, Path, SeedProblem } from './seed-problem.ts'
import type { SeedFile, SeedQuote } from './seed-schema.ts'
import type { UnreadFiles } from './unread-files.ts'

type Kind =
  | 'entity'
  | 'dataCategory'
  | 'use'
  | 'source'
  | 'version'
  | 'claim'
  | 'assertion'
  | 'relation'
  | 'assessment'
  | 'story'

interface Reference {
  readonly kind: Kind
  readonly id: string
  readonly path: Path
}

/** Every id is defined once, and every reference leads to one of its kind, or to what could not be read. */
export function checkReferences(files: readonly ParsedFile[], unread: UnreadFiles): readonly SeedProblem[] {
  const problems: SeedProblem[] = []
  const places = new Map<string, string>()
  for (const file of files) {
    for (const { kind, id, path } of definitions(file.content)) {
      const other = places.get(`${kind}:${id}`)
      if (other)
        problems.push(
          file.problemAt('DUPLICATE_ID', path, `${kind} ${id} is already in ${other}: give one of the two another id`),
        )
      else places.set(`${kind}:${id}`, file.file)
    }
  }
  const known = [...places.keys()]
  for (const file of files) {
    for (const { kind, id, path } of references(file.content)) {
      if (places.has(`${kind}:${id}`) || unread.mayDefine(id)) continue
      const near = nearest(
        id,
        known.filter((k) => k.startsWith(`${kind}:`)).map((k) => k.slice(kind.length + 1)),
      )
      const remedy = near ? `did you mean ${near}?` : `define it in this folder, or name another`
      problems.push(file.problemAt('UNKNOWN_REFERENCE', path, `there is no ${kind} ${id}: ${remedy}`))
    }
  }
  return problems
}

function definitions(content: SeedFile): readonly Reference[] {
  const own = (kind: Kind, key: keyof SeedFile, items: readonly { id: string }[] = []): readonly Reference[] =>
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
  const add = (kind: Kind, id: string | undefined, ...path: Path): void => {
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
      const at: Path = ['claims', i, 'assertions', j]
      add('entity', a.claimant, ...at, 'claimant')
      add('source', a.source, ...at, 'source')
      addVersions(a.quote, ...at, 'quote')
      add('assertion', a.retracts, ...at, 'retracts')
      add('entity', a.lacksFrom, ...at, 'lacksFrom')
      a.via?.forEach((v, k) => void addThing(v, ...at, 'via', k))
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
