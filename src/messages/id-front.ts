import type { enFront } from './en-front.ts'

/** Words of the home page in Indonesian. */
export const idFront: typeof enFront = {
  featured: 'Cerita pilihan',
  readStory: 'Baca ceritanya',
  shownOf: (shown: number, all: number): string => `${shown} dari ${all} klaim`,
  key: 'Arti setiap status',
  keyOf: {
    DISPUTED: 'sebagian menyatakan ya, sebagian lain tidak',
    DENIED: 'oleh pihak yang bersangkutan',
    CONFIRMED: 'oleh pihak yang bersangkutan, atau dinyatakan olehnya dan oleh pihak independen',
    STATED: 'oleh pihak yang bersangkutan; belum ada pihak independen yang mengonfirmasinya',
    STATED_NOT: 'pernyataannya sendiri, bukan bantahan atas ucapan siapa pun',
    REPORTED: 'oleh pihak lain',
    ALLEGED: 'diklaim, atau dikatakan tanpa menyebut narasumber',
    SPECULATED: 'sebuah dugaan; tak seorang pun mengaku tahu',
    UNKNOWN: 'tak ada yang mengatakan ya atau tidak',
  },
  also: 'Juga dalam catatan ini',
  allStories: (count: number): string => `Semua ${count} cerita`,
  lately: 'Perubahan terbaru',
  changed: (claims, story) => `${claims} klaim dalam “${story}” dicatat atau diubah`,
  revision: (number: number): string => `Revisi ${number} dicatat`,
  toTry: (count: number): string => (count === 3 ? 'Tiga pertanyaan untuk dicoba' : 'Pertanyaan untuk dicoba'),
  whoSays: (proposition: string): string => `Siapa yang mengatakan bahwa ${proposition}?`,
  contents: 'Isi catatan',
  summary: (claims: number, stories: number, changed: string): string =>
    `${claims} klaim dalam ${stories} cerita${changed === '' ? '' : `, terakhir berubah ${changed}`}`,
  uses: 'Penggunaan',
  all: (count: number): string => `semua ${count}`,
  saysAbout: (says: number, about: number): string =>
    [...(says === 0 ? [] : [`berbicara ${says}`]), ...(about === 0 ? [] : [`dibicarakan ${about}`])].join(', '),
  empty: 'Belum ada cerita yang dicatat.',
}
