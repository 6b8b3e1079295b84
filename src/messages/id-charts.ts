import type { enCharts } from './en-charts.ts'

/** Words of pictures, tables, networks and timelines in Indonesian. */
export const idCharts: typeof enCharts = {
  matrixParts: {
    predicates: {
      COLLECTS: 'mengumpulkan',
      PROCESSES: 'mengolah',
      SELLS: 'menjual',
      SHARES_WITH: 'membagikan',
      EARNS: 'memperoleh uang darinya',
    },
    otherUses: 'penggunaan lain',
    moreKinds: (count) => `${count} jenis data lagi`,
    noKind: (name) =>
      `Catatan ini tidak memuat klaim tentang apa yang dilakukan ${name} dengan satu pun jenis data berikut.`,
    notOf: (name, count, all) =>
      `Catatan ini tidak memuat klaim tentang apa yang dilakukan ${name} dengan ${count} dari ${all} jenis data berikut`,
  },
  networkParts: {
    reports: () => 'melaporkan',
    claims: (count, negated) => {
      const claims = count === 1 ? 'satu klaim' : `${count} klaim`
      return negated ? `bahwa ${claims} tidak benar` : claims
    },
    spokenOf: (count) => `dibicarakan dalam ${count} klaim`,
    of: 'tentang',
    listed: (count) => (count === 1 ? 'Garis itu sebagai teks' : `${count} garis itu sebagai teks`),
    moreEdges: (count) => `${count} garis lagi ada sebagai teks di bawah.`,
  },
  timelineParts: {
    legend: {
      SAID: 'dikatakan',
      HOLDS: 'berlaku sejak saat itu',
      CAPTURED: 'dokumen direkam',
      RECORDED: 'dicatat di sini',
    },
    undated: (count) => `Sumber tidak menyebut tanggalnya: ${count} pernyataan`,
    moreEvents: (count) => `dan ${count} pernyataan lagi`,
    morePeriods: (count) => `dan ${count} masa berlaku lain, dalam daftar`,
  },
  picture: {
    collects: 'Mengumpulkan',
    collectsOf: (who) => `${who} mengumpulkan`,
    ownWords: 'menurut pernyataannya sendiri',
    othersWords: 'menurut pihak lain',
    data: 'Data',
    uses: 'Untuk apa, dan menurut siapa',
    ends: 'Penggunaan',
    sell: 'menjual',
    shareWith: (whom) => `membagikan kepada ${whom}`,
    competeWith: (whom) => `bersaing dengan ${whom}`,
    pursue: (aim) => `mengejar ${aim}`,
    since: (date) => `berlaku sejak ${date}`,
    between: (from, until) => `berlaku dari ${from} sampai ${until}`,
    sinceInShort: (date) => `sejak ${date}`,
    asPut: (source) => `menurut ${source}`,
    noDate: 'tanpa tanggal',
    statuses: 'Status semua klaim: pilih satu untuk melihat klaimnya saja',
    all: 'Semua status',
    views: 'Tampilan',
    tabs: { graph: 'Gambar', list: 'Daftar', matrix: 'Tabel', timeline: 'Lini masa' },
    shown: (shown, all) => `${shown} dari ${all} klaim.`,
    seeAll: 'Lihat semua',
    listed: (count) => (count === 1 ? 'Klaim itu sebagai teks' : `${count} klaim itu sebagai teks`),
    showMore: (count) => `Tampilkan ${count} lagi`,
    seeAllOf: (count) => (count === 1 ? 'Lihat klaimnya' : `Lihat semua ${count} klaim`),
    translated: 'Kata-kata dalam bahasa lain ditampilkan di sini dalam terjemahan kami.',
    about: (name) => `Semua klaim: ${name}`,
    moreData: (count) => `dan ${count} lagi`,
  },
}
