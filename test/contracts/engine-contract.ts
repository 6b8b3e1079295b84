import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  Engine,
  Parameters,
  SearchBounds,
  StatementRunner,
  StoreSchema,
  TextIndex,
} from '../../src/store/engines/engine.ts'

/** Only this test uses the label, so its nodes can be deleted from a shared Neo4j. */
const CLEAR = 'MATCH (n:ContractThing) DETACH DELETE n'
export const INDEX: TextIndex = {
  label: 'ContractThing',
  property: 'folded',
  names: 'joined',
  nameWords:
    'MATCH (n:ContractThing) WHERE n.fromRevision > $readTo AND n.fromRevision <= $revision AND n.joined IS NOT NULL RETURN DISTINCT n.joined AS word',
  words:
    "MATCH (n:ContractThing) WHERE n.fromRevision > $readTo AND n.fromRevision <= $revision UNWIND split(n.folded, ' ') AS word RETURN DISTINCT word",
}
const SCHEMA: StoreSchema = {
  unique: [
    { label: 'ContractThing', properties: ['id'] },
    { label: 'ContractThing', properties: ['thing', 'fromRevision'] },
  ],
  indexes: [{ label: 'ContractThing', property: 'kind' }],
  text: [INDEX],
}

/** Contract of an engine: the behaviour that the store relies on. */
export function describeEngine(name: string, open: () => Promise<Engine>): void {
  describe(name, () => {
    let engine: Engine
    const write = (text: string, parameters?: Parameters) => engine.transaction((tx) => tx.run(text, parameters))
    const create = (id: string, rest: Parameters = {}) =>
      write('CREATE (n:ContractThing {id: $id}) SET n += $rest', { id, rest })

    beforeAll(async () => {
      engine = await open()
      await engine.ensureSchema(SCHEMA)
      await engine.ensureSchema(SCHEMA)
      await write(CLEAR)
    })
    afterAll(async () => {
      await write(CLEAR)
      await engine.close()
    })

    test.each([
      ['integer', 42],
      ['largest safe integer', Number.MAX_SAFE_INTEGER],
      ['fraction', 0.25],
      ['null', null],
      ['empty string', ''],
      ['list', ['a', 'b']],
      ['composed', 'é'.normalize('NFC')],
      ['decomposed', 'é'.normalize('NFD')],
      ['quotes', `'"\\`],
      ['backticks', '`a``b`'],
      ['astral', '𝒳😀'],
    ])('returns %s as stored', async (kind, value) => {
      await create(`value-${kind}`, { value })
      const rows = await engine.run('MATCH (n:ContractThing {id: $id}) RETURN n.value AS value', {
        id: `value-${kind}`,
      })
      expect(rows).toEqual([{ value }])
    })

    test('returns integers past 2^53 as bigint', async () => {
      expect(await engine.run('RETURN 9007199254740993 AS big')).toEqual([{ big: 9007199254740993n }])
    })

    test('orders strings by code point', async () => {
      const rows = await engine.run("UNWIND ['b', 'a', 'B', 'é', 'z'] AS x RETURN x ORDER BY x")
      expect(rows.map(({ x }) => x)).toEqual(['B', 'a', 'b', 'z', 'é'])
    })

    test('rolls back the transaction when its work fails', async () => {
      const work = engine.transaction(async (tx) => {
        await tx.run("CREATE (n:ContractThing {id: 'rolled-back'})")
        throw new RangeError('stop')
      })
      await expect(work).rejects.toThrow()
      expect(await engine.run("MATCH (n:ContractThing {id: 'rolled-back'}) RETURN n.id AS id")).toEqual([])
    })

    describe('concurrent statements of a transaction', () => {
      const count = async (identity: string) => {
        const [row] = await engine.run(
          'MATCH (h:ContractThing {id: $identity}) MATCH (h)-[:LEADS_TO]->(n) RETURN count(n) AS n',
          { identity },
        )
        return row?.n
      }
      const branch = (tx: StatementRunner, identity: string, number: number) =>
        tx.run(
          `UNWIND range(1, 40) AS k MATCH (h:ContractThing {id: $identity})
          CREATE (h)-[:LEADS_TO]->(:ContractThing {id: $identity + '-' + $number + '-' + toString(k)})`,
          { identity, number: String(number) },
        )
      const numbers = Array.from({ length: 20 }, (_, index) => index)

      test('are all written', async () => {
        await create('side')
        await engine.transaction((tx) => Promise.all(numbers.map((number) => branch(tx, 'side', number))))
        expect(await count('side')).toBe(800)
      })

      test('are all rolled back when one of them fails', async () => {
        await create('broken-side')
        const work = engine.transaction((tx) =>
          Promise.all([...numbers.map((number) => branch(tx, 'broken-side', number)), tx.run('RETUR nothing')]),
        )
        await expect(work).rejects.toThrow()
        expect(await count('broken-side')).toBe(0)
      })
    })

    test('rejects a second node with the same id, and hides its values', async () => {
      await create('secret-value')
      const error: unknown = await create('secret-value').catch((reason: unknown) => reason)
      expect(error).toMatchObject({ code: 'CONFLICT' })
      expect(String(error)).not.toContain('secret-value')
    })

    test('rejects a second node only if all properties of the unique key are equal', async () => {
      await create('row-1', { thing: 'Entity:x', fromRevision: 1 })
      await create('row-2', { thing: 'Entity:x', fromRevision: 2 })
      await create('row-3', { thing: 'Entity:y', fromRevision: 1 })
      await expect(create('row-4', { thing: 'Entity:x', fromRevision: 2 })).rejects.toMatchObject({ code: 'CONFLICT' })
      expect(await engine.run("MATCH (n:ContractThing {thing: 'Entity:x'}) RETURN count(n) AS n")).toEqual([{ n: 2 }])
    })

    test('maps a syntax error to INTERNAL and hides the statement', async () => {
      const error: unknown = await engine.run("RETUR 'hidden'").catch((reason: unknown) => reason)
      expect(error).toMatchObject({ code: 'INTERNAL' })
      expect(String(error)).not.toContain('hidden')
    })

    test('searches by prefixes of all terms, one-letter terms as full words, operators as words', async () => {
      const now = { fromRevision: 3, untilRevision: 9 }
      await create('text-1', { thing: 'text-1', folded: 'x biometric', ...now })
      await create('text-2', { thing: 'text-2', folded: 'x other and', ...now })
      await create('text-before', { thing: 'text-before', folded: 'x bio and', fromRevision: 1, untilRevision: 3 })
      await create('text-later', { thing: 'text-later', folded: 'x bio and', fromRevision: 6, untilRevision: 9 })
      const unranked = { revision: 5, keys: null, limit: 10, drafts: false, language: null }
      const things = async (terms: readonly string[], bounds: Partial<SearchBounds> = {}) =>
        (await engine.searchText(INDEX, terms, { ...unranked, ...bounds })).groups
          .flatMap(({ things }) => things)
          .toSorted()
      const search = (...terms: string[]) => things(terms)
      expect(await search('x')).toEqual(['text-1', 'text-2'])
      expect(await search('x', 'bio')).toEqual(['text-1'])
      expect(await search('biometric')).toEqual(['text-1'])
      expect(await search('b')).toEqual([])
      expect(await search('biometrics')).toEqual([])
      expect(await search('and')).toEqual(['text-2'])
      for (const nothing of ['bio*', 'AND', 'OR', 'NOT', '(', '"', 'x~', 'folded:x', '/x/']) {
        expect(await search(nothing), nothing).toEqual([])
      }
      expect(await things(['x'], { limit: 1 })).toHaveLength(1)
      const isComplete = async (limit: number) =>
        (await engine.searchText(INDEX, ['x'], { ...unranked, limit })).complete
      expect(await Promise.all([1, 2, 3].map(isComplete))).toEqual([false, true, true])
      const ofKinds = (...keys: string[]) => things(['x'], { keys, limit: 1 })
      expect(await ofKinds('text-2', 'other')).toEqual(['text-2'])
      expect(await ofKinds('other')).toEqual([])
      // A published revision is immutable: additions appear in later revisions only.
      await create('text-new', { thing: 'text-new', folded: 'x biosphere', fromRevision: 7, untilRevision: 9 })
      expect(await things(['bio'], { revision: 7 })).toEqual(['text-1', 'text-later', 'text-new'])
      expect(await search('bio')).toEqual(['text-1'])
    })

    test('searches for any of the terms, the states with most of them first', async () => {
      const now = { fromRevision: 11, untilRevision: 19 }
      await create('any-1', { thing: 'any-1', folded: 'zebra and lion', ...now })
      await create('any-2', { thing: 'any-2', folded: 'zebra and tiger', ...now })
      await create('any-3', { thing: 'any-3', folded: 'zebra and lion', fromRevision: 11, untilRevision: 12 })
      await create('any-4', { thing: 'any-4', folded: 'elephant', ...now })
      const bounds = { revision: 15, keys: null, limit: 10, drafts: false, language: null, matching: 'ANY' } as const
      const things = async (terms: readonly string[], more: Partial<SearchBounds> = {}) =>
        (await engine.searchText(INDEX, terms, { ...bounds, ...more })).groups.flatMap(({ things }) => things)
      expect(await things(['zeb', 'tiger'])).toEqual(['any-2', 'any-1'])
      expect(await things(['zeb', 'lion', 'nothing'], { limit: 1 })).toEqual(['any-1'])
      expect(await things(['lion', 'elephant'], { keys: ['any-4'] })).toEqual(['any-4'])
      expect(await things(['nothing'])).toEqual([])
    })

    test('a search with a small limit finds a state behind many of other kinds', async () => {
      const now = { fromRevision: 21, untilRevision: 29 }
      for (let i = 0; i < 30; i += 1) await create(`near-${i}`, { thing: `near-${i}`, folded: 'okapi', ...now })
      await create('far', { thing: 'far', folded: 'okapi after many other words', ...now })
      const bounds = { revision: 25, limit: 1, drafts: false, language: null }
      const found = { groups: [{ rank: '', things: ['far'] }], complete: true }
      for (const matching of ['ALL', 'ANY'] as const)
        expect(await engine.searchText(INDEX, ['okapi'], { ...bounds, keys: ['far'], matching })).toEqual(found)
      const all = await engine.searchText(INDEX, ['okapi'], { ...bounds, keys: null })
      expect([all.groups[0]?.things.length, all.complete]).toEqual([1, false])
    })

    test('rejects parameters that would crash the process', async () => {
      let deep: Parameters = {}
      for (let level = 0; level < 20; level += 1) deep = { deep }
      const cyclic: Record<string, Parameters> = {}
      cyclic.self = cyclic
      for (const value of [deep, cyclic, '\ud800', 'x'.repeat(9 * 1024 * 1024), 2 ** 53, Number.NaN]) {
        await expect(engine.run('RETURN $value AS value', { value })).rejects.toMatchObject({ code: 'BAD_INPUT' })
      }
    })

    test('reads a node in full, with lists inside maps', async () => {
      await create('a', { kind: 'whole' })
      await create('b')
      await write(
        "MATCH (a:ContractThing {id: 'a'}) MATCH (b:ContractThing {id: 'b'}) CREATE (a)<-[:CONTRACT_ABOUT]-(b)-[:CONTRACT_BY]->(a)",
      )
      const text = `UNWIND $keys AS k MATCH (c:ContractThing {id: k})
        CALL (c) { MATCH (c)<-[:CONTRACT_ABOUT]-(a)
          RETURN collect(a {.*, by: [(a)-[:CONTRACT_BY]->(p) | p.id]}) AS xs }
        RETURN k, c {.id, .kind} AS thing, xs ORDER BY k`
      expect(await engine.run(text, { keys: ['a', 'b', 'none'] })).toEqual([
        { k: 'a', thing: { id: 'a', kind: 'whole' }, xs: [{ id: 'b', by: ['a'] }] },
        { k: 'b', thing: { id: 'b', kind: null }, xs: [] },
      ])
    })
  })
}
