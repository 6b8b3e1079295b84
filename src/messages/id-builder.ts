import type { enBuilder } from './en-builder.ts'

/** Words of the builder of embeds in Indonesian. */
export const idBuilder: typeof enBuilder = {
  title: 'Sematkan dalam artikel',
  kind: 'Apa yang ditampilkan',
  thing: 'Misalnya: data biometrik, atau claim/x-sells-user-data',
  targetHint: 'Kata yang dicari, alamat di situs ini, atau beberapa nama untuk dibandingkan: X, Roll20',
  add: 'Tambahkan ke perbandingan: perusahaan, orang',
  compareWithOthers: 'bandingkan dengan yang lain',
  compareNow: (names) => `Bandingkan ${names}`,
  foreign: (url, own) =>
    `${url} bukan alamat di situs ini. Tempel alamat yang diawali ${own}, atau jalur seperti /claim/x-sells-user-data.`,
  view: 'Tampilan',
  statuses: 'Status (semua bila tidak dipilih)',
  limit: 'Jumlah klaim paling banyak',
  theme: 'Tema',
  themes: { auto: 'Seperti pembaca', light: 'Terang', dark: 'Gelap' },
  time: 'Waktu',
  live: 'Langsung: mengikuti catatan dan menyebut kapan catatan terakhir berubah',
  pinned: 'Tetap: seperti sekarang, dan menyebut bila catatan sudah berubah',
  width: 'Lebar pratinjau',
  preview: 'Pratinjau',
  show: 'Tampilkan',
  snippets: 'Salin salah satu',
  figure: 'Gambar dan skrip: berfungsi di umpan dan surel, juga tanpa JavaScript',
  iframe: 'Bingkai saja (iframe)',
  bare: 'Alamat saja: untuk WordPress, Ghost, dan sistem lain dengan oEmbed',
  copy: 'Salin',
  copied: 'Tersalin',
  selected: 'Terpilih: tekan Ctrl+C atau ⌘C',
  choose: 'Cari dahulu, lalu pilih yang akan disematkan.',
  problem: (text) => `Tidak dimengerti: ${text}`,
}
