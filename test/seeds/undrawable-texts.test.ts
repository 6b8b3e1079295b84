import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkSeeds } from '../../src/cli/commands/check.ts'
import { undrawable } from '../../src/fonts/font-runs.ts'
import { GOOD, NOW } from '../ingest/good-seed.ts'

const folder = mkdtempSync(join(tmpdir(), 'sanad-undrawable-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let count = 0
/** Warnings of `sanad check` on the good seed with other words in it. */
async function warningsWith(file: keyof typeof GOOD, old: string, words: string) {
  count += 1
  const dir = join(folder, String(count))
  mkdirSync(dir)
  for (const [name, text] of Object.entries(GOOD))
    writeFileSync(join(dir, name), name === file ? text.replace(old, () => words) : text)
  const said: string[] = []
  const code = await checkSeeds(dir, { json: true, now: NOW, write: (one) => said.push(one) })
  const { problems, warnings } = JSON.parse(said[0] ?? '')
  expect({ code, problems }).toEqual({ code: 0, problems: [] })
  return warnings
}

const UNDRAWN = '\u{12000}\u{12001}'

describe('warning of text that pictures cannot draw', () => {
  it.each([
    ['a name', 'things.yaml', 'value: X', `value: X ${UNDRAWN}`, 'entities[0].names[0].value', 4],
    ['a name of a concept', 'things.yaml', 'biometric data', UNDRAWN, 'dataCategories[0].names[0].value', 7],
    ['a title of a document', 'things.yaml', 'en: Policy', `en: ${UNDRAWN}`, 'sources[0].title.en', 11],
    ['a title of a story', 'story.yaml', 'A story', UNDRAWN, 'story.title.en', 4],
    ['a quote', 'claims.yaml', 'may collect', `may coll ${UNDRAWN}`, 'claims[0].assertions[0].quote.exact', 14],
  ] as const)('names the place and the characters of %s', async (_, file, old, words, path, line) => {
    expect(await warningsWith(file, old, words)).toMatchObject([
      { code: 'UNDRAWABLE_TEXT', path, line, message: expect.stringContaining('\u{12000} \u{12001}. Install') },
    ])
  })

  it.each(['สวัสดี', 'हिन्दी', 'Łódź', 'أحمد', 'שלום', '😀 ✓'])('is not given for %s', async (name) => {
    expect(await warningsWith('things.yaml', 'value: X', `value: ${name}`)).toEqual([])
  })

  it.each(['東京', '한국', 'ქართული'])('is given for %s unless its font is installed', async (name) => {
    const warnings = await warningsWith('things.yaml', 'value: X', `value: ${name}`)
    expect(warnings).toHaveLength(undrawable(name).length === 0 ? 0 : 1)
  })
})
