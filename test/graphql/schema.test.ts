import { readFileSync } from 'node:fs'
import { isEnumType, isSpecifiedScalarType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { generatedFiles } from '../../scripts/generated-files.ts'
import { schema } from '../../src/graphql/schema.ts'

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
    expect(described.filter(({ description }) => !description).map((one) => one.of)).toEqual([])
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

interface Described {
  readonly name: string
  readonly description?: string | null | undefined
  readonly args?: readonly Described[]
}
function partsOf(type: Described, part: Described): readonly { of: string; description: Described['description'] }[] {
  const of = `${type.name}.${part.name}`
  const args = (part.args ?? []).map((arg) => ({ of: `${of}(${arg.name}).${arg.name}`, description: arg.description }))
  return [{ of, description: part.description }, ...args]
}
