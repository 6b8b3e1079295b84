import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MESSAGES } from '../../src/messages/all-messages.ts'

const GLOSSARY = readFileSync(join(import.meta.dirname, '../../docs/glossary.md'), 'utf8')

/** Words that the table of words for readers refuses. */
function refusedWords(): readonly string[] {
  const [, after = ''] = GLOSSARY.split('## Words for readers')
  const [table = ''] = after.split('\n## ')
  return table
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| word'))
    .flatMap((line) => (line.split(' | ').at(-1) ?? '').replace(/, except.*/, ''))
    .flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, word]) => word ?? []))
}

/** Texts of messages: values, and the literals in functions. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function')
    return [...value.toString().matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)].map(
      ([, single, double, template]) => (single ?? double ?? template ?? '').replaceAll(/\$\{[^}]*\}/g, '…'),
    )
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** Finds refused words. Names of columns and codes of the API, and the party concerned, may stand. */
function refusedIn(texts: readonly string[], words: readonly string[]): readonly string[] {
  return texts.flatMap((text) => {
    const read = text.replaceAll(/\b(?:column|kolom) \w+/g, '').replaceAll(/party concerned/gi, '')
    return words.flatMap((word) =>
      new RegExp(`\\b${word}s?\\b`, 'i').test(read.replaceAll(/\b[A-Z_]{3,}\b/g, '')) ? [`${word}: ${text}`] : [],
    )
  })
}

describe('words for readers', () => {
  it('are those of docs/glossary.md in every language', () => {
    const words = refusedWords()
    expect(words).toEqual(expect.arrayContaining(['assertion', 'claimant', 'voice', 'kategori data', 'parties']))
    const texts = textsIn(MESSAGES)
    expect(texts.length).toBeGreaterThan(1000)
    expect(refusedIn(texts, words)).toEqual([])
  })

  it('are refused in values and in functions, and not as codes or names of columns', () => {
    const texts = textsIn({
      a: 'Voices',
      b: { c: (name: string) => `Name of the claimant ${name}` },
      d: 'only its CLAIMANT',
      e: 'less than in the column assertions',
      f: 'The party concerned denies it.',
    })
    expect(refusedIn(texts, ['voice', 'claimant', 'assertion', 'party'])).toEqual([
      'voice: Voices',
      'claimant: Name of the claimant …',
    ])
  })
})
