import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { generatedFiles } from '../../scripts/generated-files.ts'
import { schema } from '../../src/graphql/schema.ts'
import { elementsOf, undescribed } from '../documentation/undescribed.ts'

describe('generated files', () => {
  it.each(Object.entries(generatedFiles()))('%s matches the code; npm run schema writes it', (path, text) => {
    expect(readFileSync(path, 'utf8')).toBe(text)
  })
})

describe('descriptions of the schema', () => {
  const described = elementsOf(schema).flatMap(({ name, description }) => (description ? [{ name, description }] : []))

  it('begin with the subject of the API, and are not missing', () => {
    expect(schema.description).toMatch(/^A database of claims/)
    expect(described.length).toBeGreaterThan(400)
    expect(undescribed(schema)).toEqual([])
  })

  it('are sentences', () => {
    expect(described.filter(({ description }) => description.split(' ').length < 2)).toEqual([])
    expect(described.filter(({ description }) => !/[.|…]$/.test(description))).toEqual([])
  })

  it('say something that the name does not say', () => {
    expect(described.filter(({ name, description }) => repeatsName(name, description))).toEqual([])
  })

  it.each([
    ['Claim.validFrom', 'The valid from.'],
    ['Claim.assertions', 'Its assertions.'],
    ['Claim.subject', 'The subject of the claim.'],
    ['StatusCount.count', 'The count of the status.'],
    ['Query.claims(first:)', 'The first claims.'],
  ])('are refused where they repeat the name: %s: %s', (name, description) => {
    expect(repeatsName(name, description)).toBe(true)
  })
})

const EMPTY_WORDS = new Set('a an the its it is of in on for by to this that all each'.split(' '))

/** Whether all words of a description are in the name or empty, plurals aside. */
function repeatsName(name: string, description: string): boolean {
  const stems = (text: string): readonly string[] =>
    [...text.toLowerCase().matchAll(/[a-z]+/g)].map(([word]) => word.replace(/s$/, ''))
  const known = stems(name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' '))
  const words = [...description.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word)
  return words.every((word) => EMPTY_WORDS.has(word) || known.includes(word.replace(/s$/, '')))
}
