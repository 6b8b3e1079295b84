import { parseSwitch } from '../config/parse-settings.ts'
import type { Settings } from '../config/settings.ts'
import type { Log, LogLine } from '../server/log.ts'
import type { LoadResult } from '../store/write/load-dataset.ts'
import { codeOf, messageOf } from './error-text.ts'
import { describeLoad } from './load-seeds.ts'
import type { Terminal } from './terminal.ts'

/** Reports of a server's events, as text or as JSON. */
export interface Reports {
  readonly log: Log
  readonly loaded: (folder: string, result: LoadResult) => void
  readonly listening: (base: string, port: number) => void
  readonly stopping: () => void
  readonly stopped: () => void
  /** Reports a failure as JSON. @throws the given error in text reports, since the caller of the command prints it */
  readonly failed: (error: unknown) => void
}

/** Reports as sentences, and only warnings and errors of the log. */
export function reportAsText(terminal: Terminal, settings: Settings, now: () => Date): Reports {
  return {
    log: (line) => {
      if (line.level !== 'info') terminal.note(toText(line, now()))
    },
    loaded: (folder, result) => terminal.note(describeLoad(folder, result)),
    listening: (base) => terminal.write(greet(base, settings)),
    stopping: () => terminal.note('Stopping …'),
    stopped: () => undefined,
    failed: (error) => {
      throw error
    },
  }
}

/** Longest wait of the line of a request before it is written, in milliseconds. */
const COLLECTED_MS = 50
/** Maximum of lines that are written together. */
const MAX_COLLECTED = 200

/**
 * Reports one JSON line for each event: the URL of the server to standard output, everything else to standard error.
 * Lines of requests are written together, for at most COLLECTED_MS, since each write blocks the thread. All other lines
 * are written at once, after the lines before them.
 */
export function reportAsJson(terminal: Terminal, now: () => Date): Reports {
  const collected: { readonly line: LogLine; readonly instant: Date }[] = []
  let timer: NodeJS.Timeout | null = null
  function write(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    const lines = collected.splice(0).map(({ line, instant }) => toText(line, instant))
    terminal.note(lines.join('\n'))
  }
  const log: Log = (line) => {
    collected.push({ line, instant: now() })
    if (line.event !== 'request' || collected.length >= MAX_COLLECTED) write()
    else timer ??= setTimeout(write, COLLECTED_MS)
  }
  return {
    log,
    loaded: (folder, { changed, revision, created, ended }) =>
      log({ level: 'info', event: 'loaded', folder, changed, revision, created, ended }),
    listening: (base, port) =>
      terminal.write(toText({ level: 'info', event: 'listening', api: `${base}/graphql`, port }, now())),
    stopping: () => log({ level: 'info', event: 'stopping' }),
    stopped: () => log({ level: 'info', event: 'stopped' }),
    failed: (error) => log({ level: 'error', event: 'failed', code: codeOf(error), message: messageOf(error) }),
  }
}

/** Returns a line as JSON with its instant. Serializing an object of both would take twice the time. */
const toText = (line: LogLine, instant: Date): string => `{"at":"${toIso(instant)}",${JSON.stringify(line).slice(1)}`

let last = { ms: Number.NaN, iso: '' }

/** Returns the ISO form of an instant. Lines of one millisecond share it. */
function toIso(instant: Date): string {
  const ms = instant.getTime()
  if (ms !== last.ms) last = { ms, iso: instant.toISOString() }
  return last.iso
}

function greet(base: string, settings: Settings): string {
  const lines = [`API         ${base}/graphql`, `Health      ${base}/readyz`, 'Stop with Ctrl+C.']
  if (parseSwitch('SANAD_PLAYGROUND', settings)) lines.unshift(`Playground  ${base}/graphql (in a browser)`)
  lines.unshift(`Pages       ${base}/`)
  return lines.join('\n')
}
