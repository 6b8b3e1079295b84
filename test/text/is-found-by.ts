import { toSearchedText } from '../../src/text/search-text.ts'

/** Whether a term finds the text, by beginnings of words. */
export function isFoundBy(text: string): (term: string) => boolean {
  const { words, parts } = toSearchedText(text)
  return (term) => [...words, ...parts].some((word) => word.startsWith(term))
}
