import { describe, expect, it } from 'vitest'
import type { Quote } from '../../src/domain/assertion.ts'
import { capturesOf } from '../../src/domain/captures.ts'
import type { Source, SourceVersion } from '../../src/domain/source.ts'
import { CLOCKS, timelineOf } from '../../src/domain/timeline.ts'
import { assertion, smallDataset } from '../contracts/small-dataset.ts'
import { quote, version } from './captured-words.ts'
import { wholeClaim } from './claims-at-random.ts'

const policyWith = (versions: readonly SourceVersion[]): Source => {
  const [policy] = smallDataset().sources
  return { ...(policy ?? expect.fail('no policy')).item, versions }
}
const claimWith = (id: string, quotes: readonly Partial<Quote>[], versions: readonly SourceVersion[]) => ({
  ...wholeClaim(
    { id: id },
    quotes.map((rest, i) => assertion(`${id}-${i}`, id, { quote: quote(rest) })),
  ),
  namedSources: [policyWith(versions)],
})
const captureRows = (...claims: Parameters<typeof capturesOf>[0]) =>
  capturesOf(claims).map((capture) => [
    capture.version.id,
    capture.found.map(({ assertion: { id } }) => id),
    capture.absent.map(({ assertion: { id } }) => id),
  ])

describe('captures of a timeline', () => {
  const versions = ['v-18', 'v-23', 'v-24', 'v-30'].map((id) => version(id))

  it('are those with known presence or absence of quoted words', () => {
    const clause = claimWith('a', [{ versionId: 'v-30', foundIn: ['v-23'], absentFrom: ['v-24'] }], versions)
    expect(captureRows(clause)).toEqual([
      ['v-23', ['a-0'], []],
      ['v-24', [], ['a-0']],
      ['v-30', ['a-0'], []],
    ])
  })

  it("are listed once for all claims, in an order independent of the claims' order", () => {
    const [a, b] = ['a', 'b'].map((id) => claimWith(id, [{ versionId: 'v-30' }], versions))
    if (!a || !b) expect.fail('two claims')
    expect(captureRows(a, b)).toEqual([['v-30', ['a-0', 'b-0'], []]])
    expect(captureRows(b, a)).toEqual(captureRows(a, b))
  })

  it.each([
    ['only its form changed', { kind: 'TECHNICAL' }],
    ['nobody knows when it was', { capturedAt: null }],
  ] as const)('omit one where %s', (_, rest) => {
    expect(captureRows(claimWith('a', [{ versionId: 'v-30' }], [version('v-30', rest)]))).toEqual([])
  })

  it('omit quotes of withdrawn assertions', () => {
    const claim = claimWith('a', [{ versionId: 'v-30' }], versions)
    const assertions = claim.assertions.map((one) => ({ ...one, withdrawn: 'misread' }))
    expect(captureRows({ ...claim, assertions })).toEqual([])
  })

  it('precede the assertions of their day, on the clock SAID', () => {
    const claim = claimWith('a', [{ versionId: 'v-30', absentFrom: ['v-24'] }], versions)
    const said = claim.assertions.map((one) => ({ ...one, assertedAt: '2023-08-30' }))
    const events = timelineOf([{ ...claim, assertions: said }], [], { clocks: CLOCKS, from: null, until: null })
    expect(events.map(({ kind, clock, date }) => [kind, clock, date])).toEqual([
      ['CAPTURED', 'SAID', '2023-08-24'],
      ['CAPTURED', 'SAID', '2023-08-30'],
      ['ASSERTED', 'SAID', '2023-08-30'],
    ])
    const later = timelineOf([claim], [], { clocks: ['SAID'], from: '2023-08-25', until: null })
    expect(later.flatMap(({ capture }) => capture?.version.id ?? [])).toEqual(['v-30'])
  })
})
