/** Words of the first sheet of an exported workbook in English. */
export const enWorkbook = {
  readMe: 'Read me',
  about:
    'Claims with their speakers, documents and words. A claim is no fact: its status says who states, confirms or denies it.',
  url: 'Address of this file',
  revision: 'Revision of the database',
  recordedAt: 'Recorded at',
  language: 'Language',
  filter: 'Filter',
  noFilter: 'none: all claims',
  cite: 'How to cite',
  citation: (url: string, revision: number): string => `Sanad, revision ${revision}, ${url}`,
  licence:
    'Licences of the documents, and the credits that they require. The sheets have both for each document. Quotes belong to their authors.',
  noLicence: 'Licence unknown',
  moreLicences: (count: number): string =>
    `More than ${count}: see the columns licence and attribution of the sheet sources.`,
  several:
    'A bar between spaces separates the values of a cell. The n-th values of the columns of one line belong together.',
  longCells: (limit: number, mark: string): string =>
    `A sheet has at most ${limit} characters in a cell. A longer text ends with ${mark}; the CSV files have it in full.`,
  /** Stands at the end of a text that a cell has no place for. */
  cutMark: ' […] (cut: see the CSV file)',
  control: 'Characters that a sheet cannot have are replaced by \uFFFD.',
  sheet: 'Sheet',
  column: 'Column',
  meaning: 'Meaning',
  sheets: {
    claims: 'a line for each claim',
    assertions: 'a line for each statement on a claim',
    sources: 'a line for each document, with its statements',
    entities: 'a line for each entity, with its statements',
  },
}
