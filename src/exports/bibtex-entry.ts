import type { CslDate, CslItem } from './csl-item.ts'

/**
 * Characters with a meaning in TeX. A brace is a command, since BibTeX counts braces behind a backslash too, and an unbalanced one
 * would end the field.
 */
const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '#': '\\#',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  _: '\\_',
  '\u00a0': '~',
  // Without T1 fonts, TeX prints others in their places.
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '\\textquotedbl{}',
}

/** First characters of pairs that TeX joins: -- becomes a dash, and '' a quotation mark. */
const LIGATURES = /([-`',])(?=\1)|[?!](?=`)/g

/** Returns text for a field in braces. White space and control characters are one space, as TeX reads them. */
export const bibtexText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[ \p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .replace(/[\\{}~^#$%&_<>|"\u00a0]/g, (character) => COMMANDS[character] ?? '')
    .replace(LIGATURES, '$&{}')

/** Types of BibLaTeX. An online document without an address would be an error. */
const TYPES: Readonly<Record<CslItem['type'], string>> = {
  webpage: 'online',
  post: 'online',
  dataset: 'dataset',
  document: 'misc',
}

/** Returns a reference as an entry of BibLaTeX, with a final line break. Its key is the slug of the source. */
export function bibtexEntry(item: CslItem): string {
  const type = item.URL === undefined && TYPES[item.type] === 'online' ? 'misc' : TYPES[item.type]
  const fields: readonly (readonly [string, string | undefined])[] = [
    // Double braces keep capitals.
    ['title', `{${bibtexText(item.title)}}`],
    [type === 'dataset' ? 'publisher' : 'organization', item.publisher && `{${bibtexText(item.publisher)}}`],
    ['date', item.issued && dateText(item.issued)],
    ['url', item.URL && verbatim(item.URL)],
    ['urldate', item.URL && item.accessed && dateText(item.accessed)],
    ['note', item.note && bibtexText(item.note)],
  ]
  const written = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []))
  return `@${type}{${item.id},\n${written.join(',\n')}\n}\n`
}

/** Returns a date as BibLaTeX has it: 2023, 2023-08 or 2023-08-31. */
const dateText = ({ 'date-parts': [parts] }: CslDate): string =>
  parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-')

/** Returns a URL for a field that TeX reads verbatim, in which nothing but braces has a meaning. */
const verbatim = (url: string): string =>
  url.toWellFormed().replace(/[\s\p{Cc}{}\\]/gu, (character) => encodeURIComponent(character))
