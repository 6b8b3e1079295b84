import type { enWorkbook } from './en-workbook.ts'

/** Words of the first sheet of an exported workbook in Indonesian. */
export const idWorkbook: typeof enWorkbook = {
  readMe: 'Baca dahulu',
  about:
    'Klaim dengan penutur, dokumen, dan kata-katanya. Klaim bukan fakta: statusnya menunjukkan siapa yang menyatakan, mengonfirmasi, atau membantahnya.',
  url: 'Alamat berkas ini',
  revision: 'Revisi basis data',
  recordedAt: 'Dicatat pada',
  language: 'Bahasa',
  filter: 'Saringan',
  noFilter: 'tidak ada: semua klaim',
  cite: 'Cara mengutip',
  citation: (url, revision) => `Sanad, revisi ${revision}, ${url}`,
  licence:
    'Lisensi dokumen, dan kredit yang diwajibkannya. Lembar kerja memuat keduanya untuk setiap dokumen. Kutipan adalah milik penulisnya.',
  noLicence: 'Lisensi tidak diketahui',
  moreLicences: (count) => `Lebih dari ${count}: lihat kolom licence dan attribution pada lembar sources.`,
  several:
    'Beberapa nilai dalam satu sel dipisahkan oleh garis tegak di antara spasi. Nilai ke-n dari kolom-kolom satu baris saling berkaitan.',
  longCells: (limit, mark) =>
    `Sel lembar kerja memuat paling banyak ${limit} karakter. Teks yang lebih panjang berakhir dengan ${mark}; berkas CSV memuatnya secara utuh.`,
  cutMark: ' […] (terpotong: lihat berkas CSV)',
  control: 'Karakter yang tidak dapat dimuat lembar kerja diganti dengan \uFFFD.',
  sheet: 'Lembar',
  column: 'Kolom',
  meaning: 'Arti',
  sheets: {
    claims: 'satu baris untuk setiap klaim',
    assertions: 'satu baris untuk setiap pernyataan tentang klaim',
    sources: 'satu baris untuk setiap dokumen, dengan pernyataannya',
    entities: 'satu baris untuk setiap pihak, dengan pernyataannya',
  },
}
