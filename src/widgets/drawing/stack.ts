import { join, type Markup } from '../html/markup.ts'
import { type Colour, type Theme, TOKENS } from '../tokens.ts'
import { textBlock } from './card-text.ts'
import type { Weight } from './fonts.ts'

/** A part of a picture, from its own upper edge on. */
export interface Drawn {
  readonly drawn: Markup
  /** In px. */
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
  /** From where lines begin. */
  readonly indent?: number
  /** Below the words. */
  readonly gap?: number
  readonly maxLines?: number
}

/** Words and marks of a picture, one below the other; each moves the next down by its height. */
export function createStack({ x, y: top, width, rtl, theme }: StackOptions) {
  const drawn: Markup[] = []
  let y = top
  return {
    text: (words: string, { size, colour, weight = 'regular', indent = 0, gap = 0, maxLines }: Words): void => {
      if (words === '') return
      const block = textBlock(words, {
        x: rtl ? x + width - indent : x + indent,
        y,
        width: width - indent,
        size,
        weight,
        rtl,
        fill: TOKENS.colours[colour][theme],
        ...(maxLines === undefined ? {} : { maxLines }),
      })
      drawn.push(block.drawn)
      y += block.height + gap
    },
    /** What is told where it stands; `height` px of room are its own. */
    put: (draw: (y: number) => Markup, height = 0): void => {
      drawn.push(draw(y))
      y += height
    },
    space: (px: number): void => {
      y += px
    },
    /** At least so far down. */
    reach: (least: number): void => {
      y = Math.max(y, least)
    },
    bottom: (): number => y,
    done: (): Drawn => ({ drawn: join(...drawn), height: Math.ceil(y - top) }),
  }
}
