import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { readSeeds } from '../../src/ingest/read-seeds.ts'
import { GOOD, NOW } from './good-seed.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'sanad-part-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

/** Problems of references and ids, as "file:line path". */
async function problemPlaces(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text)
  const result = await readSeeds(dir, { now: NOW })
  const problems = 'problems' in result ? result.problems : []
  return problems
    .filter(({ code }) => code === 'UNKNOWN_REFERENCE' || code === 'DUPLICATE_ID')
    .map(({ file, line, path }) => `${basename(file)}:${line} ${path}`)
}

/** The good claim, a second with an unknown reference, and a valid third. */
const CLAIMS = `${GOOD['claims.yaml']}  - id: x-collects-more
    subject: x
    predicate: COLLECTS
    data: [biometric, nowhere-at-all]
    assertions: []
  - id: x-collects-again
    subject: x
    predicate: COLLECTS
    data: [biometric]
    assertions: []
`
const WRONG = 'claims.yaml:18 claims[1].data[1]'
const withClaims = (from: string, to: string) => {
  expect(CLAIMS).toContain(from)
  return { ...GOOD, 'claims.yaml': CLAIMS.replace(from, to) }
}

describe('malformed seed', () => {
  it.each([
    ['an item that is no claim', 'predicate: COLLECTS', 'predicate: DOES_NOT'],
    ['an item before it without an id', '  - id: x-collects-biometric\n    subject', '  - subject'],
    ['an act that is none', 'stance: STATES', 'stance: SHOUTS'],
    ['a key that is none', 'assertions:\n      - id', 'asertions:\n      - id'],
    ['a reference that is no id, in the same list', '[biometric, nowhere', '[Bio Metric, nowhere'],
    ['a key at the top that is none', 'claims:\n', 'clams: []\nclaims:\n'],
  ])('has unknown references reported beside %s', async (_, from, to) => {
    const lines = to.split('\n').length - from.split('\n').length
    expect(await problemPlaces(withClaims(from, to))).toEqual([WRONG.replace('18', String(18 + lines))])
  })

  it('has unknown references reported within the malformed item, where its fields are valid', async () => {
    const acts = GOOD['claims.yaml']
      .replace('source: policy', 'source: polcy')
      .replace('assertions:\n', 'assertions:\n      - { id: no-act, stance: SHOUTS }\n')
    expect(await problemPlaces({ ...GOOD, 'claims.yaml': acts })).toEqual([
      'claims.yaml:14 claims[0].assertions[1].source',
    ])
  })

  it('has duplicate ids reported', async () => {
    const twice = withClaims('id: x-collects-again', 'id: x-collects-more')
    const broken = { ...twice, 'claims.yaml': twice['claims.yaml'].replace('stance: STATES', 'stance: SHOUTS') }
    expect(await problemPlaces(broken)).toEqual([WRONG, 'claims.yaml:20 claims[2].id'])
  })

  it('skips references to a kind with an unreadable id, and checks the others', async () => {
    const things = GOOD['things.yaml'].replace('- id: biometric', '- id: Biometric')
    expect(await problemPlaces({ ...GOOD, 'things.yaml': things, 'claims.yaml': CLAIMS })).toEqual([])
    const sources = { ...withClaims('source: policy', 'source: polcy'), 'things.yaml': things }
    expect(await problemPlaces(sources)).toEqual(['claims.yaml:13 claims[0].assertions[0].source'])
  })
})

type Place = readonly (string | number)[]

/** Every place in a value, outer ones first. */
const placesIn = (value: unknown, place: Place = []): readonly Place[] =>
  typeof value !== 'object' || value === null
    ? [place]
    : [
        place,
        ...Object.entries(value).flatMap(([key, one]) =>
          placesIn(one, [...place, Array.isArray(value) ? Number(key) : key]),
        ),
      ]

/** The value after a change at one place. */
function changeAt(value: unknown, [first, ...rest]: Place, change: (value: unknown) => unknown): unknown {
  if (first === undefined) return change(value)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, one]: [string, unknown]) => [
    key,
    key === String(first) ? changeAt(one, rest, change) : one,
  ])
  return Array.isArray(value) ? entries.map(([, one]) => one) : Object.fromEntries(entries)
}

/** Variants of a seed with one key misspelt or one value wrapped in a list: the content stays, its form is wrong. */
function* malformed(text: string, within: Place = []): Generator<{ readonly what: string; readonly text: string }> {
  const whole: unknown = parse(text)
  const inside = placesIn(whole).filter((place) => within.every((part, i) => place[i] === part) && place.length > 0)
  for (const place of inside) {
    const last = place.at(-1)
    yield { what: `[[${place.join('.')}]]`, text: stringify(changeAt(whole, place, (value) => [[value]])) }
    if (typeof last !== 'string') continue
    const misspell = (around: unknown): unknown =>
      Object.fromEntries(
        Object.entries(around ?? {}).map(([key, value]: [string, unknown]) => [key === last ? `${key}q` : key, value]),
      )
    yield { what: `${place.join('.')}q`, text: stringify(changeAt(whole, place.slice(0, -1), misspell)) }
  }
}

describe('good seed with one malformed place', () => {
  it.each(Object.keys(GOOD))('has no reference reported as unknown: %s', async (file) => {
    let tried = 0
    for (const { what, text } of malformed(Object.entries(GOOD).find(([name]) => name === file)?.[1] ?? '')) {
      expect([what, await problemPlaces({ ...GOOD, [file]: text })]).toEqual([what, []])
      tried += 1
    }
    expect(tried).toBeGreaterThan(10)
  })

  it('still has an unknown reference elsewhere reported', async () => {
    for (const { what, text } of malformed(CLAIMS, ['claims', 0])) {
      const places = (await problemPlaces({ ...GOOD, 'claims.yaml': text })).map((place) => place.replace(/^.* /, ''))
      expect([what, places]).toEqual([what, ['claims[1].data[1]']])
    }
  })
})
