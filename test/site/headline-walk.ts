import type { ClaimDetails } from '../../src/domain/claim-details.ts'
import { LACKS } from '../../src/domain/stance.ts'
import type { Messages } from '../../src/messages/en.ts'
import { withInnerQuotes } from '../../src/pages/sections/cite-section.ts'
import { headline } from '../../src/sentences/headline.ts'
import type { Names } from '../../src/sentences/names.ts'
import { propositionOf } from '../../src/sentences/proposition.ts'
import { entryWords } from '../../src/sentences/sentence.ts'

/** Status and by-lines that may stand beside a proposition: by-lines in full, or shorter for a card. */
interface Beside {
  /** Finds the status at the end of the text before a proposition. */
  readonly statusBefore: RegExp
  /** Finds the status at the begin of the text after a proposition. */
  readonly statusAfter: RegExp
  readonly byLines: readonly string[]
}

/** Words of a proposition. */
interface Words {
  readonly words: string
  /** Nothing beside a foreign polarity. */
  readonly beside: readonly Beside[]
  /** Place among all words, longest first: a short proposition may be a part of a longer one. */
  readonly place: number
}

export interface Propositions {
  /** Words of propositions in one language by their begin, which has BEGIN characters. */
  readonly byBegin: ReadonlyMap<string, readonly Words[]>
  /** UTF-16 codes of all first characters. */
  readonly firsts: ReadonlySet<number>
  /** Sentences of assertions, which name their speaker. One may read as the proposition of another claim. */
  readonly sentences: ReadonlySet<string>
  /** Words of documents, and their translations. A clause within them is the document's own. */
  readonly quotations: readonly string[]
  /** Finds a verb of speakers at the end of a text. A proposition after one is what the speaker says. */
  readonly afterVerb: RegExp
  /** Results of texts that were judged before: most texts are repeated. */
  readonly judged: Map<string, Judged>
}

/** Characters at the begin of a proposition by which it is found. Every proposition is longer. */
const BEGIN = 8

export interface Found {
  /** Number of propositions with status and by-line. */
  readonly headlines: number
  /** Excerpt of each proposition or status that stands alone, or beside another polarity. */
  readonly faults: readonly string[]
}

/** Lists the headline of each claim, and the bare propositions in both polarities. */
export function propositionsIn(claims: readonly ClaimDetails[], names: Names, messages: Messages): Propositions {
  const found = new Map<string, Beside[]>()
  const add = (words: string, beside: readonly Beside[]): void => {
    const known = found.get(clean(words)) ?? []
    known.push(...beside)
    found.set(clean(words), known)
  }
  for (const details of claims) {
    const { proposition, status } = headline(details, names, messages)
    const forms = [{ maxNamed: 2 }, { maxNamed: 1 }, { maxNamed: 2, hasQuotes: false }]
    // On a card, the words and the document of one statement stand beside the by-line.
    const cards = details.assertions.flatMap(({ sourceId, quote }) =>
      [null, ...(quote === null ? [] : [quote.exact, ...quote.translations.map(({ value }) => value)])].flatMap(
        (words) =>
          [3, 2, 1].flatMap((maxNamed) =>
            [true, false].map((hasQuotes) => ({ maxNamed, hasQuotes, beside: { sourceId, quote: words } })),
          ),
      ),
    )
    const lines = [{}, ...forms, ...cards].flatMap((form) => {
      const { by, agents } = headline(details, names, messages, form)
      return agents === null ? [by] : [by, agents]
    })
    const byLines = [...new Set(lines)].flatMap((line) => [clean(line), clean(withInnerQuotes(line))])
    add(proposition, [{ ...statusPatterns(clean(status)), byLines: [...new Set(byLines)] }])
    for (const negated of [false, true]) {
      for (const dated of [false, true]) add(propositionOf(details.claim, names, messages, { negated, dated }), [])
    }
  }
  const sentences = claims.flatMap((details) =>
    details.assertions.map((assertion) => clean(entryWords(assertion, details, names, messages))),
  )
  const quotations = claims.flatMap(({ assertions, relations }) =>
    [...assertions, ...relations].flatMap(({ quote }) =>
      quote ? [quote.exact, ...quote.translations.map(({ value }) => value)].map(clean) : [],
    ),
  )
  const longestFirst = [...found]
    .sort(([a], [b]) => b.length - a.length)
    .map(([words, beside], place) => ({ words, beside, place }))
  const { REPORTS_UNKNOWN: _, ...acts } = messages.ui.acts
  const { REPORTS_UNKNOWN: __, ...actsOfMany } = messages.ui.actsOfMany
  const unknown = [...LACKS, null].map((lacks) => messages.lacking({ lacks, from: '' }))
  const verbs = [...Object.values(acts), ...Object.values(actsOfMany), ...unknown]
  return {
    byBegin: byBegin(longestFirst),
    firsts: new Set(longestFirst.map(({ words }) => words.charCodeAt(0))),
    sentences: new Set(sentences),
    quotations: [...new Set(quotations)],
    afterVerb: new RegExp(`(?:${verbs.map(escaped).join('|')})$`, 'iu'),
    judged: new Map(),
  }
}

/** @throws Error for words that are too short to be found */
function byBegin(all: readonly Words[]): ReadonlyMap<string, readonly Words[]> {
  const found = new Map<string, Words[]>()
  for (const one of all) {
    if (one.words.length < BEGIN) throw new Error(`The proposition "${one.words}" is shorter than ${BEGIN} characters.`)
    const begin = one.words.slice(0, BEGIN)
    found.set(begin, [...(found.get(begin) ?? []), one])
  }
  return found
}

/** Mark of the end of an element, of a status badge, and of the verb of a speaker. */
const [EDGE, BADGE, DONE, ACT] = ['\uE001', '\uE002', '\uE003', '\uE004']
/** "States X:" names another speaker between the verb and the proposition. */
const AFTER_ACT = new RegExp(`${ACT}[^${BADGE}${DONE}${ACT}]{1,100}$`, 'u')
/** A proposition may stand in a question. */
const GAP = `[\\s${EDGE}${BADGE}–—·|:?]*`
/** A clause after these words belongs to the sentence before it, which names its speaker. */
const IN_SENTENCE = /(?:that|whether|how|bahwa|apakah|bagaimana|because|karena)$/iu

/** Returns the text of HTML, with marks for elements and badges; attributes that readers see are texts of their own. */
export function textOfMarkup(markup: string): string {
  const shown = [...markup.matchAll(/\s(?:alt|title|aria-label|content|data-title)="([^"]*)"/g)].map(([, text]) => text)
  const body = markup
    .replace(/<(script|style)\b(?![^>]*ld\+json).*?<\/\1>/gs, EDGE)
    .replace(/<strong class="sanad-status"[^>]*>/g, BADGE)
    .replace(/<strong class="sanad-status sanad-act"[^>]*>/g, ACT)
    .replace(/<[^>]*>/g, EDGE)
  return clean([body, ...shown].join(EDGE + EDGE))
}

/** Returns the text of a drawing, whose lines are elements of their own. */
export const textOfDrawing = (svg: string): string => clean(svg.replace(/<[^>]*>/g, ' '))

/** Finds each proposition, and judges the words around it. */
export function judge(text: string, propositions: Propositions): Found {
  const { headed, faults } = judgeWords(text, propositions)
  return { headlines: headed.length, faults: faults.map(({ excerpt }) => excerpt) }
}

/**
 * Judges texts that a reader gets together, such as the cells of a line or the values of an object. A proposition may be
 * alone in one of them if another has the same words with status and by-line.
 */
export function judgeTogether(texts: readonly string[], propositions: Propositions): Found {
  const found = texts.map((text) => judgeWords(clean(text), propositions))
  const headed = found.flatMap((one) => one.headed)
  const faults = found.flatMap((one) => one.faults).filter(({ words }) => !headed.includes(words))
  return { headlines: headed.length, faults: faults.map(({ excerpt }) => excerpt) }
}

/** Result for one text. */
interface Judged {
  /** Propositions with status and by-line. */
  readonly headed: readonly string[]
  readonly faults: readonly { readonly words: string; readonly excerpt: string }[]
}

function judgeWords(text: string, propositions: Propositions): Judged {
  const known = propositions.judged.get(text) ?? judgeOnce(text, propositions)
  propositions.judged.set(text, known)
  return known
}

function judgeOnce(text: string, propositions: Propositions): Judged {
  // Propositions and statuses that are judged are overwritten in place: a copy of the text for each would cost most.
  const rest = Buffer.from(text, 'utf16le')
  const restOf = (from: number, to: number): string => rest.toString('utf16le', 2 * Math.max(0, from), 2 * to)
  const headed: string[] = []
  const faults: { words: string; excerpt: string }[] = []
  let quoted: readonly Place[] | null = null
  const isQuoted = (from: number, to: number): boolean => {
    quoted ??= propositions.quotations.flatMap((words) => placesOf(words, text))
    return quoted.some((place) => place.from <= from && to <= place.to && to - from < place.to - place.from)
  }
  // A drawing has no marks: its lines are verb and proposition.
  const hasMarks = text.includes(EDGE)
  const isSpoken = (words: string): boolean =>
    hasMarks ? AFTER_ACT.test(words) : propositions.afterVerb.test(words.trimEnd())
  for (const { words, beside, at } of candidatesIn(text, propositions)) {
    const end = at + words.length
    if (restOf(at, end) !== words) continue
    const before = restOf(at - 120, at)
    const after = restOf(end, end + 1200)
    const match = beside.map((one) => matching(before, after, one)).find((one) => one !== null)
    const own = before.replace(/[\s\uE001\uE002]+$/u, '')
    if (match) headed.push(words)
    else if (isWord(before.at(-1)) || isWord(after.at(0))) continue
    else if (!IN_SENTENCE.test(own) && !isSpoken(before) && !propositions.sentences.has(words) && !isQuoted(at, end))
      faults.push({ words, excerpt: `${before.slice(-40)}[${words}]${after.slice(0, 80)}` })
    rest.fill(DONE, 2 * (at - (match?.before ?? 0)), 2 * (end + (match?.after ?? 0)), 'utf16le')
  }
  const left = text.includes(BADGE) ? restOf(0, text.length) : ''
  for (const { from } of placesOf(BADGE, left))
    faults.push({ words: '', excerpt: `status alone: ${left.slice(Math.max(0, from - 40), from + 60)}` })
  return { headed, faults }
}

/** Propositions at all their places in a text: the longest first, and equal ones in the order of the text. */
function candidatesIn(text: string, { byBegin, firsts }: Propositions): readonly (Words & { readonly at: number })[] {
  const found: (Words & { readonly at: number })[] = []
  for (let at = 0; at + BEGIN <= text.length; at += 1) {
    if (!firsts.has(text.charCodeAt(at))) continue
    for (const one of byBegin.get(text.slice(at, at + BEGIN)) ?? [])
      if (text.startsWith(one.words, at)) found.push({ ...one, at })
  }
  return found.sort((a, b) => a.place - b.place || a.at - b.at)
}

interface Place {
  readonly from: number
  readonly to: number
}

/** Places of words in a text. */
function placesOf(words: string, text: string): readonly Place[] {
  const places = []
  for (let from = text.indexOf(words); from !== -1; from = text.indexOf(words, from + 1))
    places.push({ from, to: from + words.length })
  return places
}

const isWord = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}(]/u.test(character)

const AT_GAP = new RegExp(`^${GAP}`, 'u')
const statusPatterns = (status: string): Pick<Beside, 'statusBefore' | 'statusAfter'> => ({
  statusBefore: new RegExp(`${GAP}${escaped(status)}${GAP}$`, 'iu'),
  statusAfter: new RegExp(`^${GAP}\\(?${escaped(status)}${GAP}`, 'iu'),
})

/** Returns the lengths of the status before or after a proposition; null if status or by-line are not its own. */
function matching(
  before: string,
  after: string,
  { statusBefore, statusAfter, byLines }: Beside,
): { readonly before: number; readonly after: number } | null {
  const first = statusBefore.exec(before)?.[0]
  const gaps = [
    { gap: statusAfter.exec(after)?.[0], used: 0 },
    { gap: first && AT_GAP.exec(after)?.[0], used: first?.length ?? 0 },
  ]
  for (const { gap, used } of gaps) {
    if (gap === undefined) continue
    const said = after.slice(gap.length).replaceAll(EDGE, '')
    const isSaid = byLines.some((by) => {
      const cut = said.slice(0, by.length + 1).indexOf('…')
      return said.startsWith(by) || (cut > 10 && by.startsWith(said.slice(0, cut)))
    })
    if (isSaid) return { before: used, after: gap.length }
  }
  return null
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const ENTITIES: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
}
const clean = (text: string): string =>
  text
    .replace(/&(?:quot|#39|lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/[\u2066-\u2069\u202a-\u202e]/g, '')
    .replace(/\s+/g, ' ')
