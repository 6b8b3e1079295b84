import { clearLine, cursorTo } from 'node:readline'

/** Where a command writes, so that nothing below main.ts touches the process. */
export interface Terminal {
  /** The answer: standard output, for people and for pipes. */
  readonly write: (text: string) => void
  /** What is going on: standard error. */
  readonly note: (text: string) => void
  /** A line that is written over, shown only to people; null takes it away. */
  readonly progress: (text: string | null) => void
}

export function createTerminal(stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream): Terminal {
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
    write: (text) => void stdout.write(`${text}\n`),
    note: (text) => {
      takeLineAway()
      stderr.write(`${text}\n`)
    },
    progress: (text) => {
      takeLineAway()
      if (stderr.isTTY && text !== null) stderr.write(text.slice(0, (stderr.columns ?? 80) - 1))
    },
  }
}
