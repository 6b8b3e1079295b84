import type { Position } from './seed-problem.ts'

const LINE_FEED = 10

/** Decodes UTF-8; null for invalid bytes. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Position of the first invalid byte. */
export function firstWrongByte(bytes: Uint8Array): Position {
  let line = 1
  for (let start = 0; ; line += 1) {
    const end = bytes.indexOf(LINE_FEED, start)
    const rest = bytes.subarray(start, end < 0 ? bytes.length : end)
    if (decodeUtf8(rest) === null) return { line, column: longestValid(rest).length + 1 }
    if (end < 0) return { line: 1, column: 1 }
    start = end + 1
  }
}

/** Finds the first invalid byte by bisection, since a line may be as long as a file. */
function longestValid(bytes: Uint8Array): string {
  let [valid, wrong] = [0, bytes.length + 1]
  while (wrong - valid > 1) {
    const middle = Math.floor((valid + wrong) / 2)
    if (decodeBeginning(bytes.subarray(0, middle)) === null) wrong = middle
    else valid = middle
  }
  return decodeBeginning(bytes.subarray(0, valid)) ?? ''
}

/** Decodes a beginning, and ignores an incomplete character at its end; null for invalid bytes. */
function decodeBeginning(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return null
  }
}
