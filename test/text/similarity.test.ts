import { describe, expect, it } from 'vitest'
import { similarity } from '../../src/text/similarity.ts'

describe('similarity', () => {
  it('is 1 for the same words, 0 without common characters, and symmetric', () => {
    expect(similarity('x-sells-user-data', 'X sells user data')).toBe(1)
    expect(similarity('abc', 'xyz')).toBe(0)
    expect(similarity('', 'x')).toBeLessThan(0.5)
    expect(similarity('twiter', 'twitter')).toBe(similarity('twitter', 'twiter'))
  })

  it('ranks a misspelt name before names that share a word', () => {
    const wanted = 'x-sels-usr-dta'
    const found = ['x', 'x-privacy-policy', 'x-sells-user-data', 'musk-post-2023'].sort(
      (a, b) => similarity(wanted, b) - similarity(wanted, a),
    )
    expect(found[0]).toBe('x-sells-user-data')
  })
})
