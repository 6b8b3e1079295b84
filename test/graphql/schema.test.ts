import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { generatedFiles } from '../../scripts/generated-files.ts'

describe('the generated files', () => {
  it.each(Object.entries(generatedFiles()))('%s is what the code says; npm run schema writes it', (path, text) => {
    expect(readFileSync(path, 'utf8')).toBe(text)
  })
})
