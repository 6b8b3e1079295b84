import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ENTITY_KINDS } from '../src/domain/entity.ts'
import { POLARITIES } from '../src/domain/stance.ts'
import { CLAIM_ORDERS } from '../src/domain/store/claim-filter.ts'
import { EDGE_TYPES, IDENTITY_LABELS, STATE_LABELS } from '../src/store/encoding/node-labels.ts'
import { STORE_SCHEMA } from '../src/store/encoding/schema.ts'
import { duplicates, findStatements, lintStatement, type Vocabulary } from './cypher/statement-lint.ts'

const FOLDER = join(import.meta.dirname, '../src/store/queries')
const FILES = readdirSync(FOLDER).filter((name) => name !== 'statement.ts')
const BY_FILE = await Promise.all(
  FILES.map(async (file) => ({ file, statements: findStatements(await import(join(FOLDER, file))) })),
)
const STATEMENTS = BY_FILE.flatMap(({ statements }) => statements)

const indexed = [...STORE_SCHEMA.unique, ...STORE_SCHEMA.indexes, ...STORE_SCHEMA.text].map(({ label }) => label)
/** The label and the id that identify a database in an old format. */
const FORMER = { label: 'Record', id: 'record' }
const KNOWN: Vocabulary = {
  labels: [...ENTITY_KINDS, ...IDENTITY_LABELS, ...STATE_LABELS, ...indexed, 'SanadTexts', FORMER.label],
  edgeTypes: [...EDGE_TYPES, 'HAS_STATE'],
  literals: [
    ...IDENTITY_LABELS,
    ...IDENTITY_LABELS.map((label) => `${label}:`),
    ...CLAIM_ORDERS,
    ...POLARITIES.map((side) => `says ${side}|`),
    'store',
    FORMER.id,
    '\\n',
    ' ',
    '',
  ],
}

/** Statements that see drafts whoever asks: loads, and the words of the index, which no reader is given. */
const FOR_WRITERS = ['renames', 'searchedWords', 'searchedNames']

describe('Cypher statements', () => {
  it.each(BY_FILE)('are found in $file', ({ statements }) => {
    expect(statements.length).toBeGreaterThan(0)
  })

  it.each(STATEMENTS)('$name has the form that both engines run well', (statement) => {
    const complaints = lintStatement(statement, KNOWN)
    const isForWriters = FOR_WRITERS.includes(statement.name)
    expect(complaints.filter((one) => !(isForWriters && one.includes('$drafts')))).toEqual([])
  })

  it('have unique names', () => {
    expect(duplicates(STATEMENTS.map(({ name }) => name))).toEqual([])
  })
})

describe('Cypher lint', () => {
  it.each([
    ['MATCH (c:Claim) OPTIONAL MATCH (c)<-[:ABOUT]-(a) RETURN a', 'OPTIONAL MATCH'],
    ['LOAD CSV FROM $file AS line RETURN line', 'LOAD CSV'],
    ['CALL db.labels() YIELD label RETURN label', 'procedures'],
    ['MATCH (c:Claim)<-[:ABOUT]-(a)-[:BY]->(p) WHERE c.id = $id RETURN p', 'more than one relationship'],
    ['MATCH (c)<-[:ABOUT]-(a), (a)-[:BY]->(p)\nRETURN p', 'more than one relationship'],
    ['MATCH (c) CALL (c) { MATCH (c)--(a)-->(p) RETURN p } RETURN p', 'more than one relationship'],
    ["MATCH (c:Claim {id: 'x-sells-user-data'}) RETURN c", 'should be a parameter'],
    ['MATCH (c:Claim) WHERE c.id = "x" RETURN c', 'should be a parameter'],
    ['MATCH (c:Claim) RETURN c LIMIT 20', 'should be a parameter'],
    ['MATCH (c:$label) RETURN c', 'not a name'],
    ['MATCH (x) WHERE x.fromRevision <= $revision AND x.untilRevision > $revision RETURN x', '$drafts OR x'],
    ['MATCH (x) WHERE x.fromRevision <= $revision RETURN x', '$drafts OR x'],
    ['MATCH (c:Clam) RETURN c', 'no label Clam'],
    ['MATCH (c)<-[:ABOUT|ABUOT]-(a) RETURN a', 'no relationship type ABUOT'],
  ])('reports %s', (text, complaint) => {
    expect(lintStatement({ name: 'bad', text }, KNOWN).join()).toContain(complaint)
  })

  it('ignores clause words in strings, properties and maps', () => {
    const text = "MATCH (c:Claim {id: $MATCH}) WHERE c.MATCH = '' RETURN c {.id, .LIMIT} LIMIT $limit"
    expect(lintStatement({ name: 'good', text }, KNOWN)).toEqual([])
  })

  it('finds statements in records and lists, and duplicate names', () => {
    const one = { name: 'a', text: '' }
    expect(findStatements({ one, more: [{ both: { forwards: one } }], not: { name: 'b' } })).toEqual([one, one])
    expect(duplicates(['a', 'b', 'a'])).toEqual(['a'])
  })
})
