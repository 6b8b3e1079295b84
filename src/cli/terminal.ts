import { clearLine, cursorTo } from 'node:readline'
import { printable, printableLines } from '../text/printable.ts'

/**
 * Output of a command, so that main.ts alone touches the process. Control characters other than line breaks are replaced, so
 * text from a file or a URL cannot act on the terminal. JSON keeps its meaning.
 */
export interface Terminal {
  /** Writes a result to standard output. */
  readonly write: (text: string) => void
  /** Writes a message to standard error. */
  readonly note: (text: string) => void
  /** Replaces the progress line, on a terminal only; null removes it. */
  readonly progress: (text: string | null) => void
}

/** An output stream: of the process, or of a test. */
type Output = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number }

export function createTerminal(stdout: Output, stderr: Output): Terminal {
  // A pipe such as `sanad query … | head` closes the output early. That is no failure.
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
