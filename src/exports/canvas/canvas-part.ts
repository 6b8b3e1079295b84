import type { Values } from '../graph/graph-part.ts'

/** Place of a node in px: its upper left corner, with y downwards. Whole numbers. */
export interface CanvasPlace {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Node of JSON Canvas 1.0. Readers of the format ignore `sanad`, which has the same for programs. */
export type CanvasNode = CanvasPlace & { readonly id: string; readonly sanad?: Values } & (
    | { readonly type: 'text'; readonly text: string }
    | { readonly type: 'group'; readonly label: string }
  )

/** Edge of JSON Canvas 1.0, from the right side of a card to the left side of another. */
export interface CanvasEdge {
  readonly id: string
  readonly fromNode: string
  readonly fromSide: 'right' | 'bottom'
  readonly toNode: string
  readonly toSide: 'left' | 'top'
  readonly label: string
  readonly sanad?: Values
}
