import { clearLine, cursorTo } from 'node:readline'
import { diskFull, isDiskFull } from '../store/disk-full.ts'
import { printable, printableLines } from '../text/printable.ts'

/**
 * Output of a command. Control characters other than line breaks are replaced, so that text from a file or a URL cannot control
 * the terminal. JSON keeps its meaning.
 */
export interface Terminal {
  /** Writes a result to standard output. */
  readonly write: (text: string) => void
  /**
   * Writes a part of a file to standard output. The promise resolves when the reader has taken it. A screen gets text without
   * control characters.
   * @returns false after the reader has closed the output, as `head` does
   * @throws DomainError DISK_FULL for an output into a file
   */
  readonly writeChunk: (chunk: string | Uint8Array) => Promise<boolean>
  /** Whether standard output is a screen, and neither a file nor a pipe. */
  readonly isScreen: boolean
  /** Writes a message to standard error. */
  readonly note: (text: string) => void
  /** Replaces the progress line, on a terminal only; null removes it. */
  readonly progress: (text: string | null) => void
}

/** An output stream: of the process, or of a test. */
type Output = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number }

export function createTerminal(stdout: Output, stderr: Output): Terminal {
  // A pipe such as `sanad query … | head` closes the output early. That is no failure.
  let isStreaming = false
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The promise of the chunk reports the error.
    if (isStreaming) return
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
  const isScreen = stdout.isTTY === true
  const decoder = new TextDecoder()
  const toScreen = (chunk: string | Uint8Array): string => {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    return printableLines(text.replaceAll('\r', ''))
  }
  const clearProgress = (): void => {
    if (!stderr.isTTY) return
    clearLine(stderr, 0)
    cursorTo(stderr, 0)
  }
  return {
    write: (text) => void stdout.write(`${printableLines(text)}\n`),
    writeChunk: (chunk) => {
      isStreaming = true
      return new Promise((resolve, reject) => {
        stdout.write(isScreen ? toScreen(chunk) : chunk, (error: NodeJS.ErrnoException | null | undefined) => {
          if (!error) resolve(true)
          else if (error.code === 'EPIPE') resolve(false)
          else reject(isDiskFull(error) ? diskFull(error) : error)
        })
      })
    },
    isScreen,
    note: (text) => {
      clearProgress()
      stderr.write(`${printableLines(text)}\n`)
    },
    progress: (text) => {
      clearProgress()
      if (stderr.isTTY && text !== null) stderr.write(printable(text).slice(0, (stderr.columns ?? 80) - 1))
    },
  }
}
