import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSeeds } from '../../src/ingest/read-seeds.ts'
import { CLAIMS, GOOD, NOW, THINGS } from './good-seed.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'sanad-seeds-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

const read = (files: Readonly<Record<string, string>>): ReturnType<typeof readSeeds> => {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text)
  return readSeeds(dir, { now: NOW })
}
const problemsOf = async (files: Readonly<Record<string, string>>): Promise<readonly object[]> => {
  const result = await read(files)
  return 'problems' in result ? result.problems : []
}

describe('reading a story', () => {
  it('returns a data set for a good seed, with null for unknown values', async () => {
    expect(await read(GOOD)).toMatchObject({
      dataset: {
        entities: [{ item: { id: 'x', kind: 'Service' }, recordedAt: '2026-08-01T00:00:00Z' }],
        assertions: [{ item: { claimId: 'x-collects-biometric', assertedAt: null, certainty: 'POSSIBLE' } }],
        sources: [{ item: { publishedBy: null, publishedAt: null, derivation: 'UNKNOWN' } }],
      },
    })
  })

  it('names the publisher as claimant where a document of the subject speaks in its own voice', async () => {
    const published = THINGS.replace('kind: POLICY', 'kind: POLICY\n    publishedBy: x')
    const unsigned = CLAIMS.replace(/ +claimant: x\n/, '')
    const claimantIn = async (files: Readonly<Record<string, string>>): Promise<unknown> => {
      const result = await read({ ...GOOD, ...files })
      return 'dataset' in result ? result.dataset.assertions[0]?.item.claimantId : result.problems
    }
    expect(await claimantIn({ 'claims.yaml': unsigned })).toBeNull()
    expect(await claimantIn({ 'things.yaml': published, 'claims.yaml': unsigned })).toBe('x')
    expect(
      await claimantIn({ 'claims.yaml': unsigned.replace('PRIMARY_DOCUMENT', 'INDIRECT_SPEECH') }),
      'what it retells',
    ).toBeNull()
    const printed = '        claimantAsPrinted: { value: some users, language: en }\n        source: policy'
    expect(await claimantIn({ 'claims.yaml': unsigned.replace('        source: policy', printed) })).toBeNull()
    const others = published
      .replace('publishedBy: x', 'publishedBy: y')
      .replace(
        'dataCategories:',
        '  - { id: y, kind: Organization, names: [{ value: Y, language: en, kind: PREFERRED }] }\ndataCategories:',
      )
    expect(await claimantIn({ 'things.yaml': others, 'claims.yaml': unsigned })).toBeNull()
  })

  it('accepts data categories that match one external concept', async () => {
    const fits = "externalIds: [{ scheme: dpv, value: 'https://w3id.org/dpv/pd#Biometric', match: BROAD }]"
    const face = `  - { id: face, names: [{ value: face, language: en, kind: PREFERRED }], ${fits} }\n`
    const things = THINGS.replace('id: biometric\n', `id: biometric\n    ${fits}\n`).replace(
      'sources:\n',
      `${face}sources:\n`,
    )
    expect(await problemsOf({ ...GOOD, 'things.yaml': things })).toEqual([])
  })

  it('rejects assertions after their recording in subfolders of a story too', async () => {
    mkdirSync(join(dir, 'more'))
    const late = CLAIMS.replace('source: policy', "source: policy\n        assertedAt: '2026-09'")
    const { 'claims.yaml': _, ...rest } = GOOD
    expect(await problemsOf({ ...rest, 'more/claims.yaml': late })).toMatchObject([
      { path: 'claims[0].assertions[0].assertedAt', message: expect.stringContaining('2026-08-01T00:00:00Z') },
    ])
  })

  it('normalizes instants, so that they sort as text', async () => {
    const result = await read({
      ...GOOD,
      'story.yaml': GOOD['story.yaml'].replace('T00:00:00Z', 'T00:00:00.5Z'),
      'claims.yaml': CLAIMS.replace('source: policy', "source: policy\n        recordedAt: '2026-08-01T00:00:00Z'"),
    })
    const { claims = [], assertions = [] } = 'dataset' in result ? result.dataset : {}
    expect([...claims, ...assertions].map(({ recordedAt }) => recordedAt)).toEqual([
      '2026-08-01T00:00:00Z',
      '2026-08-01T00:00:00Z',
    ])
  })

  it('returns former slugs with the day on which each was recorded', async () => {
    const result = await read({
      'story.yaml': GOOD['story.yaml'].replace('id: a-story', 'id: a-story\n  formerly: [the-story]'),
      'things.yaml': THINGS.replace('id: x', 'id: x\n    formerly: [twitter, twttr]')
        .replace('id: biometric', 'id: biometric\n    formerly: [faces]')
        .replace('id: policy', 'id: policy\n    formerly: [twitter]'),
      'claims.yaml': CLAIMS.replace(
        'subject: x',
        "formerly: [x-collects-faces]\n    recordedAt: '2026-09-01T00:00:00Z'\n    subject: x",
      ),
      'uses.yaml':
        'uses:\n  - { id: ads, formerly: [faces], names: [{ value: Ads, language: en, kind: PREFERRED }] }\n',
    })
    const told = 'dataset' in result ? result.dataset.renames : []
    expect(
      told.map(({ item: { kind, former, slug }, recordedAt }) => [kind, former, slug, recordedAt.slice(0, 7)]),
    ).toEqual([
      ['Claim', 'x-collects-faces', 'x-collects-biometric', '2026-09'],
      ['Story', 'the-story', 'a-story', '2026-08'],
      ['Entity', 'twitter', 'x', '2026-08'],
      ['Entity', 'twttr', 'x', '2026-08'],
      ['DataCategory', 'faces', 'biometric', '2026-08'],
      ['Source', 'twitter', 'policy', '2026-08'],
      ['Use', 'faces', 'ads', '2026-08'],
    ])
  })

  const bad: readonly [string, [string, string], string | RegExp][] = [
    ['a frame that does not fit', ['data: [biometric]', 'data: []'], 'COLLECTS needs data'],
    ['a quote of another length', ['end: 21', 'end: 22'], /11 code points/],
    [
      'a RETRACTS of nothing',
      ['stance: STATES\n        polarity: AFFIRMS', 'stance: RETRACTS\n        polarity: UNKNOWN'],
      /RETRACTS names what it takes back/,
    ],
    ['a version of another source', ['source: policy', 'source: post'], 'policy-1 is no version of post'],
    [
      'a period that ends before it begins',
      ['subject: x', "subject: x\n    validFrom: '2024'\n    validTo: '2023'"],
      /turn them round/,
    ],
  ]
  it.each(bad)('rejects %s', async (_, [from, to], message) => {
    expect(CLAIMS).toContain(from)
    const post = `${THINGS}  - id: post\n    kind: POST\n    title: { en: Post }\n`
    const problems = await problemsOf({ ...GOOD, 'things.yaml': post, 'claims.yaml': CLAIMS.replace(from, to) })
    const told = typeof message === 'string' ? message : expect.stringMatching(message)
    expect(problems).toEqual([expect.objectContaining({ code: 'RULE_BROKEN', message: told })])
  })
})
