import { bibtexEntry } from '../bibtex-entry.ts'
import { cslItem, NOTE_VALUES } from '../csl-item.ts'
import type { ExportFormat } from '../export-format.ts'

/** BibLaTeX: an entry for each source. The last line has their number. */
export const sourcesBibtex: ExportFormat = {
  file: 'sources.bib',
  group: 'DOCUMENT',
  program: 'Zotero',
  mediaType: 'application/x-bibtex; charset=utf-8',
  description: 'BibLaTeX, a reference for each document, with the statements read in it',
  async *write(source) {
    const { messages } = source
    const { documents } = messages.ui
    let count = 0
    for await (const read of source.sourcesWithEntries(NOTE_VALUES)) {
      count += 1
      yield `${bibtexEntry(cslItem(read, messages))}\n`
    }
    yield `% ${documents.end(documents.sources(count))}\n`
  },
}
