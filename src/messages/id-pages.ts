import type { enPages } from './en-pages.ts'

/** Words of the pages of a story and a claim in Indonesian. */
export const idPages: typeof enPages = {
  alertTitle: 'Halaman ini tidak dapat ditampilkan',
  embedMeans: 'Sematan memberi tahu pembaca bila catatan ini berubah.',
  embedAlone: 'Buka sematannya saja',
  sideCounts: {
    title: 'Dalam catatan ini',
    speakers: 'Penutur',
    statements: 'Pernyataan',
    data: 'Jenis data',
    uses: 'Penggunaan',
    lastChanged: 'Terakhir diubah',
    more: (count) => `dan ${count} lagi`,
    countedOver: (claims) => `Penutur, data, penggunaan, dan sumber dihitung dari ${claims} klaim di antaranya.`,
  },
  storyPage: {
    tabs: 'Tampilan cerita',
    tab: { graph: 'Gambar', list: 'Daftar', matrix: 'Tabel', timeline: 'Lini masa' },
    more: (count) => `${count} klaim lagi ada di dalam daftar.`,
    seeAll: 'Lihat semua klaim',
    only: (statuses) => `Hanya klaim dengan status: ${statuses}.`,
    withoutCell: (count) => `${count} klaim tidak menyebut data maupun penggunaan, atau membahas sebuah dokumen.`,
    pages: 'Halaman daftar',
    firstPage: 'Halaman pertama',
    nextPage: 'Halaman berikutnya',
  },
  claimPage: {
    statements: (count, groups) =>
      count === 1
        ? '1 pernyataan'
        : `${count} pernyataan, yang menentukan lebih dahulu${groups > 1 ? ' di tiap kelompok' : ''}`,
    decides: (count) =>
      count === 1
        ? 'Menentukan status'
        : count === 2
          ? 'Menentukan status, bersama yang berikutnya'
          : `Menentukan status, bersama ${count - 1} yang berikutnya`,
    since: 'Berlaku sejak',
    until: 'Berlaku sampai',
    noDate: 'Tanpa tanggal',
    inSource: 'di sumbernya',
    evidence: 'Rincian bukti',
    evidenceNote: 'alamat, rekaman, sidik teks, letak kutipan',
    characters: (from, until) => `karakter ${from}–${until}`,
    earliest: 'Rumusan paling awal yang ditemukan',
    earliestFirst: 'dari yang paling awal',
    byNewsroom: 'penilaian kami',
    notRead: 'kata-katanya sendiri tidak dibaca',
    changed: 'Yang berubah dalam perjalanannya',
    readOn: 'Baca juga',
    asReadIn: (document) => `menurut ${document}`,
    relates: {
      SUPPORTS: 'Mendukung',
      DISAGREES_WITH: 'Tidak sejalan dengan',
      QUALIFIES: 'Membatasi',
      BASIS_FOR: 'Menjadi dasar bagi',
      DERIVED_FROM: 'Berasal dari',
    },
    isRelated: {
      SUPPORTS: 'Didukung oleh',
      DISAGREES_WITH: 'Tidak sejalan dengan',
      QUALIFIES: 'Dibatasi oleh',
      BASIS_FOR: 'Berdasar pada',
      DERIVED_FROM: 'Dituturkan kembali sebagai',
    },
  },
}
