import { clearLine, cursorTo } from 'node:readline'
import { printable, printableLines } from '../text/printable.ts'

/**
 * Where a command writes, so that nothing below main.ts touches the process. Whatever is written, no control character but
 * the end of a line comes out: what a file or an address holds cannot act on the terminal. JSON stays the same JSON.
 */
export interface Terminal {
  /** The answer: standard output, for people and for pipes. */
  readonly write: (text: string) => void
  /** What is going on: standard error. */
  readonly note: (text: string) => void
  /** A line that is written over, shown only to people; null takes it away. */
  readonly progress: (text: string | null) => void
}

/** A stream of the process, or of a test. */
type Output = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number }

export function createTerminal(stdout: Output, stderr: Output): Terminal {
  // `sanad query … | head` closes our output early, which is no failure.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
  const takeLineAway = (): void => {
    if (!stderr.isTTY) return
    clearLine(stderr, 0)
    cursorTo(stderr, 0)
  }
  return {
    write: (text) => void stdout.write(`${printableLines(text)}\n`),
    note: (text) => {
      takeLineAway()
      stderr.write(`${printableLines(text)}\n`)
    },
    progress: (text) => {
      takeLineAway()
      if (stderr.isTTY && text !== null) stderr.write(printable(text).slice(0, (stderr.columns ?? 80) - 1))
    },
  }
}
