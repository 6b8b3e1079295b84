import { GraphQLError, Source } from 'graphql'
import { expect, it } from 'vitest'
import { orderErrors } from '../../../src/server/graphql/order-errors.ts'
import { fc, propertyRuns } from '../../property-runs.ts'

const source = new Source('{ a { b } c }')
const errorAt = (position: number, path: readonly (string | number)[]): GraphQLError =>
  new GraphQLError(`${position} ${path.join('.')}`, { source, positions: [position], path })

const ORDERED = [
  errorAt(2, ['a']),
  errorAt(6, ['a', 0, 'b']),
  errorAt(6, ['a', 2, 'b']),
  errorAt(6, ['a', 10, 'b']),
  errorAt(10, ['c']),
]

it('errors have the order of the query and of its lists, whichever came first', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(ORDERED), (errors) => {
      const ordered = ORDERED.filter((error) => errors.includes(error))
      expect(orderErrors(errors)).toEqual(ordered)
    }),
    { numRuns: propertyRuns(100) },
  )
})

it('errors without a place keep their order', () => {
  const errors = [new GraphQLError('b'), new GraphQLError('a')]
  expect(orderErrors(errors)).toEqual(errors)
})
