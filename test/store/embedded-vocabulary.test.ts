import { expect, test } from 'vitest'
import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { createVocabulary } from '../../src/store/engines/embedded-vocabulary.ts'
import { wordTest } from '../../src/text/search-text.ts'
import { fc } from '../property-runs.ts'

const WORDS =
  "MATCH (n:Text) WHERE n.fromRevision > $readTo AND n.fromRevision <= $revision UNWIND split(n.words, ' ') AS word RETURN DISTINCT word"

async function openTexts(texts: readonly (readonly [revision: number, words: string])[]) {
  const engine = await openEmbedded({ path: null, readTimeoutMs: 5000 })
  const write = (rows: typeof texts) =>
    engine.transaction((tx) =>
      tx.run('UNWIND $rows AS r CREATE (n:Text {fromRevision: r[0], words: r[1]})', {
        rows: rows.map((row) => [...row]),
      }),
    )
  await write(texts)
  const requested: unknown[] = []
  const vocabulary = createVocabulary((text, parameters) => {
    requested.push(parameters)
    return engine.run(text, parameters)
  }, WORDS)
  return { vocabulary, asked: requested, write, close: () => engine.close() }
}

test('vocabulary of the embedded engine has the words of revisions that were read, and reads each revision once', async () => {
  const {
    vocabulary,
    asked: requested,
    write,
    close,
  } = await openTexts([
    [1, 'biometric data'],
    [2, 'biosphere'],
    [4, 'biography'],
  ])
  await vocabulary.readUpTo(2)
  expect(vocabulary.wordsOf('bio')).toEqual(['biometric', 'biosphere'])
  await Promise.all([vocabulary.readUpTo(2), vocabulary.readUpTo(1), vocabulary.readUpTo(2)])
  await write([[3, 'bionic data']])
  await vocabulary.readUpTo(3)
  expect(vocabulary.wordsOf('bio')).toEqual(['biometric', 'bionic', 'biosphere'])
  expect(vocabulary.wordsOf('data')).toEqual(['data'])
  expect(requested).toEqual([
    { readTo: 0, revision: 2 },
    { readTo: 2, revision: 3 },
  ])
  await close()
})

test('vocabulary of the embedded engine reads again after a failure', async () => {
  let fails = true
  const vocabulary = createVocabulary(async () => {
    if (fails) throw new RangeError('too late')
    return [{ word: 'biometric' }]
  }, WORDS)
  await expect(vocabulary.readUpTo(1)).rejects.toThrow('too late')
  fails = false
  await vocabulary.readUpTo(1)
  expect(vocabulary.wordsOf('bio')).toEqual(['biometric'])
})

test('vocabulary of the embedded engine finds exactly the words that match a term', async () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '𝒳', '0', 'z'), minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(word, { minLength: 1, maxLength: 40 }), word, async (words, term) => {
      const vocabulary = createVocabulary(async () => words.map((one) => ({ word: one })), WORDS)
      await vocabulary.readUpTo(1)
      const expected = words.filter((one) => wordTest(term)(one))
      const found = vocabulary.wordsOf(term).filter((one) => words.includes(one))
      expect(found.toSorted()).toEqual(expected.toSorted())
    }),
  )
})
