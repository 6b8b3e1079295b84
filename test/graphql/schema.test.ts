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

describe('schema descriptions', () => {
  const described = Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .filter((type) => !isSpecifiedScalarType(type))
    .flatMap((type) => [
      { of: type.name, description: type.description },
      ...('getFields' in type
        ? Object.values<Described>(type.getFields()).flatMap((field) => partsOf(type, field))
        : []),
      ...(isEnumType(type) ? type.getValues().flatMap((value) => partsOf(type, value)) : []),
    ])

  it('exist for the schema and for everything in it', () => {
    expect(schema.description).toMatch(/^A record of claims/)
    expect(described.length).toBeGreaterThan(400)
    expect(undescribed(schema)).toEqual([])
  })

  it('are sentences that add to the name', () => {
    const folded = (text: string): string => text.toLowerCase().replaceAll(/[^a-z]/g, '')
    const isEmpty = (text: string, name: string): boolean =>
      text.split(' ').length < 2 || folded(text) === folded(name) || folded(text) === folded(`its ${name}`)
    const empty = described.filter(({ of, description }) => isEmpty(description ?? '', of.split('.').at(-1) ?? ''))
    expect(empty.map(({ of, description }) => `${of}: ${description}`)).toEqual([])
    expect(described.filter(({ description }) => !/[.|…]$/.test(description ?? '')).map((one) => one.of)).toEqual([])
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
