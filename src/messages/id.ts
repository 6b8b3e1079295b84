import type { Messages } from './en.ts'
import { idUi } from './id-ui.ts'
import { hedgeId, wordedId } from './id-wording.ts'
import type { Act, ClauseWords, DataPredicate, Missing, PropositionWords, ReportingVerb, Tense } from './words.ts'

interface Verb {
  readonly verb: string
  /** Short form of a clause that the sentence has said before. */
  readonly echo: string
  readonly rest: (parts: PropositionWords) => string
}

const verb = (name: string, echo: string, rest: Verb['rest']): Verb => ({ verb: name, echo, rest })
const untuk = ({ uses }: PropositionWords): string => (uses === '' ? '' : ` untuk ${uses}`)
const dari = ({ data }: PropositionWords): string => (data === '' ? '' : ` dari ${data}`)

const predicates = {
  COLLECTS: verb('mengumpulkan', 'mengumpulkannya', (f) => f.data),
  PROCESSES: verb('memproses', 'memprosesnya', (f) => f.data),
  USES_FOR: verb('menggunakan', 'menggunakannya untuk itu', (f) => `${f.data}${untuk(f)}`),
  SHARES_WITH: verb('membagikan', 'membagikannya', (f) => `${f.data} kepada ${f.object}${untuk(f)}`),
  SELLS: verb('menjual', 'menjualnya', (f) => f.data),
  OWNS: verb('memiliki', 'memilikinya', (f) => f.object),
  LEADS: verb('memimpin', 'memimpinnya', (f) => f.object),
  COLLABORATES_WITH: verb('bekerja sama', 'bekerja sama dengannya', (f) => `dengan ${f.object}`),
  COMPETES_WITH: verb('bersaing', 'bersaing dengannya', (f) => `dengan ${f.object}`),
  PURSUES: verb('mengejar', 'mengejarnya', (f) => f.object),
  MOTIVATED_BY: verb(
    'bertindak',
    'bertindak karena alasan itu',
    (f) => `${f.data === '' ? '' : `atas ${f.data} `}karena ${f.object}`,
  ),
  PUBLISHES: verb('menerbitkan', 'menerbitkannya', (f) => f.object),
  REPORTS: verb('melaporkan', 'melaporkannya', (f) => `bahwa ${f.object}`),
  EARNS: verb('memperoleh', 'memperolehnya', (f) => `${f.object}${dari(f)}`),
  DESCRIBES: verb('berpendapat', 'berpendapat demikian', (f) => `bahwa ${f.object}`),
} as const

/** Passive verbs of indirect questions about data. */
const passives: Readonly<Record<DataPredicate, string>> = {
  COLLECTS: 'dikumpulkan',
  PROCESSES: 'diproses',
  SHARES_WITH: 'dibagikan',
  SELLS: 'dijual',
}

/** PURSUES with a use takes "bertujuan", since a use is a verb phrase. */
const aims = verb('bertujuan', 'bertujuan demikian', (f) => f.object)
const verbOf = (predicate: keyof typeof predicates, parts: PropositionWords): Verb =>
  predicate === 'PURSUES' && parts.objectKind === 'Use' ? aims : predicates[predicate]

const oleh = (from: string): string => (from === '' ? '' : ` oleh ${from}`)
const notKnown = ({ lacks, from }: Missing): string =>
  ({
    EVIDENCE: 'belum ada bukti bahwa',
    CONFIRMATION: `belum dikonfirmasi${oleh(from)} bahwa`,
    DETAIL: 'belum ada penjelasan lebih lanjut tentang',
    NOTHING_NAMED: 'belum diketahui apakah',
  })[lacks ?? 'NOTHING_NAMED']
const notEither = ({ lacks, from }: Missing): string =>
  ({
    EVIDENCE: 'belum ada buktinya',
    CONFIRMATION: `belum dikonfirmasi${oleh(from)}`,
    DETAIL: 'belum ada penjelasan lebih lanjut',
    NOTHING_NAMED: 'belum diketahui',
  })[lacks ?? 'NOTHING_NAMED']

const inShort = (one: Missing): string => (one.lacks === 'EVIDENCE' ? 'belum ada bukti' : notEither(one))

const nouns = {
  STATES: 'pernyataan',
  CONFIRMS: 'konfirmasi',
  DENIES: 'bantahan',
  ALLEGES: 'tuduhan',
  SPECULATES: 'dugaan',
  REPORTS_UNKNOWN: 'keterangan',
  RETRACTS: 'penarikan',
}

/** Sentences in Indonesian. */
export const id: Messages = {
  tag: 'id',
  name: 'Bahasa Indonesia',
  locale: 'id_ID',
  direction: 'ltr',
  predicates,
  statuses: {
    DISPUTED: 'diperselisihkan',
    DENIED: 'dibantah',
    CONFIRMED: 'dikonfirmasi',
    STATED: 'dinyatakan',
    STATED_NOT: 'dinyatakan tidak',
    REPORTED: 'dilaporkan',
    REPORTED_NOT: 'dilaporkan tidak',
    ALLEGED: 'disebut-sebut',
    ALLEGED_NOT: 'disebut-sebut tidak',
    SPECULATED: 'dispekulasikan',
    SPECULATED_NOT: 'dispekulasikan tidak',
    UNKNOWN: 'tidak diketahui',
    RETRACTED: 'ditarik kembali',
  },
  pronouns: { Person: 'ia', Organization: 'pihaknya', Service: 'pihaknya', Group: 'mereka' },

  clause: (words: ClauseWords<keyof typeof predicates>): string => {
    const { subject, predicate, parts, negated, tense } = words
    const { verb: name, rest } = verbOf(predicate, parts)
    return [subject, hedgeId(words), negated ? 'tidak' : '', akan(tense), name, rest(parts)].filter(Boolean).join(' ')
  },
  worded: wordedId,
  // Indonesian has no auxiliary that could stand for a clause, so the clause comes again.
  wordedEcho: () => null,
  directInterrogative: (words) => `Apakah ${id.clause(words)}`,
  wordedInterrogative: (wording, manner) => {
    const clause = wordedId(wording, manner)
    return clause === null ? null : `Apakah ${clause}`
  },
  how: (clause) => `bagaimana ${clause}`,
  whichData: (words) => {
    const { subject, predicate, parts, negated, tense } = words
    const rest = predicates[predicate].rest({ ...parts, data: '' }).trim()
    const verbs = [hedgeId(words), negated ? 'tidak' : '', akan(tense), passives[predicate]]
    return [parts.data, 'apa saja yang', ...verbs, 'oleh', subject, rest].filter(Boolean).join(' ')
  },
  echo: (words: ClauseWords<keyof typeof predicates>): string => {
    const { subject, predicate, parts, negated, tense } = words
    const { echo } = verbOf(predicate, parts)
    return [subject, hedgeId(words), negated ? 'tidak' : '', akan(tense), echo].filter(Boolean).join(' ')
  },
  // The pronoun "ia" has no gender, so a clause is exact. An opinion needs no second "berpendapat".
  ofOneself: ({ predicate, parts, negated, tense, act, verb: reporting, ...words }) =>
    predicate === 'DESCRIBES' &&
    act === 'STATES' &&
    !negated &&
    tense === 'PRESENT' &&
    hedgeId({ ...words, negated, tense }) === ''
      ? `${reportingVerb(act, reporting)} ${verbOf(predicate, parts).rest(parts)}`
      : null,
  ownWithin: (within) => `, dalam ${within}`,
  period: (from, until) =>
    from && until ? `dari ${from} sampai ${until}` : from ? `sejak ${from}` : `sampai ${until}`,

  dated: (period, origin) => `Menurut catatan ini, hal itu berlaku ${period} (${origin}).`,
  provenance: {
    own: 'pengetahuan redaksi sendiri',
    judged: (newsroom, on) => `penilaian ${newsroom}, ${on}`,
    documented: (title) => `sumber: ${title}`,
  },

  utterance: ({ who, act, verb: reporting, within, clause, missing }) => {
    const says = `${who} ${reportingVerb(act, reporting)}${dalam(within)}`
    if (act === 'REPORTS_UNKNOWN') {
      return `${says} bahwa ${missing.map((one, i) => (i === 0 && clause !== '' ? `${notKnown(one)} ${clause}` : notEither(one))).join(', dan ')}`
    }
    return `${says}${DENIED_AS[act] ?? ''} bahwa ${clause}`
  },
  deniesByNegation: (verb) => verb === 'ASSURES',
  hearsay: (printed, guess, clause) =>
    `${guess ? 'ada yang berspekulasi' : 'disebut-sebut'} (${printed === null ? '' : `${printed}; `}narasumber tidak disebut) bahwa ${clause}`,
  quotation: ({ who, within, quote, isTranslated, isFromOthers }) =>
    `dalam ${within}, ${who} menulis${isFromOthers ? ', sebagaimana dikutip pihak lain' : ''}: ${quote}${isTranslated ? ' (terjemahan)' : ''}`,
  ownDocument: (title, owner, kind) => {
    const called = kind === 'Person' ? [owner, owner.split(' ').at(-1) ?? owner] : [owner]
    const found = called.find((name) => isPossessor(name, title))
    return found === undefined ? title : `${title} `.replace(` ${found} `, 'nya ').trimEnd()
  },
  days: ({ since, until, inForce, on, isOfWords }) => {
    const past = until === null ? '' : `tidak lagi dinyatakan setelah ${until}`
    if (since !== null) return `${inForce ? 'berlaku ' : ''}sejak ${since}${past === '' ? '' : `, ${past}`}`
    if (past !== '') return past
    return on === null ? '' : isOfWords ? `dikatakan pada ${on}` : on
  },
  according: (source) => `, menurut ${source}`,
  handedDown: (first, others) => `, yang mengutip ${first}${others === '' ? '' : ` melalui ${others}`}`,
  retold: (words) => `${words}, menurut penceritaan kembali,`,
  sameSource: (kind) => `${kind} itu`,
  noLongerStated: (until) => ` (tidak lagi dinyatakan setelah ${until})`,
  ownQuotes: (quotes) =>
    ` (${quotes
      .map(({ quote, isTranslated, until }) => {
        const words = `${quote}${isTranslated ? ' – terjemahan' : ''}`
        return until === null ? words : `sampai ${until}: ${words}`
      })
      .join('; ')})`,
  disputed: (rest) => `Diperselisihkan: ${rest}`,
  contradictsItself: (subject) => `Pernyataan pihak ${subject} saling bertentangan.`,
  drifted: (drift) => `Namun, menurut kami, kata-katanya berubah: ${drift}`,
  unspoken: (clause) => `tidak ada pernyataan yang tercatat tentang apakah ${clause}`,
  takenBack: (who, act, clause) => {
    const acts = {
      STATES: 'pernyataan bahwa',
      REPORTS: 'laporan bahwa',
      CONFIRMS: 'konfirmasi bahwa',
      DENIES: 'bantahan bahwa',
      DENIES_AS_PROBABLE: 'bantahan, sebagai kemungkinan besar dan bukan kepastian, bahwa',
      DENIES_AS_POSSIBLE: 'bantahan, sebagai kemungkinan saja dan bukan kepastian, bahwa',
      ALLEGES: 'klaim bahwa',
      SPECULATES: 'spekulasi bahwa',
      REPORTS_UNKNOWN: 'keterangan tentang apakah',
    }
    return `${who} menarik kembali ${acts[act]} ${clause}`
  },
  withdrawn: (clause) => `tidak ada lagi pernyataan dalam catatan ini tentang apakah ${clause}`,
  notDocumented: (clause, day) => `tidak ada dokumen dalam catatan ini yang menyatakan untuk ${day} apakah ${clause}`,

  byLine: {
    pronouns: { Person: '', Organization: '', Service: '', Group: '' },
    clause: ({ who, within, act, verb: reporting, echo, isSame }) => {
      const [says, same] = reporting === null ? BY_LINE_VERBS[act] : [REPORTING_VERBS[reporting], SAME[reporting]]
      const hedge = DENIED_AS[act] ?? ''
      const according = within === null ? '' : `menurut ${within}, `
      return `${according}${who} ${isSame && same !== undefined ? `${same}${hedge.replace(/,$/u, '')}` : `${says}${hedge} bahwa ${echo}`}`
    },
    agents: (who) => `oleh ${who}`,
    nobody: (documents, echo, isGuess) =>
      `${echo === null ? '' : `ada yang ${isGuess ? 'menduga' : 'mengatakan'} bahwa ${echo}, `}narasumber tidak disebut${documents === '' ? '' : ` (${documents})`}`,
    unknown: (missing, reporters) =>
      reporters === null ? missing.map(inShort).join('; ') : `${missing.map(inShort).join(' dan ')} (${reporters})`,
    retold: (who) => `${who} (menurut penceritaan kembali)`,
    others: (count) => (count === 1 ? 'satu pihak lain' : `${count} pihak lain`),
    otherDocuments: (count) => `${count} dokumen lain`,
  },

  noneOf: (called) =>
    called.length < 3 ? called.join(' maupun ') : `${called.slice(0, -1).join(', ')}, maupun ${called.at(-1)}`,
  descent: {
    document: (kind) => `${kind} itu`,
    said: (who, document, judged, origins) =>
      `${who}, kata ${document}; rumusan paling awal yang ditemukan${judged ? ', menurut penilaian kami,' : ''} adalah ${origins}.`,
    attributed: (who, document, judged, origins) =>
      `kata-kata yang menurut ${document} berasal dari ${who} berpangkal, sejauh yang kami temukan${judged ? ' dan menurut penilaian kami' : ''}, pada ${origins}.`,
    own: (judged, origins) =>
      `rumusan paling awal yang ditemukan${judged ? ', menurut penilaian kami,' : ''} adalah ${origins}.`,
    ofWriter: (stance, where, isRetold) =>
      `${nouns[stance]} seorang penulis di ${where}${isRetold ? ', yang hanya diketahui dari penceritaan ulang' : ''}`,
    ofRelatedClaim: (origin) => `${origin}, tentang klaim lain yang terkait`,
    goesBackTo: (origin, judged) =>
      `${judged ? 'menurut penilaian kami, ' : ''}kata-kata ini berpangkal pada ${origin}.`,
    inOwnDocument: (stance, who, document) => `${nouns[stance]} ${who} (${document})`,
    retold: (stance, who, where) => `${nouns[stance]} ${who}, sebagaimana diceritakan kembali oleh ${where}`,
  },
  lacking: notEither,
  quoted: (text) => `“${text}”`,
  nameless: 'narasumber yang tidak disebut namanya',
  group: (printed, name) => `${printed} (${name})`,
  sources: {
    ARTICLE: 'artikel',
    POLICY: 'dokumen',
    POST: 'kiriman',
    FILING: 'berkas',
    DATASET: 'set data',
    OTHER: 'sumber',
  },
  ui: idUi,
}

const akan = (tense: Tense): string => (tense === 'FUTURE' ? 'akan' : '')
/** A preposition ends the part of a title in which a name is that of the possessor: "laporan X", but "kiriman di X". */
const PREPOSITIONS = /\b(?:di|ke|dari|pada|kepada|oleh|tentang|mengenai|untuk|dengan|dalam)\b/u
function isPossessor(name: string, title: string): boolean {
  const at = `${title} `.indexOf(` ${name} `)
  return at > 0 && !PREPOSITIONS.test(title.slice(0, at))
}
const dalam = (within: string): string => (within === '' ? '' : ` dalam ${within}`)

/** Default verb of each act, without a verb of the document. */
const DEFAULT_VERBS: Readonly<Record<Act, string>> = {
  STATES: 'menyatakan',
  REPORTS: 'menyatakan',
  CONFIRMS: 'mengonfirmasi',
  DENIES: 'membantah',
  DENIES_AS_PROBABLE: 'membantah',
  DENIES_AS_POSSIBLE: 'membantah',
  ALLEGES: 'mengklaim',
  SPECULATES: 'berspekulasi',
  REPORTS_UNKNOWN: 'menyatakan',
}

/** Reporting verbs. "Bahwa" follows each. */
const REPORTING_VERBS: Readonly<Record<ReportingVerb, string>> = {
  SAYS: 'mengatakan',
  WRITES: 'menulis',
  MENTIONS: 'menyebutkan',
  REPORTS: 'melaporkan',
  REVEALS: 'mengungkapkan',
  ANNOUNCES: 'mengumumkan',
  EXPLAINS: 'menjelaskan',
  STRESSES: 'menekankan',
  ASSURES: 'meyakinkan',
  ARGUES: 'berpendapat',
  CONFIRMS: 'mengonfirmasi',
  ACKNOWLEDGES: 'mengakui',
  DENIES: 'membantah',
  REJECTS: 'menolak anggapan',
  ALLEGES: 'mengklaim',
  CLAIMS: 'mengklaim',
  SPECULATES: 'berspekulasi',
  THINKS: 'berpendapat',
  BELIEVES: 'meyakini',
  SUSPECTS: 'mencurigai',
  SUGGESTS: 'mengemukakan kemungkinan',
  NOTES: 'mencatat',
}

/** Verbs that say the proposition above as it stands. The others need the clause. */
const SAME: Readonly<Partial<Record<ReportingVerb, string>>> = {
  SAYS: 'mengatakannya',
  WRITES: 'menuliskannya',
  MENTIONS: 'menyebutkannya',
  REPORTS: 'melaporkannya',
  REVEALS: 'mengungkapkannya',
  ANNOUNCES: 'mengumumkannya',
  EXPLAINS: 'menjelaskannya',
  STRESSES: 'menekankannya',
  ARGUES: 'berpendapat demikian',
  CONFIRMS: 'mengonfirmasinya',
  ACKNOWLEDGES: 'mengakuinya',
  DENIES: 'membantahnya',
  REJECTS: 'menolak anggapan itu',
  ALLEGES: 'mengklaimnya',
  CLAIMS: 'mengklaimnya',
  SPECULATES: 'berspekulasi demikian',
  THINKS: 'berpendapat demikian',
  BELIEVES: 'meyakininya',
  SUSPECTS: 'mencurigainya',
}

/** Default verbs of by-lines, before a clause and instead of one. */
const BY_LINE_VERBS: Readonly<Record<Exclude<Act, 'REPORTS_UNKNOWN'>, readonly [string, string]>> = {
  STATES: ['menyatakan', 'menyatakannya'],
  REPORTS: ['melaporkan', 'melaporkannya'],
  CONFIRMS: ['mengonfirmasi', 'mengonfirmasinya'],
  DENIES: ['membantah', 'membantahnya'],
  DENIES_AS_PROBABLE: ['membantah', 'membantahnya'],
  DENIES_AS_POSSIBLE: ['membantah', 'membantahnya'],
  ALLEGES: ['mengklaim', 'mengklaimnya'],
  SPECULATES: ['berspekulasi', 'berspekulasi demikian'],
}

const reportingVerb = (act: Act, verb: ReportingVerb | null): string =>
  verb === null ? DEFAULT_VERBS[act] : REPORTING_VERBS[verb]

/** Hedge of a denial, after its verb. */
const DENIED_AS: Readonly<Partial<Record<Act, string>>> = {
  DENIES_AS_PROBABLE: ', sebagai kemungkinan besar dan bukan kepastian,',
  DENIES_AS_POSSIBLE: ', sebagai kemungkinan saja dan bukan kepastian,',
}
