const STRING_HEADER_BYTES = 24
const BEYOND_LATIN1 = /[^\0-\xff]/

/** Estimates the memory of a string, in bytes: V8 stores one byte per UTF-16 unit if all are Latin-1, else two. */
export const textBytes = (text: string): number =>
  STRING_HEADER_BYTES + text.length * (BEYOND_LATIN1.test(text) ? 2 : 1)
