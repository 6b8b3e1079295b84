import type { Weight } from '../../fonts/fonts.ts'
import { join, type Markup } from '../html/markup.ts'
import { type Colour, type Theme, TOKENS } from '../tokens.ts'
import { textBlock } from './card-text.ts'

/** A part of a picture. */
export interface Drawn {
  readonly drawn: Markup
  /** Height in px. */
  readonly height: number
}

export interface StackOptions {
  /** Upper and left edge, and width, in px. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly rtl: boolean
  readonly theme: Theme
}

interface Words {
  readonly size: number
  readonly colour: Colour
  readonly weight?: Weight
  readonly isSerif?: boolean
  /** Distance from the start of the lines, in px. */
  readonly indent?: number
  /** Distance below the text, in px. */
  readonly gap?: number
  readonly maxLines?: number
}

/** Creates a column of texts and marks for a picture. Each part moves the next one down by its height. */
export function createStack({ x, y: top, width, rtl, theme }: StackOptions) {
  const drawn: Markup[] = []
  let y = top
  return {
    text: (
      words: string,
      { size, colour, weight = 'regular', isSerif = false, indent = 0, gap = 0, maxLines }: Words,
    ): void => {
      if (words === '') return
      const block = textBlock(words, {
        x: rtl ? x + width - indent : x + indent,
        y,
        width: width - indent,
        size,
        weight,
        isSerif,
        rtl,
        fill: TOKENS.colours[colour][theme],
        ...(maxLines === undefined ? {} : { maxLines }),
      })
      drawn.push(block.drawn)
      y += block.height + gap
    },
    /** Draws a part at the current y and moves down by `height` px. */
    put: (draw: (y: number) => Markup, height = 0): void => {
      drawn.push(draw(y))
      y += height
    },
    space: (px: number): void => {
      y += px
    },
    /** Moves down to `least`, in px, unless it is further down already. */
    reach: (least: number): void => {
      y = Math.max(y, least)
    },
    bottom: (): number => y,
    done: (): Drawn => ({ drawn: join(...drawn), height: Math.ceil(y - top) }),
  }
}
