import { foldText } from '../../../src/text/fold.ts'
import type { NaturalData, Reference } from './natural-data.ts'
import type { AssertionAnswer, ClaimAnswer, EdgeAnswer, NodeAnswer, PeerFilter, PeerSource } from './shape.ts'

/** The part of better-sqlite3 that is used here. */
export interface SqliteDatabase {
  exec(text: string): void
  prepare(text: string): SqliteStatement
  transaction(work: () => void): () => void
}

interface SqliteStatement {
  run(...values: readonly unknown[]): unknown
  get(...values: readonly unknown[]): unknown
  all(...values: readonly unknown[]): unknown
}

const TABLES = `
CREATE TABLE thing(id TEXT PRIMARY KEY, kind TEXT, slug TEXT, name TEXT) WITHOUT ROWID;
CREATE TABLE claim(slug TEXT PRIMARY KEY, predicate TEXT, status TEXT, polarity TEXT, sentence TEXT, subject TEXT) WITHOUT ROWID;
CREATE INDEX claim_subject ON claim(subject, slug);
CREATE INDEX claim_status ON claim(status, slug);
CREATE TABLE claim_thing(claim TEXT, role TEXT, thing TEXT, PRIMARY KEY(claim, role, thing)) WITHOUT ROWID;
CREATE INDEX claim_thing_thing ON claim_thing(thing, role, claim);
CREATE TABLE broader(narrow TEXT, broad TEXT, PRIMARY KEY(broad, narrow)) WITHOUT ROWID;
CREATE TABLE assertion(slug TEXT PRIMARY KEY, claim TEXT, stance TEXT, polarity TEXT, claimant TEXT, speaker TEXT, source TEXT, quote TEXT) WITHOUT ROWID;
CREATE INDEX assertion_claim ON assertion(claim);
CREATE INDEX assertion_speaker ON assertion(speaker, claim);
CREATE VIRTUAL TABLE claim_text USING fts5(slug UNINDEXED, words);`

interface ClaimLine {
  readonly slug: string
  readonly predicate: string
  readonly status: string
  readonly sentence: string
}

/** One database of relations in the process of the server, with hand-written SQL. */
export function createSqliteSource(db: SqliteDatabase, data: NaturalData): PeerSource {
  fill(db, data)
  const all = <T>(text: string) => {
    const prepared = db.prepare(text)
    return (...values: readonly unknown[]): readonly T[] => toLines<T>(prepared.all(...values))
  }
  const entityOf = all<{ name: string }>("SELECT name FROM thing WHERE id = 'Entity:' || ?")
  const bySubject = all<ClaimLine>('SELECT * FROM claim WHERE subject = ? ORDER BY slug LIMIT ?')
  const things = all<{ slug: string; name: string }>(
    'SELECT t.slug, t.name FROM claim_thing x JOIN thing t ON t.id = x.thing WHERE x.claim = ? AND x.role = ?',
  )
  const assertionsOf = all<{
    slug: string
    stance: string
    claimant: string | null
    title: string
    quote: string | null
  }>(
    `SELECT a.slug, a.stance, p.name AS claimant, s.name AS title, a.quote FROM assertion a
     LEFT JOIN thing p ON p.id = 'Entity:' || a.claimant JOIN thing s ON s.id = 'Source:' || a.source WHERE a.claim = ?`,
  )
  const STATUSES = 'status IN (SELECT value FROM json_each(?))'
  const LISTS = {
    subject: `FROM claim WHERE subject = 'Entity:' || ? AND ${STATUSES}`,
    record: `FROM claim WHERE ${STATUSES}`,
    category: `FROM claim WHERE slug IN (WITH RECURSIVE below(slug) AS (VALUES(?) UNION
      SELECT narrow FROM broader JOIN below ON broad = below.slug)
      SELECT claim FROM below JOIN claim_thing ON thing = 'DataCategory:' || below.slug AND role = 'DATA')`,
  }
  const lists = {
    subject: [
      all<ClaimLine>(`SELECT * ${LISTS.subject} ORDER BY slug LIMIT ?`),
      all<Count>(`SELECT count(*) AS n ${LISTS.subject}`),
    ],
    record: [
      all<ClaimLine>(`SELECT * ${LISTS.record} ORDER BY slug LIMIT ?`),
      all<Count>(`SELECT count(*) AS n ${LISTS.record}`),
    ],
    category: [
      all<ClaimLine>(`SELECT * ${LISTS.category} ORDER BY slug LIMIT ?`),
      all<Count>(`SELECT count(*) AS n ${LISTS.category}`),
    ],
  } as const
  const found = all<{ slug: string }>('SELECT slug FROM claim_text WHERE claim_text MATCH ? ORDER BY rank LIMIT ?')
  const near = all<{ slug: string }>(
    `SELECT claim AS slug FROM claim_thing WHERE thing = 'Entity:' || @root AND role IN ('SUBJECT', 'OBJECT')
     UNION SELECT claim FROM assertion WHERE speaker = 'Entity:' || @root`,
  )
  const edgesOf = all<{ role: string; thing: string; polarity: string | null }>(
    'SELECT role, thing, polarity FROM claim_thing JOIN claim c ON c.slug = claim WHERE claim = ?',
  )
  const about = all<{ slug: string; polarity: string | null }>(
    "SELECT claim AS slug, polarity FROM claim_thing JOIN claim c ON c.slug = claim WHERE thing = 'Claim:' || ? AND role = 'OBJECT'",
  )
  const speakers = all<{ speaker: string; stance: string; polarity: string }>(
    'SELECT speaker, stance, polarity FROM assertion WHERE claim = ? AND speaker IS NOT NULL',
  )
  const nodesOf = all<{ id: string; kind: string; name: string; status: string | null }>(
    `SELECT t.id, t.kind, t.name, c.status FROM json_each(?) j JOIN thing t ON t.id = j.value
     LEFT JOIN claim c ON t.kind = 'Claim' AND c.slug = t.slug`,
  )

  const named = (slug: string, role: string) =>
    things(slug, role).map((thing) => ({ slug: thing.slug, name: { value: thing.name } }))
  /** Resolvers of Yoga call only the functions of fields that a query selects. */
  const toClaim = (line: ClaimLine): ClaimAnswer => ({
    slug: line.slug,
    predicate: line.predicate,
    status: { value: line.status },
    sentence: { value: line.sentence },
    get data() {
      return named(line.slug, 'DATA')
    },
    get uses() {
      return named(line.slug, 'USE')
    },
    get assertions() {
      return assertionsOf(line.slug).map(
        ({ slug, stance, claimant, title, quote }): AssertionAnswer => ({
          slug,
          stance,
          claimant: claimant === null ? null : { name: { value: claimant } },
          source: { title: { value: title } },
          quote: quote === null ? null : { exact: quote },
        }),
      )
    },
  })
  function listOf({ subject, statuses, dataCategory }: PeerFilter) {
    const wanted = JSON.stringify(statuses ?? [])
    if (subject) return { list: lists.subject, values: [subject, wanted] }
    return dataCategory ? { list: lists.category, values: [dataCategory] } : { list: lists.record, values: [wanted] }
  }

  return {
    entity(slug, first) {
      const [entity] = entityOf(slug)
      if (!entity) return null
      return { slug, name: { value: entity.name }, claims: { nodes: bySubject(`Entity:${slug}`, first).map(toClaim) } }
    },
    claims(filter, first) {
      const { list, values } = listOf(filter)
      return { totalCount: list[1](...values)[0]?.n ?? 0, nodes: list[0](...values, first).map(toClaim) }
    },
    search: (text, first) => ({ nodes: found(toMatch(text), first) }),
    graph(root, limit) {
      const edges: EdgeAnswer[] = []
      for (const { slug } of near({ root })) {
        const from = `Claim:${slug}`
        for (const { role, thing, polarity } of edgesOf(slug))
          edges.push({ from, to: thing, role, stance: null, polarity })
        for (const { speaker, stance, polarity } of speakers(slug))
          edges.push({ from, to: speaker, role: 'CLAIMANT', stance, polarity })
        for (const { slug: other, polarity } of about(slug))
          edges.push({ from: `Claim:${other}`, to: from, role: 'OBJECT', stance: null, polarity })
      }
      const ids = [...new Set([`Entity:${root}`, ...edges.flatMap(({ from, to }) => [from, to])])]
      const nodes = nodesOf(JSON.stringify(ids)).map(
        ({ id, kind, name, status }): NodeAnswer => ({ id, kind, label: { value: name }, status }),
      )
      return { complete: ids.length <= limit, nodes, edges }
    },
  }
}

interface Count {
  readonly n: number
}

const toLines = <T>(value: unknown): readonly T[] => value as readonly T[]

/** All words of a search, each a beginning, but a single letter alone. */
const toMatch = (text: string): string =>
  foldText(text)
    .split(' ')
    .map((word) => (word.length === 1 ? `words:"${word}"` : `words:"${word}"*`))
    .join(' AND ')

const idOf = (reference: Reference | null): string | null => reference && `${reference.kind}:${reference.slug}`

function fill(db: SqliteDatabase, data: NaturalData): void {
  db.exec(TABLES)
  const thing = db.prepare('INSERT INTO thing VALUES(?, ?, ?, ?)')
  const claim = db.prepare('INSERT INTO claim VALUES(?, ?, ?, ?, ?, ?)')
  const connect = db.prepare('INSERT OR IGNORE INTO claim_thing VALUES(?, ?, ?)')
  const broader = db.prepare('INSERT INTO broader VALUES(?, ?)')
  const assertion = db.prepare('INSERT INTO assertion VALUES(?, ?, ?, ?, ?, ?, ?, ?)')
  const text = db.prepare('INSERT INTO claim_text VALUES(?, ?)')
  db.transaction(() => {
    for (const [kind, list] of [
      ['Entity', data.entities],
      ['Source', data.sources],
      ['DataCategory', data.data],
      ['Use', data.uses],
    ] as const)
      for (const { slug, name } of list) thing.run(`${kind}:${slug}`, kind, slug, name)
    for (const { slug, broader: above } of data.data) for (const one of above) broader.run(slug, one)
    for (const one of data.claims) {
      thing.run(`Claim:${one.slug}`, 'Claim', one.slug, one.label)
      claim.run(
        one.slug,
        one.predicate,
        one.status,
        one.polarity,
        one.sentence,
        `${one.subject.kind}:${one.subject.slug}`,
      )
      connect.run(one.slug, 'SUBJECT', `${one.subject.kind}:${one.subject.slug}`)
      if (one.object) connect.run(one.slug, 'OBJECT', `${one.object.kind}:${one.object.slug}`)
      for (const slug of one.data) connect.run(one.slug, 'DATA', `DataCategory:${slug}`)
      for (const slug of one.uses) connect.run(one.slug, 'USE', `Use:${slug}`)
      for (const { slug, stance, polarity, claimant, speaker, source, quote } of one.assertions)
        assertion.run(slug, one.slug, stance, polarity, claimant, idOf(speaker), source, quote)
      text.run(one.slug, one.searchWords.join(' '))
    }
  })()
  db.exec('ANALYZE')
}
