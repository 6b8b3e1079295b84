import type { DeclaredName } from './declared-names.ts'

/** A line of the table "Banned words" in docs/glossary.md. */
export interface BannedWord {
  /** Words of a name in lower case: ['taken', 'out'] matches takenOut, taken-out and TAKEN_OUT. */
  readonly words: readonly string[]
  readonly match: 'word' | 'first word' | 'whole name'
  /** Path prefixes; empty where the word is banned in all of src. */
  readonly within: readonly string[]
  readonly useInstead: string
  readonly allowed: readonly AllowedName[]
}

/** A name, a name with its type (`record: ClaimRecord`), or a path with all below it (`src/store/`). */
export interface AllowedName {
  readonly text: string
  readonly reason: string
}

const HEADING = /^#+ Banned words$/m
const MATCHES = /^(word|first word|whole name)(?: in (`[\w/.-]+`(?:, `[\w/.-]+`)*))?$/

/** @throws Error for a row without the form that the glossary describes */
export function parseBannedWords(glossary: string): readonly BannedWord[] {
  const [, section = ''] = glossary.split(HEADING)
  const rows = section.split(/^#/m)[0]?.match(/^\|.*\|$/gm) ?? []
  return rows.slice(2).flatMap(parseRow)
}

function parseRow(row: string): readonly BannedWord[] {
  const cells = row
    .slice(1, -1)
    .split(' | ')
    .map((cell) => cell.trim())
  const [names = '', matches = '', useInstead = '', stands = ''] = cells
  const [, match, paths = ''] = MATCHES.exec(matches) ?? []
  const allowed = stands === '–' ? [] : stands.split('; ').flatMap(parseAllowed)
  const isComplete = cells.length === 4 && useInstead !== '' && (stands === '–' || allowed.length > 0)
  if (!isMatch(match) || !isComplete || codesIn(names).length === 0) {
    throw new Error(`docs/glossary.md, "Banned words": cannot read the row ${row}`)
  }
  return codesIn(names).map((name) => ({ words: wordsOf(name), match, within: codesIn(paths), useInstead, allowed }))
}

const isMatch = (text: string | undefined): text is BannedWord['match'] =>
  text === 'word' || text === 'first word' || text === 'whole name'

/** '`heldFrom`, `heldUntil`: valid time' */
function parseAllowed(text: string): readonly AllowedName[] {
  const [, names = '', reason = ''] = /^(`[^`]+`(?:, `[^`]+`)*): (\S.*)$/.exec(text) ?? []
  return codesIn(names).map((name) => ({ text: name, reason }))
}

const codesIn = (text: string): readonly string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)

/** 'toGraphQLNode' → to, graph, ql, node; 'MAX_ROWS' → max, rows; 'held-rows' → held, rows. */
export const wordsOf = (name: string): readonly string[] =>
  (name.match(/[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? []).map((word) => word.toLowerCase())

/** Names with a banned word, as 'path:line kind name: "word" → use instead'. */
export const bannedNames = (names: readonly DeclaredName[], banned: readonly BannedWord[]): readonly string[] =>
  hits(names, banned)
    .filter(({ one, word }) => !word.allowed.some((allowed) => isAllowed(one, allowed)))
    .map(({ one: { path, line, kind, name }, word: { words, useInstead } }) => {
      return `${path}:${line} ${kind} ${name}: "${words.join(' ')}" → ${useInstead}`
    })

/** Exceptions that match no name, so that the list stays minimal. */
export function staleExceptions(names: readonly DeclaredName[], banned: readonly BannedWord[]): readonly string[] {
  const used = new Set(
    hits(names, banned).flatMap(({ one, word }) =>
      word.allowed.filter((allowed) => isAllowed(one, allowed)).map(({ text }) => text),
    ),
  )
  const all = new Set(banned.flatMap(({ allowed }) => allowed.map(({ text }) => text)))
  return [...all].filter((text) => !used.has(text))
}

interface Hit {
  readonly one: DeclaredName
  readonly word: BannedWord
}

const hits = (names: readonly DeclaredName[], banned: readonly BannedWord[]): readonly Hit[] =>
  names.flatMap((one) => {
    const own = wordsOf(one.name)
    return banned.filter((word) => isWithin(one, word) && isHit(own, word)).map((word) => ({ one, word }))
  })

const isWithin = ({ path }: DeclaredName, { within }: BannedWord): boolean =>
  within.length === 0 || within.some((folder) => path.startsWith(folder))

function isHit(own: readonly string[], { words, match }: BannedWord): boolean {
  if (match === 'whole name') return own.join(' ') === words.join(' ')
  const starts = match === 'first word' ? [0] : own.keys()
  return [...starts].some((start) => words.every((word, i) => own[start + i] === word))
}

const isAllowed = ({ path, name, type }: DeclaredName, { text }: AllowedName): boolean =>
  text.includes('/') ? path.startsWith(text) : text === name || text === `${name}: ${type}`
