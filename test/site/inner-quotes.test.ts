import { expect, it } from 'vitest'
import { withInnerQuotes } from '../../src/pages/sections/cite-section.ts'

it.each([
  ['Most people (“banyak orang”) guess it.', 'Most people (‘banyak orang’) guess it'],
  ['X, for what?', 'X, for what?'],
  ['And so on...', 'And so on...'],
  ['Denied. This record dates it.', 'Denied. This record dates it'],
])('inner quotes of %s are %s', (text, inner) => {
  expect(withInnerQuotes(text)).toBe(inner)
})
