import type { enActs } from './en-acts.ts'

/** Verbs of stances, the same in singular and plural. */
const acts = {
  STATES: 'menyatakan',
  CONFIRMS: 'mengonfirmasi',
  DENIES: 'membantah',
  ALLEGES: 'mengklaim',
  SPECULATES: 'berspekulasi',
  REPORTS_UNKNOWN: 'menyebut',
  RETRACTS: 'menarik kembali',
}

/** Words for the acts of speakers in Indonesian: stance, certainty, tense and evidentiality. */
export const idActs: typeof enActs = {
  acts,
  actsOfMany: acts,
  actNegated: (act) => `${act} bahwa itu tidak benar`,
  certaintiesOfActs: {
    CERTAIN: '',
    PROBABLE: 'sebagai kemungkinan besar',
    POSSIBLE: 'sebagai kemungkinan',
    UNDERSPECIFIED: 'tingkat keyakinan tidak disebutkan',
  },
  tenses: { PRESENT: 'saat ini', FUTURE: 'di masa depan' },
  retoldElsewhere: 'menurut penceritaan kembali',
  evidentialities: {
    PRIMARY_DOCUMENT: 'dalam dokumen aslinya',
    DIRECT_QUOTE: 'dalam kutipan langsung',
    INDIRECT_SPEECH: 'sebagaimana dilaporkan',
    HEARSAY: 'kabar tanpa sumber yang jelas',
    INFERENCE: 'disimpulkan',
    SELF_DECLARED: 'dinyatakan sendiri',
    NONE: 'tanpa bukti yang disebut',
  },
}
