import { describe, expect, it } from 'vitest'
import { COMPARE_PARAMETERS, EMBED_PARAMETERS } from '../../src/pages/embed/embed-request.ts'
import { allRoutes } from '../../src/server/routes/all-routes.ts'
import { findParameterProblem, type QueryParameters } from '../../src/text/query-parameters.ts'
import { FOREIGN_PARAMETERS } from '../foreign-parameters.ts'
import { fc } from '../property-runs.ts'

const ROUTES = allRoutes({ render: () => Promise.reject(new Error('Nothing is drawn here.')) }).map(
  ({ pattern, parameters }) => ({ pattern: String(pattern), parameters }),
)
const API: QueryParameters = {
  known: ['query', 'variables', 'operationName', 'documentId', 'extensions'],
  repeatable: [],
  foreign: 'REFUSED',
}
const queryOf = (...names: readonly string[]) => new URLSearchParams(names.map((name) => [name, '1']))

/** A letter between two others, or at one end. */
const withLetterAt = (name: string, at: number, letter: string): string =>
  name.slice(0, at % (name.length + 1)) + letter + name.slice(at % (name.length + 1))
const MARKS = ['-', '_', '.', ' ', '[]']
/** Makes near misses of a name. */
const misses = (name: string): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(name.toUpperCase(), `${name.charAt(0).toUpperCase()}${name.slice(1)}`, name.toLowerCase()),
    fc.constantFrom('amp;', 'amp;amp;', '&amp;', 'AMP;').map((escaped) => `${escaped}${name}`),
    fc.tuple(fc.nat(20), fc.constantFrom(...MARKS)).map(([at, mark]) => withLetterAt(name, at, mark)),
    ...(name.length < 4
      ? []
      : [fc.tuple(fc.nat(20), fc.constantFrom(...'kzäж7')).map(([at, letter]) => withLetterAt(name, at, letter))]),
    ...(name.length < 5
      ? []
      : [fc.nat(20).map((at) => name.slice(0, at % name.length) + name.slice((at % name.length) + 1))]),
  )

const WITH_PARAMETERS = ROUTES.filter(({ parameters }) => parameters.known.length > 0)

describe('findParameterProblem', () => {
  it.each(WITH_PARAMETERS)('finds bytes that are no UTF-8 in every known parameter: $pattern', ({ parameters }) => {
    const bytes = fc.constantFrom('%ED%A0%80', '%ED%BF%BF', '%FF', '%C3', '%C0%AF', 'a%80b')
    fc.assert(
      fc.property(fc.constantFrom(...parameters.known), bytes, (name, value) => {
        const query = new URLSearchParams(`${name}=${value}`)
        expect(findParameterProblem(query, parameters)).toEqual({ is: 'UNDECODABLE', name })
      }),
    )
  })

  it.each(WITH_PARAMETERS)('finds a near miss of every known name, and names it: $pattern', ({ parameters }) => {
    const nearMiss = fc
      .constantFrom(...parameters.known)
      .chain((name) => fc.tuple(fc.constant(name), misses(name)))
      .filter(([, miss]) => !parameters.known.includes(miss))
    fc.assert(
      fc.property(nearMiss, fc.subarray([...FOREIGN_PARAMETERS]), ([name, miss], foreign) => {
        const names = parameters.foreign === 'IGNORED' ? [...foreign, miss] : [miss]
        expect(findParameterProblem(queryOf(...names), parameters)).toEqual({ is: 'UNKNOWN', name: miss, near: name })
      }),
    )
  })

  it.each(ROUTES.filter(({ parameters }) => parameters.foreign === 'IGNORED'))(
    'accepts known names with foreign ones: $pattern',
    ({ parameters }) => {
      const ours = parameters.known.filter((name) => !FOREIGN_PARAMETERS.includes(name))
      fc.assert(
        fc.property(
          fc.shuffledSubarray([...FOREIGN_PARAMETERS]),
          fc.array(fc.stringMatching(/^utm_[a-z]{3,12}$/)),
          fc.subarray([...ours]),
          (foreign, tracked, known) => {
            expect(findParameterProblem(queryOf(...known, ...foreign, ...tracked), parameters)).toBeNull()
          },
        ),
      )
    },
  )

  it('rejects every unknown name where foreign ones are rejected', () => {
    fc.assert(
      fc.property(
        fc.string().filter((name) => !API.known.includes(name)),
        (name) => {
          expect(findParameterProblem(queryOf('query', name), API)).toMatchObject({ is: 'UNKNOWN' })
        },
      ),
    )
    expect(findParameterProblem(queryOf('utm_source'), API)).toEqual({ is: 'UNKNOWN', name: 'utm_source', near: null })
    expect(findParameterProblem(queryOf('varaibles'), API)).toMatchObject({ near: 'variables' })
  })

  it.each([...ROUTES, { pattern: 'the API', parameters: API }])('rejects a repeat: $pattern', ({ parameters }) => {
    for (const name of parameters.known) {
      const expected = parameters.repeatable.includes(name) ? null : { is: 'REPEATED', name }
      expect(findParameterProblem(queryOf(name, name), parameters)).toEqual(expected)
    }
  })

  it.each([
    ['asof', 'asOf'],
    ['as-of', 'asOf'],
    ['AsOf', 'asOf'],
    ['amp;asOf', 'asOf'],
    ['amp;asof', 'asOf'],
    ['asOff', 'asOf'],
    ['Lang', 'lang'],
    ['status[]', 'status'],
    ['statuses', null],
    ['lan', null],
    ['asO', null],
    ['long', null],
    ['limits', 'limit'],
  ])('measures %s as a miss of %s', (name, near) => {
    const expected = near === null ? null : { is: 'UNKNOWN', name, near }
    expect(findParameterProblem(queryOf(name), EMBED_PARAMETERS)).toEqual(expected)
  })

  it('shortens a long name, and takes linear time', () => {
    const long = `as-${'-'.repeat(5000)}of`
    const found = findParameterProblem(queryOf(long), COMPARE_PARAMETERS)
    expect(found).toMatchObject({ is: 'UNKNOWN', near: 'asOf' })
    expect(found?.name.length).toBeLessThanOrEqual(80)
    const cpuOf = (count: number): number => {
      const many = queryOf(...Array.from({ length: count }, (_, i) => `amp;x${i}`))
      const before = process.cpuUsage()
      expect(findParameterProblem(many, COMPARE_PARAMETERS)).toBeNull()
      return process.cpuUsage(before).user / 1000
    }
    const small = cpuOf(2000)
    expect(cpuOf(16_000), `after ${small} ms`).toBeLessThan(24 * Math.max(small, 5))
  })
})
