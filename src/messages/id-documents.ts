import type { enDocuments } from './en-documents.ts'

/** Words of dossiers and references in Indonesian. */
export const idDocuments: typeof enDocuments = {
  end: (content) => `Akhir: ${content}`,
  sources: (count) => `${count} sumber`,
  claimant: 'Penutur',
  stance: 'Sikap',
  polarity: 'Polaritas',
  certainty: 'Kepastian',
  day: 'Tanggal',
  inNoStory: 'Klaim di luar cerita',
  shownAbove: 'lihat di atas',
  moreStatements: (count) => `${count} pernyataan lain dibaca dalam sumber ini.`,
}
