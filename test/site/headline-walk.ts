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
  readonly status: string
  readonly byLines: readonly string[]
}

export interface Propositions {
  /** Words of propositions in one language, each with what may stand beside it: nothing beside a foreign polarity. */
  readonly words: ReadonlyMap<string, readonly Beside[]>
  /** Sentences of assertions, which name their speaker. One may read as the proposition of another claim. */
  readonly sentences: readonly string[]
  /** Words of documents, and their translations. A clause within them is the document's own. */
  readonly quotations: readonly string[]
  /** Verbs of speakers. A proposition after one is what the speaker says, on the speaker's page or line. */
  readonly acts: readonly string[]
}

export interface Found {
  /** Number of propositions with status and by-line. */
  readonly headlines: number
  /** Excerpt of each proposition or status that stands alone, or beside another polarity. */
  readonly faults: readonly string[]
}

/** Lists the headline of each claim, and the bare propositions in both polarities. */
export function propositionsIn(claims: readonly ClaimDetails[], names: Names, messages: Messages): Propositions {
  const found = new Map<string, readonly Beside[]>()
  const add = (words: string, beside: readonly Beside[]): void => {
    found.set(clean(words), [...(found.get(clean(words)) ?? []), ...beside])
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
    add(proposition, [
      {
        status: clean(status),
        byLines: [...new Set(lines)].flatMap((line) => [clean(line), clean(withInnerQuotes(line))]),
      },
    ])
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
  const longestFirst = new Map([...found].sort(([a], [b]) => b.length - a.length))
  const { REPORTS_UNKNOWN: _, ...acts } = messages.ui.acts
  const { REPORTS_UNKNOWN: __, ...actsOfMany } = messages.ui.actsOfMany
  const unknown = [...LACKS, null].map((lacks) => messages.lacking({ lacks, from: '' }))
  const verbs = [...Object.values(acts), ...Object.values(actsOfMany), ...unknown]
  return { words: longestFirst, sentences, quotations: [...new Set(quotations)], acts: verbs }
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
export function judgeTogether(
  texts: readonly string[],
  propositions: Propositions,
  judged: Map<string, Judged> = new Map(),
): Found {
  const found = texts.map((text) => {
    const known = judged.get(text) ?? judgeWords(clean(text), propositions)
    judged.set(text, known)
    return known
  })
  const headed = found.flatMap((one) => one.headed)
  const faults = found.flatMap((one) => one.faults).filter(({ words }) => !headed.includes(words))
  return { headlines: headed.length, faults: faults.map(({ excerpt }) => excerpt) }
}

/** Result for one text. */
export interface Judged {
  /** Propositions with status and by-line. */
  readonly headed: readonly string[]
  readonly faults: readonly { readonly words: string; readonly excerpt: string }[]
}

function judgeWords(text: string, propositions: Propositions): Judged {
  let rest = text
  const headed: string[] = []
  const faults: { words: string; excerpt: string }[] = []
  let quoted: ReturnType<typeof placesOf> | null = null
  const isQuoted = (from: number, to: number): boolean => {
    quoted ??= propositions.quotations.flatMap((words) => placesOf(words, text))
    return quoted.some((place) => place.from <= from && to <= place.to && to - from < place.to - place.from)
  }
  const blank = (from: number, to: number): void => {
    rest = rest.slice(0, from) + DONE.repeat(to - from) + rest.slice(to)
  }
  // A drawing has no marks: its lines are verb and proposition.
  const afterVerb = new RegExp(`(?:${propositions.acts.map(escaped).join('|')})$`, 'iu')
  const isSpoken = (words: string): boolean =>
    text.includes(EDGE) ? AFTER_ACT.test(words) : afterVerb.test(words.trimEnd())
  for (const [words, beside] of propositions.words) {
    for (let at = rest.indexOf(words); at !== -1; at = rest.indexOf(words, at + 1)) {
      const before = rest.slice(Math.max(0, at - 120), at)
      const after = rest.slice(at + words.length, at + words.length + 1200)
      const match = beside.map((one) => matching(before, after, one)).find((one) => one !== null)
      const own = before.replace(/[\s\uE001\uE002]+$/u, '')
      if (match) headed.push(words)
      else if (isWord(before.at(-1)) || isWord(after.at(0))) continue
      else if (
        !IN_SENTENCE.test(own) &&
        !isSpoken(before) &&
        !propositions.sentences.includes(words) &&
        !isQuoted(at, at + words.length)
      )
        faults.push({ words, excerpt: `${before.slice(-40)}[${words}]${after.slice(0, 80)}` })
      blank(at - (match?.before ?? 0), at + words.length + (match?.after ?? 0))
    }
  }
  for (let at = rest.indexOf(BADGE); at !== -1; at = rest.indexOf(BADGE, at + 1)) {
    faults.push({ words: '', excerpt: `status alone: ${rest.slice(Math.max(0, at - 40), at + 60)}` })
  }
  return { headed, faults }
}

/** Places of words in a text. */
function placesOf(words: string, text: string): readonly { readonly from: number; readonly to: number }[] {
  const places = []
  for (let from = text.indexOf(words); from !== -1; from = text.indexOf(words, from + 1))
    places.push({ from, to: from + words.length })
  return places
}

const isWord = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}(]/u.test(character)

/** Returns the lengths of the status before or after a proposition; null if status or by-line are not its own. */
function matching(
  before: string,
  after: string,
  { status, byLines }: Beside,
): { readonly before: number; readonly after: number } | null {
  const first = new RegExp(`${GAP}${escaped(status)}${GAP}$`, 'iu').exec(before)?.[0]
  const gaps = [
    { gap: new RegExp(`^${GAP}\\(?${escaped(status)}${GAP}`, 'iu').exec(after)?.[0], used: 0 },
    { gap: first && new RegExp(`^${GAP}`, 'u').exec(after)?.[0], used: first?.length ?? 0 },
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
