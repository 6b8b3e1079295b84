import { canonicalText } from '../text/canonical-text.ts'
import { languageNamed } from './preferred-language.ts'

/** Replaces each value by its canonical form: NFC without white space around it, and for `lang` the tag of the language. */
export function canonicalQuery(query: URLSearchParams): void {
  for (const [name, value] of [...query]) {
    const canonical = name === 'lang' ? (languageNamed(value) ?? value) : canonicalText(value)
    if (canonical !== value && query.getAll(name).length === 1) query.set(name, canonical)
  }
}
