import type { ExportReader, ReadStatement } from '../export-reader.ts'
import { readBibtex } from '../read-bibtex.ts'

/** Reads the numbered lines of an English note, of which a reader of TeX has made one line. */
function statementsOfNote(note: string, source: string): readonly ReadStatement[] {
  const statements: ReadStatement[] = []
  let from = 0
  for (let number = 1; from < note.length; number += 1) {
    const ends = [...note.slice(from).matchAll(new RegExp(`\\s(?=${number + 1}\\. )`, 'g'))].map(
      ({ index }) => from + index,
    )
    const end = [...ends, note.length].find((place) => LINE.test(note.slice(from, place)))
    if (end === undefined) break
    const [, headline = '', status = '', claimant = '', ...others] = LINE.exec(note.slice(from, end)) ?? []
    const [stance = '', polarity = '', certainty = '', quote = '', attribution = ''] = others
    statements.push({ headline, status, stance, polarity, certainty, claimant, source, quote, attribution })
    from = end + 1
  }
  return statements
}

const LINE =
  /^\d+\. (.*)\. Status: (\w+)\. Speaker: (.*?)\. Stance: (\w+)\. Polarity: (\w+)\. Certainty: (\w+)(?:\. Words: “(.*?)”)?(?:\. Attribution: (.*))?$/s

const plainTitle = (title: string): string => title.replace(/^\[(.*)\]$/s, '$1')

interface Item {
  readonly title: string
  readonly note?: string
}

export const sourcesCslReader: ExportReader = {
  file: 'sources.csl.json',
  read: async (bytes) => {
    const items: readonly Item[] = JSON.parse(bytes.toString('utf8'))
    return items.flatMap(({ title, note = '' }) => statementsOfNote(note, plainTitle(title)))
  },
}

export const sourcesBibtexReader: ExportReader = {
  file: 'sources.bib',
  read: async (bytes) =>
    (await readBibtex(bytes.toString('utf8'))).flatMap(({ fields }) =>
      statementsOfNote(fields.note ?? '', plainTitle(fields.title ?? '')),
    ),
}
