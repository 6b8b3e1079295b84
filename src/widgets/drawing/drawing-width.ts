/**
 * Width of a drawing: legible, and within an article's column of 600 px. Wider columns scale it up, narrower ones show
 * the list in its place.
 */
export const DRAWING_WIDTH = 576
