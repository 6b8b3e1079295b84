/** Words of the links to exports, and of the citation of a list or a search, in English. */
export const enExports = {
  /** Opens the list of formats of a page with one selection of claims. */
  files: 'Files of these claims',
  everything: 'Files of all claims',
  says: 'Says',
  about: 'Said about',
  page: 'This page',
  groups: {
    SPREADSHEET: 'Spreadsheet',
    GRAPH: 'Picture and graph',
    LINKED_DATA: 'Linked data',
    DOCUMENT: 'Documents',
    API: 'API',
  },
  citeSearch: 'Cite this search',
  citeList: 'Cite this list',
  searchFor: (text: string): string => `search for “${text}”`,
  list: (title: string): string => `list “${title}”`,
  entries: (count: number): string => (count === 1 ? '1 entry' : `${count} entries`),
  nothing: 'nothing found',
  /** @param when day and time */
  stood: (when: string, revision: number): string => `As the database stood on ${when} (revision ${revision}).`,
  nothingThen: (when: string, revision: number): string =>
    `Nothing found, as the database stood on ${when} (revision ${revision}).`,
  empty: 'The database is empty: nothing was recorded yet (revision 0).',
  emptyThen: 'The database was empty at that time: nothing was recorded yet (revision 0).',
  /** @param found number of results in words */
  citation: (searched: string, found: string, when: string, revision: number, url: string, read: string): string =>
    `Sanad, ${searched}: ${found}, as the database stood on ${when} (revision ${revision}), ${url} (read ${read}).`,
}
