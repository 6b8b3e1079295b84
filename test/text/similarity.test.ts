import { describe, expect, it } from 'vitest'
import { similarityTo } from '../../src/text/similarity.ts'

describe('similarity', () => {
  it('is 1 for the same words, 0 without common characters, and symmetric', () => {
    expect(similarityTo('x-sells-user-data')('X sells user data')).toBe(1)
    expect(similarityTo('abc')('xyz')).toBe(0)
    expect(similarityTo('')('x')).toBeLessThan(0.5)
    expect(similarityTo('twiter')('twitter')).toBe(similarityTo('twitter')('twiter'))
  })

  it('counts a repeated pair as often as both texts have it', () => {
    expect(similarityTo('aaaa')('aa')).toBeLessThan(1)
    expect(similarityTo('aaaa')('aa')).toBe(similarityTo('aa')('aaaa'))
  })

  it('ranks a misspelt name before names that share a word', () => {
    const likenessTo = similarityTo('x-sels-usr-dta')
    const found = ['x', 'x-privacy-policy', 'x-sells-user-data', 'musk-post-2023'].sort(
      (a, b) => likenessTo(b) - likenessTo(a),
    )
    expect(found[0]).toBe('x-sells-user-data')
  })
})
