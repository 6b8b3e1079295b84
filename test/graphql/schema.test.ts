import { readFileSync } from 'node:fs'
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { generatedFiles } from '../../scripts/generated-files.ts'
import { schema } from '../../src/graphql/schema.ts'

describe('the schema', () => {
  it.each(Object.entries(generatedFiles()))('%s is what the code says; npm run schema writes it', (path, text) => {
    expect(readFileSync(path, 'utf8')).toBe(text)
  })

  it('describes every type, field, argument and value', () => {
    const bare: string[] = []
    for (const type of Object.values(schema.getTypeMap()).filter((t) => !t.name.startsWith('__'))) {
      if (!type.description) bare.push(type.name)
      if (isEnumType(type))
        for (const value of type.getValues()) if (!value.description) bare.push(`${type.name}.${value.name}`)
      if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue
      for (const field of Object.values(type.getFields())) {
        if (!field.description) bare.push(`${type.name}.${field.name}`)
        if ('args' in field)
          for (const arg of field.args) if (!arg.description) bare.push(`${type.name}.${field.name}(${arg.name})`)
      }
    }
    expect(bare).toEqual([])
  })
})
