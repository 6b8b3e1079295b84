import { resolveClaimQuery } from '../domain/claim-query.ts'
import type { GraphStore } from '../domain/graph-store.ts'
import { canonicalClaimQuery, parseClaimQuery } from '../domain/parse-claim-query.ts'
import type { Messages } from '../messages/en.ts'
import { checkLimits } from './check-limits.ts'
import type { ExportFormat, ExportSource } from './export-format.ts'
import { readSource } from './read-source.ts'

export interface ExportRequest {
  readonly format: ExportFormat
  /** Parameters of an address; those of a claim query filter the claims, others are ignored. */
  readonly query: URLSearchParams
  readonly messages: Messages
  /** ISO instant; null for the newest revision. */
  readonly asOf: string | null
  /** Base of absolute URLs, without a trailing slash. */
  readonly publicUrl: string
}

/**
 * Returns the content of an export at one revision.
 * @throws DomainError for the filter, as parseClaimQuery and resolveClaimQuery; LIMIT_EXCEEDED for more claims than the format
 *   takes
 */
export async function openExport(
  store: GraphStore,
  { format, query, messages, asOf, publicUrl }: ExportRequest,
): Promise<ExportSource> {
  const revision = await store.revisionAt(asOf)
  const filters = canonicalClaimQuery(query)
  const claimQuery = parseClaimQuery(query)
  const filter = claimQuery === null ? null : await resolveClaimQuery(store, claimQuery, { revision })
  const recordedAt = (await store.revisions()).find(({ number }) => number === revision)?.recordedAt ?? null
  const pinned = new URLSearchParams({ lang: messages.tag })
  // Before the first revision, the instant of the request: without one, the address would lead to later claims.
  const instant = recordedAt ?? asOf
  if (instant !== null) pinned.set('asOf', instant)
  for (const [name, value] of filters) pinned.set(name, value)
  const url = `${publicUrl}/export/${format.file}?${pinned}`
  const source = readSource({ store, filter, query: filters, revision, recordedAt, messages, publicUrl, url })
  await checkLimits(format, source)
  return source
}
