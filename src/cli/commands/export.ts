import { publicUrlOf } from '../../config/parse-settings.ts'
import type { Settings } from '../../config/settings.ts'
import { DomainError } from '../../domain/errors.ts'
import { parseClaimQuery } from '../../domain/parse-claim-query.ts'
import type { ExportFormat } from '../../exports/export-format.ts'
import { joinChunks } from '../../exports/join-chunks.ts'
import { openExport } from '../../exports/open-export.ts'
import { messagesIn } from '../../messages/all-messages.ts'
import { isTextType } from '../../server/cache/cached-response.ts'
import { checkSettings } from '../../server/check-settings.ts'
import { loadSeeds } from '../load-seeds.ts'
import { type LocalStore, openOrFindServer } from '../open-local-store.ts'
import { readServerFile } from '../read-server-file.ts'
import type { Terminal } from '../terminal.ts'
import { writeAtomically } from '../write-atomically.ts'

export interface ExportOptions {
  readonly format: ExportFormat
  /** Filter, as the query parameters of an export. */
  readonly query: URLSearchParams
  readonly language: string
  /** ISO instant; null for the newest revision. */
  readonly asOf: string | null
  /** Path of the file; null for standard output. */
  readonly out: string | null
  readonly inMemory: boolean
  readonly seeds: string
}

const PROGRESS_EVERY_MS = 100

/**
 * Writes claims as a file, from the database or from the server that has it open.
 * @throws DomainError NOT_FOUND for an unknown slug; STORE_UNAVAILABLE for an incomplete response of a server
 */
export async function exportClaims(settings: Settings, options: ExportOptions, terminal: Terminal): Promise<number> {
  checkSettings(settings)
  const { format, out, query } = options
  parseClaimQuery(query)
  if (out === null && terminal.isScreen && !isTextType(format.mediaType)) {
    throw new DomainError('BAD_INPUT', `${format.file} is not a text that a screen can show: name a file with --out.`)
  }
  const found = await openOrFindServer(settings, { inMemory: options.inMemory, command: 'sanad export' })
  if ('api' in found) {
    await write(readServerFile(found.api, format.file, urlQuery(options)), options, terminal)
    return 0
  }
  const { local } = found
  try {
    await fill(local, options, terminal)
    const { language, asOf } = options
    // Without the claim index, each list of slugs of the newest revision would scan all claims.
    if (asOf === null) await local.prepareReads()
    const request = { format, query, messages: messagesIn(language), asOf, publicUrl: publicUrlOf(settings) }
    const source = await openExport(local.store, request)
    await write(joinChunks(format.write(source)), options, terminal)
    return 0
  } finally {
    await local.close()
  }
}

async function fill(local: LocalStore, { inMemory, seeds }: ExportOptions, terminal: Terminal): Promise<void> {
  if (inMemory) await loadSeeds(local, seeds, terminal, () => new Date())
  else if ((await local.store.revisionAt(null)) === 0) {
    terminal.note(`The database is empty; \`sanad seed ${seeds}\` fills it.`)
  }
}

/** Query of the same export at a server. */
function urlQuery({ query, language, asOf }: ExportOptions): URLSearchParams {
  const own = new URLSearchParams(query)
  own.set('lang', language)
  if (asOf !== null) own.set('asOf', asOf)
  return own
}

async function write(
  chunks: AsyncIterable<string | Uint8Array>,
  { format, out }: ExportOptions,
  terminal: Terminal,
): Promise<void> {
  const isShown = out === null && terminal.isScreen
  const counted = isShown ? chunks : withProgress(chunks, format.file, terminal)
  try {
    if (out !== null) await writeAtomically(out, counted)
    else for await (const chunk of counted) if (!(await terminal.writeChunk(chunk))) return
  } finally {
    terminal.progress(null)
  }
}

/** Reports the bytes that were written. */
async function* withProgress(
  chunks: AsyncIterable<string | Uint8Array>,
  file: string,
  terminal: Terminal,
): AsyncIterable<string | Uint8Array> {
  let bytes = 0
  let shownMs = performance.now()
  for await (const chunk of chunks) {
    yield chunk
    bytes += chunk.length
    const nowMs = performance.now()
    if (nowMs - shownMs < PROGRESS_EVERY_MS) continue
    shownMs = nowMs
    terminal.progress(`Exporting ${file}: ${Math.round(bytes / 1024)} KB`)
  }
}
