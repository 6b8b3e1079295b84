import type { enExports } from './en-exports.ts'

/** Words of the links to exports, and of the citation of a list or a search, in Indonesian. */
export const idExports: typeof enExports = {
  files: 'Berkas klaim-klaim ini',
  everything: 'Berkas semua klaim',
  says: 'Ucapannya',
  about: 'Tentangnya',
  page: 'Halaman ini',
  groups: {
    SPREADSHEET: 'Lembar sebar',
    GRAPH: 'Gambar dan graf',
    LINKED_DATA: 'Data tertaut',
    DOCUMENT: 'Dokumen',
    API: 'API',
  },
  citeSearch: 'Kutip pencarian ini',
  citeList: 'Kutip daftar ini',
  searchFor: (text) => `pencarian “${text}”`,
  list: (title) => `daftar “${title}”`,
  entries: (count) => `${count} entri`,
  nothing: 'tidak ada yang ditemukan',
  stood: (when, revision) => `Menurut keadaan basis data pada ${when} (revisi ${revision}).`,
  nothingThen: (when, revision) =>
    `Tidak ada yang ditemukan, menurut keadaan basis data pada ${when} (revisi ${revision}).`,
  empty: 'Basis data masih kosong: belum ada yang dicatat (revisi 0).',
  emptyThen: 'Saat itu basis data masih kosong: belum ada yang dicatat (revisi 0).',
  citation: (searched, found, when, revision, url, read) =>
    `Sanad, ${searched}: ${found}, menurut keadaan basis data pada ${when} (revisi ${revision}), ${url} (dibaca ${read}).`,
}
