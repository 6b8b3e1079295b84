import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bannedNames, parseBannedWords, staleExceptions } from './architecture/banned-words.ts'
import { riddles } from './architecture/beginnings.ts'
import * as code from './architecture/code-rules.ts'
import { cypherNames } from './architecture/cypher-names.ts'
import { declaredNames } from './architecture/declared-names.ts'
import * as imports from './architecture/import-rules.ts'
import { graphqlProse, markdownProse } from './architecture/prose.ts'
import type { Rule } from './architecture/rule.ts'
import { graphNames, graphqlNames } from './architecture/schema-names.ts'
import { parseSource, readSourceFiles, type SourceFile } from './architecture/source-file.ts'
import { wordingRules } from './architecture/wording-rules.ts'

const ROOT = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const TABLE = imports.parseImportTable(read('ARCHITECTURE.md'))
const SUBFOLDERS = imports.parseSubfolderTable(read('ARCHITECTURE.md'))
const BANNED = parseBannedWords(read('docs/glossary.md'))
const PAGES = ['', 'docs/'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: folder !== '', encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}${name}`),
)
const { dependencies } = JSON.parse(read('package.json'))
const SRC = readSourceFiles('src')
const EVERYTHING = [...SRC, ...readSourceFiles('test'), ...readSourceFiles('scripts')]

/** Only one file imports each engine's driver. Other files use the port in store/engines/engine.ts. */
const HOMES = { 'neo4j-driver': 'src/store/engines/neo4j.ts', '@grafeo-db/js': 'src/store/engines/embedded.ts' }
const PURE = ['text', 'config', 'messages', 'domain']
/** Packages that pure folders may import: tables without input or output. */
const PURE_TABLES = ['any-ascii', '@orama/stemmers/english', '@orama/stemmers/indonesian']
const MOST_LINES = 400
const THINK_AGAIN = 300

const CHANCE: readonly code.Allowance[] = [
  {
    path: 'src/store/engines/stopwatch.ts',
    code: 'performance.now()',
    reason: 'How long a database is silent is no input: it is measured.',
  },
  {
    path: 'src/thread/slice-queue.ts',
    code: 'performance.now()',
    reason: 'The end of a slice is no input: it is measured.',
  },
]
const CASTS: readonly code.Allowance[] = [
  {
    path: 'src/graphql/types/enum-values.ts',
    code: 'as Record< T, { description: string } >',
    reason: 'Object.fromEntries forgets its keys.',
  },
  {
    path: 'src/domain/predicate.ts',
    code: 'Object.keys(PREDICATES) as readonly Predicate[]',
    reason: 'Object.keys forgets its keys.',
  },
  {
    path: 'src/ingest/seed-schema.ts',
    code: 'word.toLowerCase() as Lowercase<T>',
    reason: 'toLowerCase knows no literal types.',
  },
  {
    path: 'src/messages/en.ts',
    code: "'ltr' as 'ltr' | 'rtl'",
    reason: 'It only widens: other languages may differ.',
  },
  {
    path: 'src/messages/en.ts',
    code: 'predicates as Readonly<Record<keyof typeof predicates, object>>',
    reason: 'It only widens: the words of other languages differ.',
  },
]

const RULES: readonly Rule[] = [
  {
    rule: 'folders import only folders that ARCHITECTURE.md allows',
    among: SRC,
    check: (files) => imports.walls(files, TABLE),
    bad: {
      'src/domain/a.ts': "import type { Engine } from '../store/engines/engine.ts'",
      'src/text/b.ts': "export * from '../domain/claim.ts'",
      'src/graphql/c.ts': "const late = () => import('../store/load.ts')",
      'src/server/d.ts': "let x: import('../ingest/resolve.ts').Resolved",
      'src/store/e.ts': "import '../../test/fake.ts'",
      'src/drawer/f.ts': '',
    },
    good: { 'src/graphql/a.ts': "import { x } from '../domain/claim.ts'\nimport { y } from './b.ts'" },
  },
  {
    rule: 'subfolders import each other only as ARCHITECTURE.md says',
    among: SRC,
    check: (files) => imports.innerWalls(files, SUBFOLDERS),
    bad: {
      'src/widgets/view/a.ts': "import type { Markup } from '../html/markup.ts'",
      'src/store/engines/b.ts': "export * from '../read/graph-store.ts'",
    },
    good: { 'src/widgets/html/a.ts': "import { x } from '../view/view.ts'\nimport { y } from '../tokens.ts'" },
  },
  {
    rule: 'own code is imported by relative path with its extension',
    among: SRC,
    check: (files) => imports.specifiers(files, Object.keys(dependencies)),
    bad: {
      'src/a.ts': "import '@/domain/claim.ts'",
      'src/b.ts': "import 'src/domain/claim.ts'",
      'src/c.ts': "import './domain/claim'",
      'src/d.ts': "import 'fs'",
      'src/e.ts': "import 'vitest'",
    },
    good: { 'src/a.ts': "import 'node:fs'\nimport 'graphql/index.js'\nimport './b.ts'" },
  },
  {
    rule: 'an engine driver is imported by one file',
    among: SRC,
    check: (files) => imports.packageHomes(files, HOMES),
    bad: {
      'src/store/write/load-dataset.ts': "import neo4j from 'neo4j-driver'",
      'src/store/engines/neo4j.ts': "import grafeo from '@grafeo-db/js'",
    },
    good: { 'src/store/engines/neo4j.ts': "import neo4j from 'neo4j-driver'" },
  },
  {
    rule: 'engines are known to the store alone',
    among: SRC,
    check: imports.engineImports,
    bad: {
      'src/cli/a.ts': "import type { Engine } from '../store/engines/engine.ts'",
      'src/server/b.ts': "const late = () => import('../store/engines/embedded.ts')",
    },
    good: {
      'src/cli/a.ts': "import { openStore } from '../store/open-store.ts'",
      'src/store/open-store.ts': "import type { Engine } from './engines/engine.ts'",
    },
  },
  {
    rule: 'text, messages, domain and config use no package but pure tables, and nothing of Node',
    among: SRC,
    check: (files) => imports.purity(files, PURE, PURE_TABLES),
    bad: { 'src/domain/a.ts': "import { z } from 'zod'", 'src/text/b.ts': "import { join } from 'node:path'" },
    good: {
      'src/store/a.ts': "import { createHash } from 'node:crypto'",
      'src/text/c.ts': "import anyAscii from 'any-ascii'",
    },
  },
  {
    rule: 'imports form no cycle, type imports included',
    among: EVERYTHING,
    check: imports.cycles,
    bad: {
      'src/a.ts': "import { b } from './b.ts'",
      'src/b.ts': "export { a } from './a.ts'",
      'src/c.ts': "import type { D } from './d.ts'",
      'src/d.ts': "let c: import('./c.ts').C",
    },
    good: {
      'src/a.ts': "import { b } from './b.ts'",
      'src/b.ts': "const late = () => import('./a.ts')",
    },
  },
  {
    rule: 'Cypher is written in store/queries and store/engines',
    among: SRC,
    check: code.cypherPlaces,
    bad: {
      'src/store/write/load-dataset.ts': "run('MATCH (n) RETURN n')",
      'src/graphql/b.ts': 'run(`UNWIND $keys AS k`)',
      'src/server/c.ts': "const text = 'CREATE INDEX x'",
      'src/cli/d.ts': "const text = 'MERGE p = (a)'",
    },
    good: { 'src/cli/a.ts': "note('It must MATCH; CREATE one, SET it, or CALL us.')" },
  },
  {
    rule: 'Cypher takes no interpolation',
    among: SRC,
    check: code.cypherHoles,
    bad: {
      'src/store/queries/a.ts': 'const text = `AND n.id = ${id}`',
      'src/store/queries/b.ts': "const text = 'LIMIT ' + limit",
      'src/store/engines/c.ts': 'run(`MATCH (n:${label}) RETURN n`)',
      'src/store/engines/d.ts': "run('MATCH (n:' + label + ')')",
    },
    good: {
      'src/store/engines/a.ts': 'run(`CREATE INDEX i IF NOT EXISTS FOR (n:${label}) ON (n.id)`)',
      'src/server/b.ts': 'note(`Port ${port} is taken.`)',
    },
  },
  {
    rule: 'statements are built in store/queries',
    among: SRC,
    check: code.statementMakers,
    bad: { 'src/store/write/load-dataset.ts': "import { statement as make } from './queries/statement.ts'" },
    good: { 'src/store/write/load-dataset.ts': "import type { Statement } from './queries/statement.ts'" },
  },
  {
    rule: 'the environment is read in config/settings.ts',
    among: SRC,
    check: code.environmentReads,
    bad: {
      'src/a.ts': 'const port = process.env.PORT',
      'src/b.ts': "const port = process['env']['PORT']",
      'src/c.ts': "import { env } from 'node:process'",
      'src/d.ts': 'const { env } = process',
    },
    good: { 'src/a.ts': "process.exit(1)\nconst env = 'x'" },
  },
  {
    rule: 'the clock and randomness are arguments',
    among: SRC,
    check: (files) => code.hiddenInputs(files, CHANCE),
    bad: { 'src/domain/a.ts': 'const now = new Date()', 'src/store/b.ts': 'const id = Math.random()' },
    good: { 'src/domain/a.ts': 'const at = new Date(text)', 'src/cli/b.ts': 'const now = new Date()' },
  },
  {
    rule: 'casts are for parse…, to… and read…',
    among: SRC,
    check: (files) => code.casts(files, files === SRC ? CASTS : []),
    bad: {
      'src/a.ts': 'const a = b as unknown as string',
      'src/b.ts': 'function tokenOf(x) { return x as string }',
      'src/c.ts': 'const parsed = x as string',
      'src/d.ts': 'const parsed = x as never',
    },
    good: {
      'src/a.ts': 'const toText = (x) => x as string\nconst list = [1] as const',
      'src/b.ts': 'function parse(x) { return x.map((y) => y as string) }',
    },
  },
  {
    rule: 'compiler checks stay enabled',
    among: EVERYTHING,
    check: code.silenced,
    bad: {
      'src/a.ts': 'const a: any = 1',
      'src/b.ts': 'const b = list[0]!',
      'src/c.ts': 'let c!: string',
      'src/d.ts': '// @ts-ignore\nconst d = 1',
    },
    good: { 'src/a.ts': "const any = !list || 'as any'" },
  },
  {
    rule: `no file has more than ${MOST_LINES} lines`,
    among: EVERYTHING,
    check: (files) => code.tooLong(files, MOST_LINES),
    bad: { 'src/a.ts': 'a()\n'.repeat(MOST_LINES + 1) },
    good: { 'src/a.ts': 'a()\n'.repeat(MOST_LINES) },
  },
  {
    rule: 'folders and files are named after concepts',
    among: EVERYTHING,
    check: code.drawers,
    bad: { 'src/utils/a.ts': '', 'src/domain/helpers.ts': '', 'test/common/b.ts': '' },
    good: { 'src/domain/common-law.ts': '' },
  },
  ...wordingRules(SRC, EVERYTHING, BANNED),
]

describe.each(RULES)('rule: $rule', ({ among, check, bad, good = {} }) => {
  it('is satisfied', () => {
    expect(check(among)).toEqual([])
  })

  it('reports bad code, and only bad code', () => {
    const complaints = check(parseAll(bad))
    const unseen = Object.keys(bad).filter((path) => !complaints.some((text) => text.includes(path)))
    expect(unseen).toEqual([])
    expect(check(parseAll(good))).toEqual([])
  })
})

describe('import table of ARCHITECTURE.md', () => {
  it('has a row for every folder, and restricts imports', () => {
    expect([...new Set(SRC.map(({ path }) => imports.folderOf(path)))].filter((folder) => !TABLE.has(folder))).toEqual(
      [],
    )
    expect(TABLE.get('text')).toEqual(new Set())
    expect(TABLE.get('cache')).toEqual(new Set())
    expect(TABLE.get('store')).toEqual(new Set(['cache', 'domain', 'text', 'thread', 'version']))
    expect(TABLE.get('server')?.has('cli')).toBe(false)
  })

  it.each(['| `src/a` | x | `nowhere` |', '| `src/a` | x | some |'])('is rejected with an invalid row: %s', (row) => {
    expect(() => imports.parseImportTable(row)).toThrow('ARCHITECTURE.md')
  })
})

describe('glossary', () => {
  it('bans words in the names of the API and of the graph too', () => {
    const names = [
      ...cypherNames(SRC),
      ...graphqlNames('schema/schema.graphql', read('schema/schema.graphql')),
      ...graphNames('schema/constraints.cypher', read('schema/constraints.cypher')),
    ]
    expect(bannedNames(names, BANNED)).toEqual([])
  })

  it('has an effect on a schema', () => {
    const schema = 'type Thing { voices(span: Int): Int } union Things = Thing enum E { KEPT } input I { at: Int }'
    const graph = 'CREATE INDEX a FOR (n:ClaimRow) ON (n.thing)'
    const found = [...bannedNames(graphqlNames('a', schema), BANNED), ...bannedNames(graphNames('b', graph), BANNED)]
    const named = found.map((text) => text.split(' ')[2])
    expect(named).toEqual(['voices:', 'span:', 'KEPT:', 'at:', 'ClaimRow:'])
  })

  it('has an effect on Cypher', () => {
    const text = 'MATCH (h:Thing)-[:HAS_ROW|SAYS]->(w:Claim) WHERE w.held = 1 RETURN w.status AS voices'
    const file = parseSource('src/store/queries/a.ts', `const found = statement('${text}')`)
    const named = bannedNames(cypherNames([file]), BANNED).map((line) => line.split(' ')[2])
    expect(named).toEqual(['HAS_ROW:', 'held:', 'voices:'])
  })

  it('has only exceptions that match a name', () => {
    const names = [
      ...declaredNames(SRC),
      ...cypherNames(SRC),
      ...graphqlNames('schema/schema.graphql', read('schema/schema.graphql')),
    ]
    expect(staleExceptions(names, BANNED)).toEqual([])
    expect(staleExceptions([], BANNED)).toContain('heldFrom')
  })

  it('names files and folders that exist', () => {
    const places = (text: string) => [...text.matchAll(/`([a-z][\w-]*(?:\/[\w.-]*)+)`/g)].map(([, path = '']) => path)
    const exists = (path: string): boolean => ['', 'src'].some((folder) => existsSync(join(ROOT, folder, path)))
    expect(places(read('docs/glossary.md')).filter((path) => !exists(path))).toEqual([])
    expect(places('`domain/claim.ts`, `gone/claim.ts`').filter((path) => !exists(path))).toEqual(['gone/claim.ts'])
  })

  it.each(['| `a` | some | b | – |', '| a | word | b | – |', '| `a` | word | b | c |', '| `a` | word | b |'])(
    'is rejected with an invalid table: %s',
    (row) => {
      expect(() => parseBannedWords(`## Banned words\n\n| a |\n|---|\n${row}`)).toThrow('glossary')
    },
  )
})

describe('GraphQL descriptions and pages', () => {
  it('begin with a noun or a verb', () => {
    const descriptions = graphqlProse('schema/schema.graphql', read('schema/schema.graphql'))
    expect(riddles([...descriptions, ...PAGES.flatMap((path) => markdownProse(path, read(path)))])).toEqual([])
  })

  it('are reported in a schema where they begin otherwise', () => {
    const schema = '"""\nA claim.\n\nWho said it.\n"""\ntype A { "what it is" b("Of c" c: Int): Int }'
    expect(riddles(graphqlProse('a', schema)).map((text) => text.split(' ')[0])).toEqual(['a:4', 'a:6', 'a:6'])
  })

  it.each([
    ['# What is there', 'heading'],
    ['Text.\n\nWhat *is* there\nand more', 'paragraph'],
    ['- a\n- **Who** reads', 'list item'],
    ['1. a\n2. [major] Whose', 'list item'],
    ['| a | b |\n|---|---|\n| c | of d |', 'table cell'],
    ['> That which is', 'paragraph'],
  ])('are reported in a page where they begin otherwise: %s', (page, kind) => {
    expect(riddles(markdownProse('a.md', page))).toEqual([expect.stringContaining(`${kind}: `)])
  })

  it('may contain questions, code, and continued lines', () => {
    const page = 'A text\nof two lines\n\n## What is it?\n\n```\nwhat\n```\n\n| `what` | who? |\n\n- a\n  who reads\n'
    expect(riddles(markdownProse('a.md', page))).toEqual([])
  })
})

it(`architecture test warns of files past ${THINK_AGAIN} lines, which are under a tenth`, () => {
  const long = code.tooLong(EVERYTHING, THINK_AGAIN)
  if (long.length > 0) console.warn(`Think again about:\n${long.join('\n')}`)
  expect(long.length).toBeLessThan(EVERYTHING.length / 10)
})

const parseAll = (texts: Readonly<Record<string, string>>): readonly SourceFile[] =>
  Object.entries(texts).map(([path, text]) => parseSource(path, text))
