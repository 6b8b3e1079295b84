import { canonicalText } from '../text/canonical-text.ts'
import { languageNamed } from './preferred-language.ts'

/** Gives each value of a query its canonical form: NFC, without white space around it; the language of Sanad that `lang` names. */
export function canonicalQuery(query: URLSearchParams): void {
  for (const [name, value] of [...query]) {
    const canonical = name === 'lang' ? (languageNamed(value) ?? value) : canonicalText(value)
    if (canonical !== value && query.getAll(name).length === 1) query.set(name, canonical)
  }
}
