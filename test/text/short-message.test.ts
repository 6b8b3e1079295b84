import { describe, expect, it } from 'vitest'
import { firstUnits, MAX_MESSAGE, MAX_QUOTE, shortenMessage, truncate } from '../../src/text/short-message.ts'
import { fc } from '../property-runs.ts'

const texts = fc.string({ unit: 'binary', maxLength: 400 })
const long = 'x'.repeat(5000)

describe('firstUnits and truncate', () => {
  it('keep within the length and never split a surrogate pair', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 50 }), (text, max) => {
        for (const cut of [firstUnits(text, max), truncate(text, max)]) {
          expect(cut.length).toBeLessThanOrEqual(max)
          expect(cut.isWellFormed()).toBe(true)
        }
        expect(text.startsWith(firstUnits(text, max))).toBe(true)
      }),
    )
  })
})

describe('shortenMessage', () => {
  it('leaves messages of the API and of graphql-js unchanged', () => {
    for (const message of [
      'The query may cost 12000 points; at most 10000 are allowed: request smaller pages, or less at once.',
      'There is nothing with the slug given as filter.subject; lists and search show what there is.',
      'Cannot query field "claimz" on type "Query". Did you mean "claim", "claims", or "stats"?',
      'Enum "Status" cannot represent non-enum value: "STATED". Did you mean the enum value "STATED", "REPORTED", or "DENIED"?',
      'Fields "a" conflict because "claims" and "stories" are different fields. Use different aliases on the fields to fetch both if this was intentional.',
      'Expected value of type "Date", found 5; A Date is 2023, 2023-08 or 2023-08-31, and exists in the calendar.',
    ]) {
      expect(shortenMessage(message)).toBe(message)
    }
  })

  it.each([
    `Cannot query field "${long}" on type "Query".`,
    `Int cannot represent non-integer value: "${long}"`,
    `Enum "Status" cannot represent non-enum value: {a: "${long}"}. Did you mean the enum value "DENIED"?`,
    `Syntax Error: Expected Name, found String "${'"'.repeat(5000)}".`,
    `Syntax Error: Unexpected Name "${long}".`,
    `Unexpected parameter "${long}" in the request body.`,
    `Argument "a" has invalid value [${long}].`,
  ])('shortens quotations: %.50s', (message) => {
    const short = shortenMessage(message)
    expect(short.length).toBeLessThanOrEqual(MAX_MESSAGE)
    expect(short).not.toMatch(new RegExp(`x{${MAX_QUOTE}}|"{${MAX_QUOTE}}`))
    expect(message.startsWith(short.slice(0, 12))).toBe(true)
  })

  it('keeps the text after a short quotation, and suggestions after a long one', () => {
    expect(shortenMessage(`Field "${long}" is not defined by type "ClaimFilter".`)).toMatch(
      /x…" is not defined by type "ClaimFilter"\.$/,
    )
    expect(shortenMessage(`value: {a: "${long}"}. Did you mean the enum value "DENIED"?`)).toMatch(
      /x… Did you mean the enum value "DENIED"\?$/,
    )
  })

  it('is bounded and well formed for any message, and idempotent', () => {
    const pieces = fc.array(
      fc.oneof(texts, fc.constantFrom('"', ' found ', 'value: ', 'Unexpected ', ' Did you mean "a"?')),
    )
    fc.assert(
      fc.property(pieces, (parts) => {
        const short = shortenMessage(parts.join(''))
        expect(short.length).toBeLessThanOrEqual(MAX_MESSAGE)
        expect(short.isWellFormed()).toBe(true)
      }),
    )
  })
})
