import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkSeeds } from '../../src/cli/commands/check.ts'
import type { Assertion } from '../../src/domain/assertion.ts'
import { toAssertionId } from '../../src/domain/assertion-id.ts'
import type { ClaimRelation } from '../../src/domain/claim.ts'
import { denialsOfNothing } from '../../src/domain/rules/denials.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { assertion } from '../contracts/small-dataset.ts'
import { GOOD } from '../ingest/good-seed.ts'

const denial = assertion('no', 'c', { stance: 'DENIES', polarity: 'NEGATES' })
const guess = (claimId: string): Assertion => assertion('guess', claimId, { stance: 'SPECULATES' })
const relation = (fromClaimId: string, toClaimId: string): ClaimRelation => ({
  id: 'r',
  kind: 'DERIVED_FROM',
  fromClaimId: toSlug(fromClaimId),
  toClaimId: toSlug(toClaimId),
  claimantId: null,
  claimantAsPrinted: null,
  sourceId: toSlug('policy'),
  quote: null,
  drift: null,
})
const items = <T>(...all: readonly T[]) => all.map((item) => ({ item }))
const warned = (assertions: readonly Assertion[], relations: readonly ClaimRelation[] = []) =>
  denialsOfNothing({ assertions: items(...assertions), relations: items(...relations) })

describe('denial', () => {
  it('without an affirmation on the claim is warned of, with its place', () => {
    expect(warned([guess('another'), denial])).toMatchObject([
      { code: 'NOTHING_DENIED', path: ['assertions', 1, 'stance'] },
    ])
  })

  it.each<[string, readonly Assertion[], readonly ClaimRelation[]]>([
    ['a guess on the claim', [guess('c')], []],
    ['a guess on a claim that a relation leads to', [guess('d')], [relation('c', 'd')]],
    ['a guess on a claim that a relation comes from', [guess('d')], [relation('d', 'c')]],
    ['an allegation on the claim', [assertion('it', 'c', { stance: 'ALLEGES' })], []],
  ])('is not warned of beside %s', (_, others, relations) => {
    expect(warned([denial, ...others], relations)).toEqual([])
  })

  it.each<[string, readonly Assertion[], readonly ClaimRelation[]]>([
    ['a withdrawn guess', [{ ...guess('c'), withdrawn: 'entered by mistake' }], []],
    [
      'a retracted guess',
      [
        guess('c'),
        assertion('back', 'c', { stance: 'RETRACTS', polarity: 'UNKNOWN', retracts: toAssertionId('guess') }),
      ],
      [],
    ],
    ['a guess two relations away', [guess('e')], [relation('c', 'd'), relation('d', 'e')]],
    ['another denial', [{ ...denial, id: toAssertionId('other'), claimId: toSlug('d') }, guess('d')], []],
    ['a caveat', [assertion('unknown', 'c', { stance: 'REPORTS_UNKNOWN', polarity: 'UNKNOWN' })], []],
  ])('is warned of beside %s', (_, others, relations) => {
    expect(warned([denial, ...others], relations)).toHaveLength(1)
  })

  it('that does not count is not warned of, nor is a statement that negates', () => {
    expect(warned([{ ...denial, withdrawn: 'entered by mistake' }])).toEqual([])
    expect(warned([assertion('no', 'c', { polarity: 'NEGATES' })])).toEqual([])
  })
})

describe('sanad check', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-denials-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const checked = async (name: string, stance: string, json = false) => {
    const dir = join(folder, name)
    mkdirSync(dir, { recursive: true })
    for (const [file, text] of Object.entries(GOOD)) {
      writeFileSync(
        join(dir, file),
        text.replace(/stance: STATES\n( +)polarity: AFFIRMS/, `stance: ${stance}\n$1polarity: NEGATES`),
      )
    }
    const said: string[] = []
    const code = await checkSeeds(dir, { json, now: new Date('2026-11-01T00:00:00Z'), write: (one) => said.push(one) })
    return { code, said }
  }

  it('lists a warning with place and remedy, and succeeds', async () => {
    const { code, said } = await checked('story', 'DENIES')
    expect(code).toBe(0)
    expect(said).toHaveLength(2)
    expect(said[0]).toMatch(
      /claims\.yaml:\d+:\d+ warning: claims\[0\]\.assertions\[0\]\.stance: denies what no .*: record/,
    )
    expect(said[1]).toMatch(/: no problems, 1 warning$/)
    const { said: printed } = await checked('story', 'DENIES', true)
    expect(JSON.parse(printed[0] ?? '')).toMatchObject({
      problems: [],
      warnings: [{ code: 'NOTHING_DENIED', path: 'claims[0].assertions[0].stance' }],
    })
  })

  it('does not list a statement that negates', async () => {
    const { code, said } = await checked('other', 'STATES')
    expect([code, said]).toEqual([0, [`${join(folder, 'other')}: no problems`]])
  })
})
