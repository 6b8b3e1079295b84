import { cslItem, NOTE_VALUES } from '../csl-item.ts'
import type { ExportFormat } from '../export-format.ts'

/** CSL JSON, which Zotero and pandoc read: a list with an item for each source. */
export const sourcesCsl: ExportFormat = {
  file: 'sources.csl.json',
  group: 'DOCUMENT',
  program: 'Zotero',
  mediaType: 'application/vnd.citationstyles.csl+json; charset=utf-8',
  description: 'CSL JSON, a reference for each document, with the statements read in it',
  async *write(source) {
    let separator = '['
    for await (const read of source.sourcesWithEntries(NOTE_VALUES)) {
      yield `${separator}\n${JSON.stringify(cslItem(read, source.messages))}`
      separator = ','
    }
    yield separator === '[' ? '[]\n' : '\n]\n'
  },
}
