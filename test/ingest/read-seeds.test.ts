import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSeeds } from '../../src/ingest/read-seeds.ts'

const NOW = new Date('2026-11-01T00:00:00Z')
const STORY = `story:
  id: a-story
  recordedAt: '2026-08-01T00:00:00Z'
  title: { en: A story }
  summary: { en: In short }
  claims: [x-collects-biometric]
`
const THINGS = `entities:
  - id: x
    kind: Service
    names: [{ value: X, language: en, kind: PREFERRED }]
dataCategories:
  - id: biometric
    names: [{ value: biometric data, language: en, kind: PREFERRED }]
sources:
  - id: policy
    kind: POLICY
    title: { en: Policy }
    versions: [{ id: policy-1, kind: CHANGE }]
`
const CLAIMS = `claims:
  - id: x-collects-biometric
    subject: x
    predicate: COLLECTS
    data: [biometric]
    assertions:
      - id: x-says
        stance: STATES
        polarity: AFFIRMS
        certainty: POSSIBLE
        evidentiality: PRIMARY_DOCUMENT
        claimant: x
        source: policy
        quote: { exact: may collect, language: en, start: 10, end: 21, version: policy-1 }
`
const GOOD = { 'story.yaml': STORY, 'things.yaml': THINGS, 'claims.yaml': CLAIMS }

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'sanad-seeds-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

const read = (files: Readonly<Record<string, string | Uint8Array>>): ReturnType<typeof readSeeds> => {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text)
  return readSeeds(dir, { now: NOW })
}
const problemsOf = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<readonly object[]> => {
  const result = await read(files)
  return 'problems' in result ? result.problems : []
}

describe('reading a story', () => {
  it('makes a data set of a good one, with null for what is unknown', async () => {
    const result = await read(GOOD)
    expect(result).toMatchObject({
      dataset: {
        entities: [{ item: { id: 'x', kind: 'Service' }, recordedAt: '2026-08-01T00:00:00Z' }],
        assertions: [{ item: { claimId: 'x-collects-biometric', assertedAt: null, certainty: 'POSSIBLE' } }],
        sources: [{ item: { publishedBy: null, publishedAt: null, derivation: 'UNKNOWN' } }],
      },
    })
  })

  const bad: readonly [string, [string, string], object][] = [
    [
      'an unknown reference, with the near one',
      ['claimant: x\n', 'claimant: y\n'],
      {
        code: 'UNKNOWN_REFERENCE',
        line: 12,
        path: 'claims[0].assertions[0].claimant',
        message: expect.stringContaining('did you mean x'),
      },
    ],
    [
      'a duplicate id',
      [
        '- id: x-says',
        '- id: x-says\n        stance: STATES\n        polarity: AFFIRMS\n        certainty: CERTAIN\n        evidentiality: NONE\n        source: policy\n      - id: x-says',
      ],
      { code: 'DUPLICATE_ID', path: 'claims[0].assertions[1].id' },
    ],
    [
      'a negative predicate',
      ['predicate: COLLECTS', 'predicate: DOES_NOT_COLLECT'],
      { code: 'INVALID', line: 4, message: expect.stringContaining('NEGATES') },
    ],
    [
      'an illegal pair',
      ['polarity: AFFIRMS', 'polarity: UNKNOWN'],
      { code: 'RULE_BROKEN', line: 9, message: expect.stringContaining('AFFIRMS or NEGATES') },
    ],
    [
      'a quote without language',
      ['language: en, start', 'start'],
      { code: 'INVALID', path: 'claims[0].assertions[0].quote.language' },
    ],
    [
      'an impossible date',
      ['source: policy', "source: policy\n        assertedAt: '2023-02-30'"],
      { code: 'INVALID', message: expect.stringContaining('possible date') },
    ],
    [
      'an unknown key',
      ['subject: x', 'subject: x\n    claimed: true'],
      { code: 'INVALID', message: expect.stringContaining('claimed') },
    ],
    [
      'a frame that does not fit',
      ['data: [biometric]', 'data: []'],
      { code: 'RULE_BROKEN', message: 'COLLECTS needs data' },
    ],
    [
      'a quote of another length',
      ['end: 21', 'end: 22'],
      { code: 'RULE_BROKEN', message: expect.stringContaining('11 code points') },
    ],
    ['what is not YAML', ['claims:', 'claims: ['], { code: 'NOT_YAML' }],
    [
      'a RETRACTS of nothing',
      ['stance: STATES\n        polarity: AFFIRMS', 'stance: RETRACTS\n        polarity: UNKNOWN'],
      { code: 'RULE_BROKEN' },
    ],
  ]
  it.each(bad)('refuses %s', async (_, [from, to], expected) => {
    expect(CLAIMS).toContain(from)
    const problems = await problemsOf({ ...GOOD, 'claims.yaml': CLAIMS.replace(from, to) })
    expect(problems).toContainEqual(expect.objectContaining(expected))
  })

  it('refuses overlapping periods of one pair and a cycle of concepts, both at once', async () => {
    const things = THINGS.replace(
      'dataCategories:\n  - id: biometric',
      "    speaksFor: [{ entity: x, validFrom: '2020' }, { entity: x, validFrom: '2021' }]\ndataCategories:\n  - id: face\n    broader: [biometric]\n    names: [{ value: face, language: en, kind: PREFERRED }]\n  - id: biometric\n    broader: [face]",
    )
    const problems = await problemsOf({ ...GOOD, 'things.yaml': things })
    expect(problems).toContainEqual(expect.objectContaining({ message: expect.stringContaining('overlaps') }))
    expect(problems).toContainEqual(expect.objectContaining({ message: expect.stringContaining('cycle') }))
  })

  it('refuses an alias bomb, invalid UTF-8, a file that is too big and a time in the future', async () => {
    const bomb =
      'a: &a [x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c]\ne: [*d, *d, *d, *d, *d, *d]\n'
    const problems = await problemsOf({
      'bomb.yaml': bomb,
      'big.yaml': `# ${'x'.repeat(5 * 1024 * 1024)}\n`,
      'bytes.yaml': new Uint8Array([0x61, 0xff, 0xfe]),
    })
    expect(problems).toMatchObject([
      { message: expect.stringContaining('bytes; at most') },
      { message: expect.stringContaining('aliases') },
      { message: expect.stringContaining('UTF-8') },
    ])
    const future = { ...GOOD, 'story.yaml': STORY.replace('2026-08', '2027-08') }
    rmSync(join(dir, 'bomb.yaml'))
    rmSync(join(dir, 'big.yaml'))
    rmSync(join(dir, 'bytes.yaml'))
    expect(await problemsOf(future)).toContainEqual(expect.objectContaining({ path: 'story.recordedAt' }))
  })
})
