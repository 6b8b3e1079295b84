import { toRevisionNumber } from '../../src/domain/revision-number.ts'
import type { ExportFormat, ExportSource } from '../../src/exports/export-format.ts'
import type { Cell, Table } from '../../src/exports/tables/table.ts'
import { en } from '../../src/messages/en.ts'

/** A table of the given lines, with the columns a, b, c … */
export const tableOfLines = (lines: readonly (readonly Cell[])[], name: Table['name'] = 'claims'): Table => {
  const columns = (lines[0] ?? []).map((_, i) => String.fromCharCode(97 + i))
  return {
    name,
    columns,
    meanings: () => columns,
    async *lines() {
      yield* lines
    },
  }
}

async function* none(): AsyncIterable<never> {}

/** A source without claims, for formats that are given their lines. */
export const EMPTY_SOURCE: ExportSource = {
  messages: en,
  revision: toRevisionNumber(1),
  recordedAt: '2026-11-01T00:00:00.000Z',
  query: new URLSearchParams(),
  url: 'https://example.org/export/claims.csv?lang=en',
  publicUrl: 'https://example.org',
  urlOf: (kind, slug) => `https://example.org/${kind}/${slug}`,
  countClaims: async () => 0,
  claims: none,
  entities: none,
  sources: none,
  concepts: none,
  stories: none,
  claimsOfStory: none,
  entitiesWithEntries: none,
  sourcesWithEntries: none,
  gathered: () => EMPTY_SOURCE,
}

/** Returns the bytes of a format. */
export async function bytesOf(format: ExportFormat, source: ExportSource = EMPTY_SOURCE): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of format.write(source)) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
