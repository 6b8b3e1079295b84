import type { enAssistant } from './en-assistant.ts'

const STANCES = {
  STATES: 'pernyataan',
  CONFIRMS: 'konfirmasi',
  DENIES: 'bantahan',
  ALLEGES: 'tuduhan',
  SPECULATES: 'dugaan',
  REPORTS_UNKNOWN: 'keterangan bahwa hal itu belum diketahui',
  RETRACTS: 'penarikan',
}
const NEGATING: Partial<typeof STANCES> = {
  STATES: 'pernyataan bahwa tidak demikian',
  CONFIRMS: 'konfirmasi bahwa tidak demikian',
  ALLEGES: 'tuduhan bahwa tidak demikian',
  SPECULATES: 'dugaan bahwa tidak demikian',
}
const CERTAINTIES = {
  CERTAIN: '',
  PROBABLE: ', sebagai kemungkinan besar',
  POSSIBLE: ', sebagai kemungkinan',
  UNDERSPECIFIED: '',
}
const TENSES = { PRESENT: '', FUTURE: ', tentang masa depan' }

/** Words of the texts that assistants read, in Indonesian. */
export const idAssistant: typeof enAssistant = {
  stood: (instant, revision) => `menurut isi basis data pada ${instant} (revisi ${revision})`,
  stoodEmpty: (instant) => `menurut isi basis data pada ${instant} (sebelum revisi pertamanya)`,
  emptyDatabase: 'dalam basis data yang belum memiliki revisi',
  nothing: (stood) => `Tidak ada yang ditemukan, ${stood}.`,
  found: (shown, all, stood) =>
    `${all === null || all === shown ? shown : `${shown} dari ${all}`} ditemukan, ${stood}.`,
  more: 'Masih ada lagi selain yang ditampilkan di sini.',
  next: (cursor) => `Halaman berikutnya: after = ${cursor}`,
  rule: 'Ulangi setiap klaim bersama statusnya dan bersama pihak yang mengatakannya. Klaim bukan fakta.',
  quoted: (quote, source) => `“${quote}” – ${source}`,
  translated: (text) => `Terjemahan: “${text}”`,
  noQuote: (source) => `Tidak ada kata-kata yang dicatat, dibaca di ${source}`,
  noEvidence: 'Tidak ada pernyataan yang berlaku untuk klaim ini.',
  furtherEvidence: (count) => `${count} pernyataan lagi tentang klaim ini`,
  permalink: (url) => `Tautan permanen: ${url}`,
  act: ({ name, stance, negates, certainty, tense, day }) =>
    `${name} (${(negates ? NEGATING[stance] : undefined) ?? STANCES[stance]}${CERTAINTIES[certainty]}${TENSES[tense]}, ${day ?? 'tanggal tidak diketahui'})`,
  noDay: 'Tanggal tidak diketahui',
  unknownPerson: 'tidak disebut siapa',
  aboutIt: 'Klaim yang menyebutnya:',
  saidByIt: 'Klaim yang diberinya pernyataan:',
  path: (length) => `Hubungan dengan ${length} langkah:`,
  cell: (entity, data, use) => `${entity} · data: ${data} · penggunaan: ${use}`,
  none: 'tidak disebut',
  similarity: (score, words) => `Kata yang sama (bobot ${score}): ${words}`,
  captured: (source, found, absent) => `${source} direkam: ${found} kutipan ada di dalamnya, ${absent} tidak ada.`,
  verdict: (verdict, author, day, note) =>
    `Penilaian redaksi: ${verdict}, oleh ${author}, ${day}${note === '' ? '' : `. ${note}`}`,
  attribution: (credit) => `Kredit: ${credit}`,
}
