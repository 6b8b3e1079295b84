import type { Messages } from '../../messages/en.ts'
import { statusWithBy } from '../../sentences/headline.ts'
import type { ClaimCard, ViewNode } from '../view/view.ts'
import { balancedLines, withoutBreaks, withSpaces } from './balance-lines.ts'
import { measureText } from './measure-text.ts'
import { LINES, type LineKind, measured, PICTURE, type Spacing } from './picture-measures.ts'
import { wrapText } from './wrap-text.ts'

/** A line of text inside of a box. */
export interface TextLine {
  readonly text: string
  readonly kind: LineKind
  /** Distance from the start of the box: its right end for text from right to left. */
  readonly x: number
  /** Baseline, from the top of the box. */
  readonly y: number
  /** True if `x` is the end of the line. */
  readonly isAtEnd?: boolean
  /** BCP 47, for words in another language. */
  readonly language?: string
}

export interface TextBox {
  readonly lines: readonly TextLine[]
  readonly height: number
}

interface CardPlace {
  readonly width: number
  readonly spacing: Spacing
  /** True if the name of the document stands above all cards of the column. */
  readonly isSourceAbove?: boolean
}

/**
 * Returns the lines of a card: proposition, status with by-line, quote, source and date. Source and date stand at the end of
 * the by-line, or else of the quote, if they fit there.
 */
export function cardLines(
  card: ClaimCard,
  { width, spacing, isSourceAbove = false }: CardPlace,
  messages: Messages,
): TextBox {
  const { right, left } = PICTURE.card
  const inner = width - left - right
  const lines: TextLine[] = []
  let y = spacing.cardTop
  const put = (kind: LineKind, texts: readonly string[], rest: Partial<TextLine> = {}): void => {
    const { line, size } = LINES[kind]
    for (const text of texts) {
      if (text !== '') lines.push({ text: withSpaces(text), kind, x: left, y: baseline(y, line, size), ...rest })
      y += line
    }
  }
  const kept = (text: string, kind: LineKind): string =>
    withoutBreaks(text, card.unbroken, { ...measured(LINES[kind]), width: inner })

  put(
    'proposition',
    balancedLines(kept(card.headline.proposition, 'proposition'), { ...measured(LINES.proposition), width: inner }),
  )
  const { status: word, by: whole } = statusWithBy(card.headline)
  const wordLines = wrapText(word, { ...measured(LINES.status), width: inner - PICTURE.iconGap })
  const first = lines.length
  put('status', wordLines, { x: left + PICTURE.iconGap })
  y -= LINES.status.line
  const indent = PICTURE.iconGap + measureText(`${wordLines.at(-1) ?? ''} `, measured(LINES.status))
  const wrapped = (words: string) => wrapText(kept(words, 'by'), { ...measured(LINES.by), width: inner, indent })
  const by = firstWithin(MAX_BY_LINES, (card.shorter ?? [whole]).map(wrapped))
  put('by', by)
  const begun = lines[first + wordLines.length]
  if (by[0] !== '' && begun) lines[first + wordLines.length] = { ...begun, x: left + indent }

  const { lead, assessment } = card
  if (lead) {
    const source = [isSourceAbove ? '' : lead.source, lead.whenInShort].filter(Boolean).join(', ')
    const taken = BEFORE_SOURCE + measureText(source, measured(LINES.source))
    const atEnd = (): void => {
      const at = lines.at(-1)?.y ?? y
      if (source !== '') lines.push({ text: source, kind: 'source', x: width - right, y: at, isAtEnd: true })
    }
    const last = measureText(by.at(-1) ?? '', measured(LINES.by)) + (by.length === 1 ? indent : 0)
    const isBesideBy = last + taken <= inner
    if (isBesideBy) atEnd()
    const complete = lead.quote ? quoteLines(lead.quote.value, inner, messages) : []
    const language = lead.quote?.language
    const isEnded = complete.length > 0 && measureText(complete.at(-1) ?? '', measured(LINES.quote)) + taken <= inner
    const isCut = !isBesideBy && !isEnded && complete.length > 1 && taken < inner * (1 - LEAST_BESIDE_SOURCE)
    const quote = isCut && lead.quote ? quoteLines(lead.quote.value, inner, messages, taken) : complete
    const isBesideQuote = isEnded || isCut
    if (quote.length > 0) y += spacing.quoteGap
    put('quote', quote, language === undefined ? {} : { language })
    if (!isBesideBy && isBesideQuote) atEnd()
    else if (!isBesideBy) put('source', wrapText(kept(source, 'source'), { ...measured(LINES.source), width: inner }))
  }
  if (assessment) put('judged', wrapText(assessment.text, { ...measured(LINES.judged), width: inner, maxLines: 3 }))
  return { lines, height: Math.ceil(y + spacing.cardBottom) }
}

/** Distance between words and the source at the end of their line, in px. */
const BEFORE_SOURCE = 10

/** Least part of the last line of a quote that is left beside the source, for which the quote is cut. */
const LEAST_BESIDE_SOURCE = 0.3

const MAX_BY_LINES = 2

/** Returns the first text of at most so many lines, or else the first one of the fewest lines: no name is cut. */
function firstWithin(max: number, texts: readonly (readonly string[])[]): readonly string[] {
  const fewest = Math.min(...texts.map(({ length }) => length))
  return texts.find(({ length }) => length <= Math.max(max, fewest)) ?? []
}

const MAX_QUOTE_LINES = 2

/**
 * Returns at most two lines in quotation marks, cut at a word.
 *
 * @param taken part of the second line that is taken at its end, in px
 */
function quoteLines(value: string, width: number, messages: Messages, taken = 0): readonly string[] {
  const [open = '', close = ''] = messages.quoted('\n').split('\n')
  const room = width - measureText(close, measured(LINES.quote))
  const wrapping = { ...measured(LINES.quote), width: room, maxLines: MAX_QUOTE_LINES }
  const whole = wrapText(`${open}${value}`, wrapping)
  const [first = '', ...others] = whole
  const rest = others.join(' ')
  const lines =
    taken === 0 || rest === '' ? whole : [first, ...wrapText(rest, { ...wrapping, width: room - taken, maxLines: 1 })]
  return lines.map((line, i) => (i === lines.length - 1 ? `${line}${close}` : line))
}

/** Returns the lines of a node of data or of an end. */
export function labelLines({ label }: ViewNode, width: number): TextBox {
  const { x, y } = PICTURE.box
  const { size, line } = LINES.label
  const texts = balancedLines(label, { ...measured(LINES.label), width: width - 2 * x, maxLines: 6 })
  return {
    lines: texts.map((text, i) => ({ text, kind: 'label' as const, x, y: baseline(y + i * line, line, size) })),
    height: Math.max(MIN_TARGET, 2 * y + texts.length * line),
  }
}

const MIN_TARGET = 27

const baseline = (top: number, line: number, size: number): number =>
  Math.round((top + (line + size * 0.72) / 2) * 100) / 100
