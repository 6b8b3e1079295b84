import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSchema } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SETTINGS } from '../src/config/settings.ts'
import { ERROR_CODES } from '../src/domain/errors.ts'
import { DEFAULT_PAGE, MAX_PAGE } from '../src/graphql/connection.ts'
import { MAX_LIST, MAX_OTHER_TEXT, MAX_TEXT } from '../src/graphql/limits/bound-arguments.ts'
import { MAX_COST } from '../src/graphql/limits/cost.ts'
import {
  MAX_INTROSPECTION_DEPTH,
  MAX_INTROSPECTION_RATIO,
  MAX_INTROSPECTIONS,
} from '../src/graphql/limits/introspection-limit.ts'
import {
  MAX_ALIASES,
  MAX_DEPTH,
  MAX_DIRECTIVES,
  MAX_ERRORS,
  MAX_NAME,
  MAX_TOKENS,
} from '../src/graphql/limits/query-limits.ts'
import { MAX_REPEATS } from '../src/graphql/limits/repeat-limit.ts'
import { schema } from '../src/graphql/schema.ts'
import { readSeeds } from '../src/ingest/read-seeds.ts'
import { seedJsonSchema } from '../src/ingest/seed-json-schema.ts'
import * as SEED_LIMITS from '../src/ingest/seed-limits.ts'
import { MAX_ERROR_BYTES } from '../src/server/graphql/bound-errors.ts'
import { MAX_BODY_BYTES } from '../src/server/receive-body.ts'
import { STATUS_OF_CODE } from '../src/server/refusal.ts'
import { MAX_MESSAGE, MAX_QUOTE } from '../src/text/short-message.ts'
import { type Commands, commandGaps, readCommands, unknownCommands } from './documentation/command-line.ts'
import { blocksOf, brokenLinks, missingFiles, type Page, sectionOf, tableUnder } from './documentation/markdown.ts'
import { openSeededApi, questionsOf, type SeededApi } from './documentation/questions.ts'
import { riddlesOfKeys, undescribedKeys } from './documentation/seed-keys.ts'
import { elementsOf, PLAIN_FIELDS, undescribed } from './documentation/undescribed.ts'

const ROOT = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const PAGES: readonly Page[] = [
  ...readdirSync(ROOT),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) => `docs/${name}`),
]
  .filter((path) => path.endsWith('.md'))
  .map((path) => ({ path, text: read(path) }))
const API = read('docs/reference/api.md')
const scripts = Object.keys(JSON.parse(read('package.json')).scripts)
const page = (text: string): Page => ({ path: 'docs/bad.md', text })
const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\`\n`

describe('descriptions of the schema', () => {
  it('exist for every type, enum value, argument, input field, and field that leaves a question', () => {
    expect(undescribed(schema)).toEqual([])
  })
  it('are missing from plain fields only where the closed list says so', () => {
    const bare = elementsOf(schema).filter(({ description }) => description === null)
    expect(PLAIN_FIELDS.filter((end) => !bare.some(({ name }) => name.endsWith(end)))).toEqual([])
  })
  it('are demanded', () => {
    const bare = undescribed(buildSchema('type Query { a(b: I): E } input I { c: Int } enum E { F }'))
    expect(bare).toEqual(expect.arrayContaining(['Query', 'Query.a', 'Query.a(b:)', 'I.c', 'E.F']))
  })
  it.each(['kind: EntityKind', 'kind: [EntityKind!]!', 'kind(a: Int): EntityKind!', 'sort: EntityKind!'])(
    'are required for the field %s',
    (field) => {
      expect(undescribed(buildSchema(`type Query { ${field} } enum EntityKind { A }`))).toContain(
        `Query.${field.split(/\W/)[0]}`,
      )
    },
  )
  it('are optional for a field that is never null and named after its type', () => {
    const bare = undescribed(buildSchema('type Query { kind: EntityKind! } enum EntityKind { A }'))
    expect(bare).not.toContain('Query.kind')
  })
})

describe('seed format', () => {
  it('describes every key for editors', () => {
    expect(undescribedKeys(seedJsonSchema())).toEqual([])
  })
  it('is described by nouns, and not by questions', () => {
    expect(riddlesOfKeys(seedJsonSchema())).toEqual([])
    const properties = {
      validTo: { description: 'Until when' },
      title: { description: 'Title' },
      how: { description: 'Howl' },
    }
    expect(riddlesOfKeys({ properties })).toEqual(['Until when'])
  })
  it('is reported where it lacks a description', () => {
    const inner = { properties: { told: { description: 'A text' }, untold: {} } }
    expect(undescribedKeys({ properties: { list: { description: 'Some', items: inner } } })).toEqual(['list.untold'])
  })
})

describe('links in the documentation', () => {
  it('lead to existing targets', () => {
    expect(brokenLinks(PAGES, (path) => existsSync(join(ROOT, path)))).toEqual([])
  })
  it.each(['[a](gone.md)', '[a](#gone)', '[a](bad.md#gone)', '[a](../src/gone.ts)'])(
    'are reported when broken: %s',
    (text) => {
      expect(brokenLinks([page(`# Here\n${text}`)], () => false)).toHaveLength(1)
    },
  )
  it('may lead to headings, files and other sites', () => {
    const text = '# The `x` of it\n[a](#the-x-of-it) [b](bad.md#the-x-of-it) [c](../LICENSE) [d](https://example.org)'
    expect(brokenLinks([page(text)], (path) => path === 'LICENSE')).toEqual([])
  })
})

describe('index of decisions', () => {
  it('has every number once, and every page', () => {
    const index = read('docs/README.md')
    const numbers = [...index.matchAll(/^\| (\d+) \| /gm)].map(([, number]) => Number(number))
    expect(numbers).toEqual(numbers.map((_, i) => i + 1))
    const pages = readdirSync(join(ROOT, 'docs/decisions'))
    expect(pages.filter((page) => !index.includes(`(decisions/${page})`))).toEqual([])
  })
})

describe('files named in the documentation', () => {
  const files = ['src', 'test', 'scripts', 'schema'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  )
  it('exist', () => {
    expect(missingFiles(PAGES, files)).toEqual([])
  })
  it.each(['`src/gone.ts`', '`gone/log.ts`'])('are reported where they do not exist: %s', (text) => {
    expect(missingFiles([page(text)], files)).toHaveLength(1)
  })
  it('may omit the first folders', () => {
    expect(missingFiles([page('`server/log.ts`, `log.ts`')], files)).toEqual([])
  })
})

describe('queries in the documentation', () => {
  const queries = PAGES.flatMap(questionsOf)
  let api: SeededApi
  beforeAll(async () => {
    api = await openSeededApi()
  })
  afterAll(() => api.close())

  it('are found', () => {
    expect(queries.map(({ place }) => place)).toEqual(expect.arrayContaining([expect.stringMatching(/^README/)]))
    expect(queries.filter(({ answer: response }) => response !== null).length).toBeGreaterThan(0)
  })
  it.each(queries)('at $place succeed with the response shown', async (query) => {
    expect(await api.problemsOf(query)).toEqual([])
  })
  it.each([
    ['a field that is not there', fenced('graphql', '{ nothing }')],
    ['an error', fenced('graphql', '{ claims(first: 0) { totalCount } }')],
    ['too much', fenced('graphql', `{ ${Array.from({ length: 31 }, (_, i) => `a${i}: __typename`).join(' ')} }`)],
    ['an error from curl', fenced('sh', `curl -s x \\\n  -d '{"query":"{ nothing }"}'`)],
    ['an answer that is not given', fenced('graphql', '{ __typename }') + fenced('json', '{"data":{}}')],
  ])('are reported when they fail: %s', async (_, text) => {
    const [query] = questionsOf(page(text))
    expect(query && (await api.problemsOf(query))).toHaveLength(1)
  })
})

describe('command line page', () => {
  let commands: Commands
  beforeAll(async () => {
    commands = await readCommands()
  })

  it('documents every command and option', () => {
    expect([...commands.keys()]).toContain('serve')
    expect(commandGaps(read('docs/reference/command-line.md'), commands)).toEqual([])
  })
  it('is reported where an option is missing or invented', () => {
    const one: Commands = new Map([['go', ['-f', '--fast']]])
    expect(commandGaps('# Nothing', one)).toEqual(['no heading: sanad go'])
    expect(commandGaps('## sanad go\n\n| `-f`, `--far` | x |\n', one)).toEqual([
      'sanad go --fast is not told',
      'sanad go --far does not exist',
    ])
  })
  it('documents every command that other pages show', () => {
    expect(unknownCommands(PAGES, commands, scripts)).toEqual([])
  })
  it.each(['npm run nothing', 'sanad nothing', 'sanad check --nothing', 'npx tsx src/cli/main.ts nothing'])(
    'lacks the invalid command `%s`',
    (line) => {
      expect(unknownCommands([page(`\`${line}\``)], commands, scripts)).toHaveLength(1)
      expect(unknownCommands([page(fenced('sh', `true && ${line}`))], commands, scripts)).toHaveLength(1)
    },
  )
})

describe('settings', () => {
  const rows = Object.entries(SETTINGS).map(([name, setting]) => [
    `\`${name}\``,
    setting.default === '' ? '–' : `\`${setting.default}\``,
    setting.about,
  ])
  it('are documented with defaults and meanings in docs/reference/operating.md', () => {
    expect(tableUnder(read('docs/reference/operating.md'), 'Settings')).toEqual(rows)
  })
})

/** List arguments of Query with their own bound: `roots` 20, … */
function listBounds(): string {
  const args = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => field.args)
  const bounds = args.flatMap(({ name, extensions: { maxList } }) => (maxList ? [`\`${name}\` ${maxList}`] : []))
  return bounds.sort().reverse().join(', ')
}

describe('docs/reference/api.md', () => {
  it('documents every error code and its status', () => {
    const rows = tableUnder(API, 'Errors').map(
      ([code = '', status = '']) => [code.replaceAll('`', ''), status] as const,
    )
    const ours = rows.filter(([code]) => !code.startsWith('GRAPHQL_'))
    expect(ours.map(([code]) => code).sort()).toEqual([...ERROR_CODES].sort())
    for (const code of ERROR_CODES) {
      const status = new Map<string, string>(ours).get(code) ?? ''
      expect(status, code).toMatch(STATUS_OF_CODE[code] ? new RegExp(`^${STATUS_OF_CODE[code]}$`) : /^(?:200|–)/)
    }
  })
  it('documents the actual limits', () => {
    expect(tableUnder(API, 'Limits')).toEqual([
      ['`first`, `last`', `${MAX_PAGE}, at least 1; ${DEFAULT_PAGE} unless given`],
      ['tokens of a query', `${MAX_TOKENS}`],
      ['levels of fields', `${MAX_DEPTH}`],
      ['aliases', `${MAX_ALIASES}`],
      ['repeats of one field', `${MAX_REPEATS}`],
      ['directives', `${MAX_DIRECTIVES}`],
      ['a name', `${MAX_NAME} characters`],
      ['`__schema` and `__type`', `${MAX_INTROSPECTIONS}`],
      ['levels of an introspection', `${MAX_INTROSPECTION_DEPTH}`],
      ['response to introspection', `${MAX_INTROSPECTION_RATIO} times that to the query of graphql-js`],
      ['a list', `${MAX_LIST} values; ${listBounds()}`],
      ['`text`, `externalId`', `${MAX_TEXT['text']} characters`],
      ['`language`', `${MAX_TEXT['language']} characters`],
      ['any other text', `${MAX_OTHER_TEXT} characters`],
      ['cost', `${MAX_COST} points`],
      ['body', `${MAX_BODY_BYTES / 1024} KiB`],
      ['time', `${SETTINGS.SANAD_QUERY_TIMEOUT_MS.default} ms (\`SANAD_QUERY_TIMEOUT_MS\`), then \`TIMEOUT\``],
      ['errors of a response', `${MAX_ERRORS} without data; ${MAX_ERROR_BYTES / 1000} KB`],
      ['a message', `${MAX_MESSAGE} characters, ${MAX_QUOTE} for each quotation of the request`],
    ])
  })
})

describe('docs/reference/command-line.md', () => {
  it('documents the limits of seeds', () => {
    const documented = new Map(
      tableUnder(read('docs/reference/command-line.md'), 'sanad check').map(([name, most]) => [name, most]),
    )
    expect([...documented].slice(0, 10).map(([, most]) => most)).toEqual([
      `${SEED_LIMITS.MAX_SEED_FILES}`,
      `${SEED_LIMITS.MAX_SEED_ENTRIES}`,
      `${SEED_LIMITS.MAX_FOLDER_BYTES / 1024 ** 2} MiB`,
      `${SEED_LIMITS.MAX_FILE_BYTES / 1024 ** 2} MiB`,
      `${SEED_LIMITS.MAX_LINES}`,
      `${SEED_LIMITS.MAX_INDICATORS}`,
      `${SEED_LIMITS.MAX_DEPTH}`,
      `${SEED_LIMITS.MAX_ANCHORS}`,
      `${SEED_LIMITS.MAX_ALIASES}`,
      `${SEED_LIMITS.MAX_LIST}`,
    ])
  })
})

describe('docs/tutorials/adding-a-story.md', () => {
  it('has an example story that `sanad check` accepts', async () => {
    const path = 'docs/tutorials/adding-a-story.md'
    const story = blocksOf({ path, text: read(path) }).find(({ language }) => language === 'yaml')?.text ?? ''
    const folder = mkdtempSync(join(tmpdir(), 'sanad-tutorial-'))
    try {
      writeFileSync(join(folder, 'story.yaml'), story)
      const found = await readSeeds(folder, { now: new Date('2026-11-01T00:00:00Z') })
      expect(found).not.toHaveProperty('problems')
      expect(found).toHaveProperty('dataset.claims.0.item.id', 'shop-sells-addresses')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('first pages', () => {
  it('README.md shows how to run and test within its first 40 lines', () => {
    const beginning = read('README.md').split('\n').slice(0, 40)
    expect(beginning).toContain('npm ci && npm start')
    expect(beginning).toContain('npm ci && npm test')
  })
  it('CHANGELOG.md has a non-empty Unreleased section', () => {
    expect(sectionOf(read('CHANGELOG.md'), 'Unreleased')).toMatch(/^- /m)
  })
})
