const STRING_HEADER_BYTES = 24
const BEYOND_LATIN1 = /[^\0-\xff]/

/** Memory that a string takes, in bytes: V8 stores one byte per character where all are Latin-1, else two. */
export const textBytes = (text: string): number =>
  STRING_HEADER_BYTES + text.length * (BEYOND_LATIN1.test(text) ? 2 : 1)
