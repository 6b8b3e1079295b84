import type { enGraph } from './en-graph.ts'

/** Words of exported graphs in Indonesian. */
export const idGraph: typeof enGraph = {
  exportedGraph: {
    edges: {
      SUBJECT: 'tentang',
      OBJECT: 'dengan objek',
      DATA: 'menyangkut data',
      USE: 'dengan penggunaan',
      SOURCE: 'dibaca dalam',
      PUBLISHED_BY: 'diterbitkan oleh',
      SPEAKS_FOR: 'berbicara atas nama',
      RESTS_ON: 'bersandar pada',
    },
    claimsOf: (name) => `Klaim tentang ${name}`,
    speakers: 'Penutur dan dokumen',
    revision: (number, recordedAt) => `Revisi ${number} catatan ini${recordedAt === '' ? '' : `, ${recordedAt}`}`,
  },
}
