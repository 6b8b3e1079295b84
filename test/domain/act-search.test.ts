import { describe, expect, it } from 'vitest'
import { actSearchIn } from '../../src/domain/act-search.ts'

const read = (text: string) => {
  const found = actSearchIn(text)
  return found && [found.stance, ...found.terms.map((term) => term.split('|')[0])]
}

describe('search for acts', () => {
  it.each([
    ['what did Musk deny, and when?', ['DENIES', 'musk']],
    ['Musk denied', ['DENIES', 'musk']],
    ['apa yang dibantah Musk?', ['DENIES', 'musk']],
    ['what does the public suspect', ['SPECULATES', 'public']],
    ['who confirmed the changed policy', ['CONFIRMS', 'changed', 'policy']],
  ])('has the stance and the words that name something: %s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it.each(['what did they deny', 'denied', 'who says X sells data?', ''])('is none in: %s', (text) => {
    expect(read(text)).toBeNull()
  })
})
