import type { enFeeds } from './en-feeds.ts'

/** Words of feeds and of links to them in Indonesian. */
export const idFeeds: typeof enFeeds = {
  follow: 'Ikuti',
  followMeans: 'Lihat perubahan di sini dengan pembaca umpan: pernyataan baru, bantahan, dan koreksi.',
  atom: 'Umpan (Atom)',
  all: 'Semua perubahan',
  allMeans: 'Klaim yang terakhir berubah, masing-masing dengan status, siapa yang mengatakannya, dan dokumennya.',
  corrections: 'Koreksi',
  correctionsMeans: 'Pernyataan yang ditarik kembali, entri yang dicabut redaksi, dan klaim yang dihapus.',
  changes: (title) => `Perubahan: ${title}`,
  changesMeans: 'Klaim yang terakhir berubah, dan klaim yang dihapus.',
  history: (title) => `Riwayat: ${title}`,
  historyMeans: 'Klaim ini setelah setiap perubahan, yang terbaru lebih dulu.',
  correction: {
    RETRACTED: 'Ditarik kembali',
    WITHDRAWN: 'Dicabut',
    REMOVED: 'Dihapus',
  },
  searchName: 'Sanad',
  searchMeans: 'Cari di Sanad: siapa mengatakan apa, tentang data yang mana.',
}
