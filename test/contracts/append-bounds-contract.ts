import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Changes } from '../../src/domain/changes.ts'
import type { RevisionNumber } from '../../src/domain/revision-number.ts'
import { toRevisionNumber } from '../../src/domain/revision-number.ts'
import { MAX_ITEMS, MAX_TEXT } from '../../src/domain/rules/forms.ts'
import type { StoreWriter } from '../../src/domain/store-writer.ts'
import { STORE_SCHEMA } from '../../src/store/encoding/schema.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { toOpenStore } from '../../src/store/open-store.ts'
import { loadDataset } from '../../src/store/write/load-dataset.ts'
import { recover } from '../../src/store/write/load-lock.ts'
import { entityOf, named } from './change-examples.ts'
import { assertion } from './small-dataset.ts'
import { everything } from './stored-states.ts'
import { writableDataset } from './writable-dataset.ts'

const NOW = new Date('2026-11-01T00:00:00Z')
const DATASET = writableDataset()
const X = entityOf(DATASET, 'x')
const [SOURCE] = DATASET.sources.map(({ item }) => item)
const quoted = (languages: readonly string[]): Changes => {
  const translations = languages.map((language) => ({ value: `in ${language}`, language }))
  const quote = { exact: 'words', language: 'en', prefix: null, suffix: null, start: null, end: null, versionId: null }
  return {
    put: {
      assertions: [
        { item: assertion('a', 'claim-0001', { quote: { ...quote, foundIn: [], absentFrom: [], translations } }) },
      ],
    },
  }
}

const REFUSED: readonly (readonly [string, Changes, RegExp])[] = [
  [
    'a name that is too long',
    { put: { entities: [{ item: { ...X, names: named('x'.repeat(MAX_TEXT + 1)) } }] } },
    /is too long: at most 10000 characters/,
  ],
  [
    'a list that is too long',
    {
      put: {
        entities: [{ item: { ...X, names: Array.from({ length: MAX_ITEMS + 1 }, (_, i) => named(`${i}`)).flat() } }],
      },
    },
    /is too long: at most 1000 items/,
  ],
  [
    'a title without a language',
    { put: { sources: SOURCE ? [{ item: { ...SOURCE, title: {} } }] : [] } },
    /says nothing in any language/,
  ],
  ['two translations of a quote into one language', quoted(['id', 'ID']), /names a language that is there already/],
]

/** `append` takes texts and lists of the lengths that seeds may have; `open` gives an empty engine. */
export function describeAppendBounds(name: string, open: () => Promise<Engine>): void {
  describe(`bounds of append on ${name}`, () => {
    let engine: Engine
    let writer: StoreWriter
    let expectedRevision: RevisionNumber
    beforeAll(async () => {
      engine = await open()
      await engine.ensureSchema(STORE_SCHEMA)
      await recover(engine)
      writer = toOpenStore(engine).writer
      const load = { author: 'test', set: 'test', now: NOW }
      expectedRevision = toRevisionNumber((await loadDataset(engine, DATASET, load)).revision)
    })
    afterAll(() => engine.close())

    it.each(REFUSED)('refuse %s, and nothing is written', async (_, changes, message) => {
      const before = await everything(engine)
      const options = { author: 'test', reason: 'a test', now: NOW, expectedRevision }
      await expect(writer.append(changes, options)).rejects.toMatchObject({
        code: 'BAD_INPUT',
        message: expect.stringMatching(message),
      })
      expect(await everything(engine)).toEqual(before)
    })

    it.each(['author', 'reason'])('refuse a text of 1 MB as the %s', async (argument) => {
      const options = {
        author: 'test',
        reason: 'a test',
        now: NOW,
        expectedRevision,
        [argument]: 'x'.repeat(1_000_000),
      }
      await expect(writer.append({}, options)).rejects.toMatchObject({ code: 'BAD_INPUT', argument })
    })
  })
}
