import type { Messages } from './en.ts'
import type { Certainty, ClauseWords, FrameWords, Missing } from './words.ts'

interface Verb {
  readonly verb: string
  /** The verb alone, where the whole clause was just said. */
  readonly echo: string
  readonly rest: (frame: FrameWords) => string
}

const verb = (name: string, echo: string, rest: Verb['rest']): Verb => ({ verb: name, echo, rest })
const untuk = ({ uses }: FrameWords): string => (uses === '' ? '' : ` untuk ${uses}`)
const dari = ({ data }: FrameWords): string => (data === '' ? '' : ` dari ${data}`)

const predicates = {
  COLLECTS: verb('mengumpulkan', 'mengumpulkannya', (f) => f.data),
  PROCESSES: verb('memproses', 'memprosesnya', (f) => f.data),
  USES_FOR: verb('menggunakan', 'menggunakannya untuk itu', (f) => `${f.data}${untuk(f)}`),
  SHARES_WITH: verb('membagikan', 'membagikannya', (f) => `${f.data} kepada ${f.object}${untuk(f)}`),
  SELLS: verb('menjual', 'menjualnya', (f) => f.data),
  OWNS: verb('memiliki', 'memilikinya', (f) => f.object),
  LEADS: verb('memimpin', 'memimpinnya', (f) => f.object),
  COLLABORATES_WITH: verb('bekerja sama', 'bekerja sama', (f) => `dengan ${f.object}`),
  COMPETES_WITH: verb('bersaing', 'bersaing', (f) => `dengan ${f.object}`),
  PURSUES: verb('mengejar', 'mengejarnya', (f) => f.object),
  MOTIVATED_BY: verb('bertindak', 'bertindak', (f) => `${f.data === '' ? '' : `atas ${f.data} `}karena ${f.object}`),
  PUBLISHES: verb('menerbitkan', 'menerbitkannya', (f) => f.object),
  REPORTS: verb('melaporkan', 'melaporkannya', (f) => `bahwa ${f.object}`),
  EARNS: verb('memperoleh', 'memperolehnya', (f) => `${f.object}${dari(f)}`),
  DESCRIBES: verb('berpendapat', 'berpendapat demikian', (f) => `bahwa ${f.object}`),
} as const

/** A use is a doing, not a thing. */
const aims = verb('bertujuan', 'bertujuan demikian', (f) => f.object)
const verbOf = (predicate: keyof typeof predicates, frame: FrameWords): Verb =>
  predicate === 'PURSUES' && frame.objectKind === 'Use' ? aims : predicates[predicate]

const oleh = (from: string): string => (from === '' ? '' : ` oleh ${from}`)
const notKnown = ({ lacks, from }: Missing): string =>
  ({
    EVIDENCE: 'belum ada bukti bahwa',
    CONFIRMATION: `belum dikonfirmasi${oleh(from)} apakah`,
    DETAIL: 'belum ada penjelasan lebih lanjut tentang apakah dan bagaimana',
    NOTHING_NAMED: 'belum diketahui apakah',
  })[lacks ?? 'NOTHING_NAMED']
const notEither = ({ lacks, from }: Missing): string =>
  ({
    EVIDENCE: 'belum ada buktinya',
    CONFIRMATION: `belum dikonfirmasi${oleh(from)}`,
    DETAIL: 'belum ada penjelasan lebih lanjut',
    NOTHING_NAMED: 'belum diketahui',
  })[lacks ?? 'NOTHING_NAMED']

/** Indonesian. */
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
    REPORTED: 'dilaporkan',
    ALLEGED: 'diduga',
    SPECULATED: 'dispekulasikan',
    UNKNOWN: 'tidak diketahui',
    RETRACTED: 'ditarik kembali',
  },
  negatedStatuses: {
    REPORTED: 'dilaporkan tidak',
    ALLEGED: 'diduga tidak',
    SPECULATED: 'dispekulasikan tidak',
  },
  pronouns: { Person: 'ia', Organization: 'pihaknya', Service: 'pihaknya', Group: 'mereka' },

  clause: ({ subject, predicate, frame, negated, certainty }: ClauseWords<keyof typeof predicates>): string => {
    const { verb: name, rest } = verbOf(predicate, frame)
    return [subject, hedge(certainty), negated ? 'tidak' : '', name, rest(frame)].filter(Boolean).join(' ')
  },
  echo: ({ subject, predicate, frame, negated, certainty, asked }: ClauseWords<keyof typeof predicates>): string => {
    const hedged = hedge(certainty)
    const stress = negated ? 'tidak' : hedged === '' && !asked ? 'memang' : ''
    return [subject, hedged, stress, verbOf(predicate, frame).echo].filter(Boolean).join(' ')
  },
  period: (from, until) =>
    from && until ? `dari ${from} sampai ${until}` : from ? `sejak ${from}` : `sampai ${until}`,

  dated: (period) => `Menurut catatan ini, hal itu berlaku ${period}.`,

  utterance: ({ who, act, clause, missing }) => {
    if (act === 'REPORTS_UNKNOWN') {
      return `${who} menyebut ${missing.map((one, i) => (i === 0 ? `${notKnown(one)} ${clause}` : notEither(one))).join(', dan ')}`
    }
    const verbs = {
      STATES: 'menyatakan bahwa',
      REPORTS: 'melaporkan bahwa',
      CONFIRMS: 'mengonfirmasi bahwa',
      DENIES: 'membantah bahwa',
      DENIES_IN_PART: 'membantah, sebagai kemungkinan dan bukan kepastian, bahwa',
      ALLEGES: 'menduga bahwa',
      SPECULATES: 'berspekulasi bahwa',
    }
    return `${who} ${verbs[act]} ${clause}`
  },
  hearsay: (printed, guess, clause) =>
    `ada yang ${guess ? 'menduga' : 'mengatakan'}${printed ? ` (${printed})` : ''}, tanpa menyebut siapa, bahwa ${clause}`,
  according: (source) => `, menurut ${source}`,
  sameSource: (kind) => `${kind} itu`,
  noLongerStated: (since) => ` (tidak lagi dinyatakan sejak ${since})`,
  disputed: (rest) => `Diperselisihkan: ${rest}`,
  contradictsItself: (subject) => `Suara-suara dari pihak ${subject} saling bertentangan.`,
  unspoken: (clause) => `catatan ini tidak memuat pernyataan tentang apakah ${clause}`,
  takenBack: (who, clause) => `${who} menarik kembali pernyataan bahwa ${clause}`,
  withdrawn: (clause) => `tidak ada lagi pernyataan dalam catatan ini tentang apakah ${clause}`,
  notHeld: (clause, day) => `tidak ada dokumen dalam catatan ini yang menyatakan untuk ${day} apakah ${clause}`,

  quoted: (text) => `“${text}”`,
  nameless: 'seseorang yang tidak disebut namanya',
  group: (printed, name) => `${printed} (${name})`,
  sources: {
    ARTICLE: 'artikel',
    POLICY: 'dokumen',
    POST: 'kiriman',
    FILING: 'berkas',
    DATASET: 'set data',
    OTHER: 'sumber',
  },
  ui: {
    site: 'Sanad',
    tagline: 'Siapa mengatakan apa, tentang data yang mana, untuk kegunaan apa, dan seyakin apa.',
    home: 'Beranda',
    search: 'Cari',
    searchHint: 'Perusahaan, orang, jenis data, kata-kata sebuah klaim',
    results: (count) => `${count} hasil`,
    nothingFound: (text) => `Tidak ada yang memuat semua kata ini: ${text}. Coba lebih sedikit, atau awal katanya.`,
    stories: 'Cerita',
    claims: 'Klaim',
    claim: 'Klaim',
    entity: 'Pihak',
    source: 'Sumber',
    story: 'Cerita',
    data: 'Data',
    use: 'Kegunaan',
    comparison: 'Perbandingan',
    skipToList: 'Lewati gambar: baca sebagai daftar',
    skipToContent: 'Langsung ke isi',
    diagram: 'diagram',
    asTable: 'Yang sama dalam tabel',
    saidBy: 'Siapa yang mengatakannya',
    status: 'Status',
    quote: 'Kata-katanya',
    when: 'Kapan',
    ourTranslation: 'terjemahan kami',
    archived: 'Salinan arsip',
    keptBy: 'Disimpan oleh',
    captured: (date) => `direkam ${date}`,
    statesFrom: (date) => `menyatakan berlaku sejak ${date}`,
    versionKinds: { CHANGE: 'teksnya berubah', TECHNICAL: 'perubahan teknis saja' },
    fingerprint: 'Sidik jari teksnya',
    address: 'Alamat',
    dateUnknown: 'tanggal tidak diketahui',
    heldSince: (from) => `berlaku sejak ${from}`,
    heldBetween: (from, until) => `berlaku dari ${from} sampai ${until}`,
    heldUntil: (until) => `berlaku sampai ${until}`,
    decides: 'menentukan statusnya',
    why: 'Mengapa berstatus demikian',
    statusMeans: {
      DISPUTED: 'Suara yang diperhitungkan ada yang mengatakan benar, ada yang mengatakan tidak.',
      DENIED: 'Pihak yang bersangkutan, atau yang berbicara atas namanya, mengatakan tidak benar.',
      CONFIRMED:
        'Pihak yang bersangkutan mengonfirmasi, atau menyatakannya dan suara lain yang mandiri mengatakan hal sama.',
      STATED: 'Pihak yang bersangkutan sendiri mengatakannya. Belum ada pihak mandiri yang mengonfirmasi.',
      REPORTED: 'Pihak lain melaporkannya. Yang bersangkutan belum mengatakannya.',
      ALLEGED: 'Diduga, atau dikatakan oleh yang tidak disebut namanya.',
      SPECULATED: 'Ini tebakan: tidak ada yang mengaku tahu.',
      UNKNOWN: 'Tidak diketahui: yang membahasnya mengatakan demikian, atau tidak ada yang membahasnya.',
      RETRACTED: 'Yang mengatakannya telah menariknya kembali.',
    },
    acts: {
      STATES: 'menyatakan',
      CONFIRMS: 'mengonfirmasi',
      DENIES: 'membantah',
      ALLEGES: 'menduga',
      SPECULATES: 'berspekulasi',
      REPORTS_UNKNOWN: 'menyebut tidak diketahui',
      RETRACTS: 'menarik kembali',
    },
    actNegated: (act) => `${act} bahwa itu tidak benar`,
    certainties: {
      CERTAIN: '',
      PROBABLE: 'kemungkinan besar',
      POSSIBLE: 'mungkin',
      UNDERSPECIFIED: 'seyakin apa tidak disebut',
    },
    evidentialities: {
      PRIMARY_DOCUMENT: 'dalam dokumennya sendiri',
      DIRECT_QUOTE: 'dengan kata-katanya sendiri',
      INDIRECT_SPEECH: 'sebagaimana dilaporkan',
      HEARSAY: 'kabar dari mulut ke mulut',
      INFERENCE: 'disimpulkan',
      SELF_DECLARED: 'diakui sendiri',
      NONE: 'tanpa bukti yang disebut',
    },
    allegedBy: (who) => `diduga oleh ${who}`,
    guessedBy: (who) => `ditebak oleh ${who}`,
    deniedBy: (who) => `dibantah oleh ${who}`,
    notSoSays: (who) => `tidak benar: ${who}`,
    unnamed: 'yang tidak disebut namanya',
    missing: {
      EVIDENCE: 'belum ada bukti',
      CONFIRMATION: 'belum dikonfirmasi',
      DETAIL: 'belum ada penjelasan lebih lanjut',
      NOTHING_NAMED: 'belum diketahui',
    },
    caveat: (missing, who) => `${missing}: ${who}`,
    contradiction: (subject) => `pihak ${subject} bertentangan sendiri`,
    more: (count) => `${count} klaim lagi`,
    pictureOf:
      'Gambar: klaim-klaimnya sebagai bagan data, siapa yang mengatakannya, dan kegunaan, masing-masing dengan statusnya.',
    moreClaims: (count) => `${count} klaim lagi: lihat daftar lengkapnya`,
    onlyStatuses: (statuses, others, contested) =>
      `Hanya klaim yang ${statuses} yang ditampilkan. ${others} klaim lain tidak${contested === '' ? '' : `, di antaranya ${contested}`}: lihat semua.`,
    moreThan: (count) => `Lebih dari ${count} klaim: yang paling diperselisihkan ada di sini.`,
    noClaims: 'Catatan ini tidak memuat klaim seperti itu.',
    noneWithStatus: (statuses) => `Tidak ada klaim di sini yang ${statuses}.`,
    noJoins: 'Tidak ada klaim di sini yang menyebut kaitan satu pihak dengan pihak lain.',
    noUse: 'kegunaan tidak disebut',
    noSuchHere: 'tidak ada klaim dalam catatan ini',
    noData: 'data tidak disebut',
    countOf: (count, word) => `${count} ${word}`,
    pinnedAt: (date) => `Sebagaimana catatan pada ${date}.`,
    changedSince: (count) => `${count} klaim telah berubah sejak ini diterbitkan: lihat catatan terkini.`,
    seeCurrent: 'Lihat catatan terkini',
    takenOut: {
      RETRACTED: (date, claim) => `${date}: ditarik kembali oleh yang mengatakannya: ${claim}`,
      WITHDRAWN: (date, claim) => `${date}: satu entri dikeluarkan dari catatan ini karena kesalahan kami: ${claim}`,
      REMOVED: (date, claim) => `${date}: dihapus dari catatan ini: ${claim}`,
    },
    moreTakenOut: 'Masih ada lagi yang ditarik kembali atau dikeluarkan: lihat daftar lengkapnya',
    lastChanged: (date) => `Terakhir berubah ${date}.`,
    history: 'Riwayat',
    recordedThen: (statements, claims) => `${statements} pernyataan tentang ${claims} klaim`,
    takenOutThen: (statements) => `${statements} pernyataan ditarik kembali atau dikeluarkan`,
    seeThen: 'lihat catatan saat itu',
    noneStands: 'Tidak ada lagi pernyataan tentangnya yang berlaku dalam catatan ini.',
    neverSaid: 'Dalam catatan ini tidak ada yang mengatakannya, dan tidak ada yang membantahnya.',
    onlyUnknown: 'Tidak ada yang mengatakan benar ataupun tidak: lihat yang tidak diketahui.',
    recorded: (date) => `dicatat ${date}`,
    relations: 'Kaitannya dengan klaim lain',
    relationsOfMany: 'Kaitan klaim-klaim ini dengan yang lain',
    relationKinds: {
      SUPPORTS: 'mendukung',
      DISAGREES_WITH: 'tidak sejalan dengan',
      QUALIFIES: 'membatasi',
      BASIS_FOR: 'menjadi dasar bagi',
      DERIVED_FROM: 'dibuat dari',
    },
    drift: 'Yang berubah di perjalanan',
    notKnown: 'Yang tidak diketahui',
    nothingUnknown: 'Tidak ada dalam catatan ini yang menyebutnya tidak diketahui.',
    cite: 'Cara mengutip',
    citation: (title, at, address, read) =>
      `Sanad, “${title}”, sebagaimana dicatat pada ${at}, ${address} (dibaca ${read}).`,
    embed: 'Sematkan',
    export: 'Sebagai data',
    names: 'Nama lain',
    former: (name) => `dahulu ${name}`,
    elsewhere: 'Di tempat lain',
    broader: 'Lebih luas',
    narrower: 'Lebih sempit',
    versions: 'Versi yang terekam',
    incomplete: 'tidak lengkap: yang tidak ada di dalamnya tidak diketahui',
    publishedBy: 'Diterbitkan oleh',
    publishedAt: 'Diterbitkan',
    restsOn: 'Bersandar pada',
    restsUnknown: 'Sandarannya tidak diketahui.',
    sources: 'Sumber',
    attribution: 'Atribusi',
    timeline: 'Lini masa',
    matrix: 'Data menurut kegunaan',
    graph: 'Gambar',
    network: 'Jejaring',
    clockMeans: {
      SAID: 'saat dikatakan',
      HOLDS: 'masa berlakunya',
      RECORDED: 'saat catatan ini mengetahuinya',
    },
    statusNow: 'Status di samping tiap baris adalah status klaimnya sekarang, dengan semua yang kini diketahui.',
    statements: (count) => `${count} pernyataan`,
    events: {
      ASSERTED: 'dikatakan',
      HELD_FROM: 'berlaku sejak itu',
      HELD_UNTIL: 'berlaku sampai itu',
      VALID_FROM: 'berlaku sejak itu',
      VALID_TO: 'berlaku sampai itu',
      RECORDED: 'dicatat di sini',
      WITHDRAWN: 'dikeluarkan dari catatan ini: kesalahan kami',
    },
    close: 'Tutup',
    language: 'Bahasa',
    page: 'Halaman',
    playground: 'Untuk pengembang: API dan taman bermainnya',
    notFound: 'Tidak ada apa-apa di sini',
    notFoundHelp: (slug) => `Tidak ada dalam catatan ini yang bernama “${slug}”.`,
    near: 'Mungkin salah satu dari ini',
    searchFor: (text) => `Cari “${text}”`,
    notYet: 'Belum tercatat pada tanggal itu',
    notYetSince: (slug, asked, first) =>
      `Pada ${asked} catatan ini belum memuat apa pun yang bernama “${slug}”. Pertama kali dicatat pada ${first}.`,
    gone: 'Tidak lagi dalam catatan ini',
    goneWhen: (date) => `Dikeluarkan dari catatan ini pada ${date}.`,
    goneSaid: 'Isinya, sebagaimana terakhir tercatat',
    goneNoReason: 'Catatan ini sendiri tidak menyebut alasannya.',
    goneNote: (note) => `Keterangan pada perubahan yang mengeluarkannya: “${note}”.`,
    goneLast: (date) => `Lihat keadaan terakhirnya, sebagaimana dicatat pada ${date}`,
    unavailable: 'Catatan tidak dapat dibaca saat ini. Coba lagi beberapa detik lagi.',
    readOn: (site) => `Baca selengkapnya di ${site}`,
    builder: {
      title: 'Sematkan dalam artikel',
      what: 'Apa yang ditampilkan',
      thing: 'Alamat atau kuncinya, misalnya claim/x-sells-user-data',
      whatHint: 'Kata yang dicari, alamat di situs ini, atau beberapa nama untuk dibandingkan: X, Roll20',
      add: 'Tambahkan ke perbandingan: perusahaan, orang',
      compareWithOthers: 'bandingkan dengan yang lain',
      compareNow: (names) => `Bandingkan ${names}`,
      foreign: (address, own) =>
        `${address} bukan alamat di situs ini. Tempel alamat yang diawali ${own}, atau jalur seperti /claim/x-sells-user-data.`,
      view: 'Tampilan',
      statuses: 'Hanya status ini (semua bila tidak dipilih)',
      limit: 'Paling banyak berapa klaim',
      theme: 'Tema',
      themes: { auto: 'mengikuti perangkat pembaca', light: 'terang', dark: 'gelap' },
      time: 'Waktu',
      live: 'Langsung: mengikuti catatan dan menyebut kapan terakhir berubah',
      pinned: 'Tetap: seperti sekarang, dan menyebut bila catatan sudah berubah',
      width: 'Lebar pratinjau',
      preview: 'Pratinjau',
      show: 'Tampilkan',
      snippets: 'Salin salah satu',
      figure: 'Gambar dan skrip: berfungsi di umpan dan surel, juga tanpa JavaScript',
      iframe: 'Bingkai saja',
      bare: 'Alamat saja: WordPress, Ghost, dan lainnya dengan oEmbed',
      copy: 'Salin',
      copied: 'Tersalin',
      selected: 'Terpilih: tekan Ctrl+C atau ⌘C',
      choose: 'Cari dahulu, lalu pilih yang akan disematkan.',
      problem: (text) => `Tidak dimengerti: ${text}`,
    },
  },
}

const hedge = (certainty: Certainty): string =>
  certainty === 'POSSIBLE' ? 'mungkin' : certainty === 'PROBABLE' ? 'kemungkinan besar' : ''
