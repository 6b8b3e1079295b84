import type { Certainty, ClauseWords, FrameWords, Missing, UtteranceWords } from './words.ts'

interface Verb {
  readonly base: string
  readonly third: string
  readonly rest: (frame: FrameWords) => string
}

const verb = (base: string, third: string, rest: Verb['rest']): Verb => ({ base, third, rest })
const to = ({ uses }: FrameWords): string => (uses === '' ? '' : ` to ${uses}`)
const because = ({ object, objectKind }: FrameWords): string =>
  objectKind === 'Claim' ? `because ${object}` : `because of ${object}`
const fromData = ({ data }: FrameWords): string => (data === '' ? '' : ` from ${data}`)

/** What each predicate is called, and how it stands in a sentence. */
const predicates = {
  COLLECTS: verb('collect', 'collects', (f) => f.data),
  PROCESSES: verb('process', 'processes', (f) => f.data),
  USES_FOR: verb('use', 'uses', (f) => `${f.data}${to(f)}`),
  SHARES_WITH: verb('share', 'shares', (f) => `${f.data} with ${f.object}${to(f)}`),
  SELLS: verb('sell', 'sells', (f) => f.data),
  OWNS: verb('own', 'owns', (f) => f.object),
  LEADS: verb('lead', 'leads', (f) => f.object),
  COLLABORATES_WITH: verb('collaborate', 'collaborates', (f) => `with ${f.object}`),
  COMPETES_WITH: verb('compete', 'competes', (f) => `with ${f.object}`),
  PURSUES: verb('pursue', 'pursues', (f) => f.object),
  MOTIVATED_BY: verb('act', 'acts', (f) => `${f.data === '' ? '' : `on ${f.data} `}${because(f)}`),
  PUBLISHES: verb('publish', 'publishes', (f) => f.object),
  REPORTS: verb('report', 'reports', (f) => `that ${f.object}`),
  EARNS: verb('earn', 'earns', (f) => `${f.object}${fromData(f)}`),
  DESCRIBES: verb('hold', 'holds', (f) => `that ${f.object}`),
} as const

/** A use is a doing, not a thing: "aims to compete", not "pursues compete". */
const aims = verb('aim', 'aims', (f) => `to ${f.object}`)
const verbOf = (predicate: keyof typeof predicates, frame: FrameWords): Verb =>
  predicate === 'PURSUES' && frame.objectKind === 'Use' ? aims : predicates[predicate]

const by = (from: string): string => (from === '' ? '' : ` by ${from}`)
/** Before the clause. */
const notKnown = ({ lacks, from }: Missing): string =>
  ({
    EVIDENCE: 'there is no evidence that',
    CONFIRMATION: `it is not confirmed${by(from)} whether`,
    DETAIL: 'there are no further details on whether or how',
    NOTHING_NAMED: 'it is not known whether',
  })[lacks ?? 'NOTHING_NAMED']
/** Where the clause was just said. */
const notEither = ({ lacks, from }: Missing): string =>
  ({
    EVIDENCE: 'there is no evidence for it',
    CONFIRMATION: `it is not confirmed${by(from)}`,
    DETAIL: 'there are no further details on it',
    NOTHING_NAMED: 'it is not known',
  })[lacks ?? 'NOTHING_NAMED']

/** English. Every other language has the same shape, which the compiler checks. */
export const en = {
  tag: 'en',
  name: 'English',
  /** Language and country, as social networks ask for it. */
  locale: 'en_GB',
  direction: 'ltr' as 'ltr' | 'rtl',
  predicates: predicates as Readonly<Record<keyof typeof predicates, object>>,
  statuses: {
    DISPUTED: 'disputed',
    DENIED: 'denied',
    CONFIRMED: 'confirmed',
    STATED: 'stated',
    REPORTED: 'reported',
    ALLEGED: 'alleged',
    SPECULATED: 'speculated',
    UNKNOWN: 'not known',
    RETRACTED: 'taken back',
  },
  /** The same, where the deciding voices say that it is not so. */
  negatedStatuses: {
    REPORTED: 'reported not to',
    ALLEGED: 'alleged not to',
    SPECULATED: 'speculated not to',
  },
  pronouns: { Person: '', Organization: 'it', Service: 'it', Group: 'they' },

  /** "X may collect biometric data". */
  clause: ({ subject, predicate, frame, negated, certainty, plural }: ClauseWords<keyof typeof predicates>): string => {
    const { base, third, rest } = verbOf(predicate, frame)
    return `${subject} ${verbPhrase(base, plural ? base : third, negated, certainty, plural)} ${rest(frame)}`
  },
  /** "X does", where the whole clause was just said. */
  echo: ({ subject, negated, certainty, plural }: ClauseWords<keyof typeof predicates>): string => {
    const does = plural ? 'do' : 'does'
    if (!negated && certainty === 'POSSIBLE') return `${subject} may`
    return `${subject} ${[adverb(certainty), negated ? `${does} not` : does].filter(Boolean).join(' ')}`
  },
  period: (from: string | null, until: string | null): string =>
    from && until ? `from ${from} to ${until}` : from ? `from ${from}` : `until ${until}`,

  /** The record's own words: who is quoted may not have spoken of it. */
  dated: (period: string): string => `This record dates it ${period}.`,

  /** "Elon Musk denies that X does". */
  utterance: ({ who, plural, act, clause, missing }: UtteranceWords): string => {
    const s = plural ? '' : 's'
    if (act === 'REPORTS_UNKNOWN') {
      return `${who} say${s} ${missing.map((one, i) => `that ${i === 0 ? `${notKnown(one)} ${clause}` : notEither(one)}`).join(', and ')}`
    }
    const verbs = {
      STATES: `state${s} that`,
      REPORTS: `report${s} that`,
      CONFIRMS: `confirm${s} that`,
      DENIES: plural ? 'deny that' : 'denies that',
      DENIES_IN_PART: `${plural ? 'deny' : 'denies'}, as likely rather than certain, that`,
      ALLEGES: `allege${s} that`,
      SPECULATES: `speculate${s} that`,
    }
    return `${who} ${verbs[act]} ${clause}`
  },
  /** Said by nobody who is named. */
  hearsay: (printed: string | null, guess: boolean, clause: string): string =>
    `it is ${guess ? 'guessed' : 'said'}${printed ? ` (${printed})` : ''}, by nobody who is named, that ${clause}`,
  according: (source: string): string => `, according to ${source}`,
  sameSource: (kind: string): string => kind.replace(/^the /, 'that '),
  noLongerStated: (since: string): string => ` (no longer stated since ${since})`,
  disputed: (rest: string): string => `Disputed: ${rest}`,
  contradictsItself: (subject: string): string => `The voices of ${subject} contradict each other.`,
  unspoken: (clause: string): string => `this record holds no statement on whether ${clause}`,
  takenBack: (who: string, clause: string): string => `${who} took back the statement that ${clause}`,
  withdrawn: (clause: string): string => `no statement on whether ${clause} stands in this record any more`,
  notHeld: (clause: string, day: string): string => `no document in this record states for ${day} whether ${clause}`,

  quoted: (text: string): string => `“${text}”`,
  nameless: 'somebody who is not named',
  group: (printed: string, name: string): string => `${printed} (${name})`,
  sources: {
    ARTICLE: 'the article',
    POLICY: 'the document',
    POST: 'the post',
    FILING: 'the filing',
    DATASET: 'the data set',
    OTHER: 'the source',
  },
  /** Words of pages and widgets. */
  ui: {
    site: 'Sanad',
    tagline: 'Who said what, about which data, for which use, and how sure they are.',
    home: 'Home',
    search: 'Search',
    searchHint: 'A company, a person, a kind of data, words of a claim',
    results: (count: number): string => (count === 1 ? '1 result' : `${count} results`),
    nothingFound: (text: string): string => `Nothing holds all these words: ${text}. Try fewer, or their beginnings.`,
    stories: 'Stories',
    claims: 'Claims',
    claim: 'Claim',
    entity: 'Entity',
    source: 'Source',
    story: 'Story',
    data: 'Data',
    use: 'Use',
    comparison: 'Comparison',
    skipToList: 'Skip the drawing: read it as a list',
    skipToContent: 'Skip to the content',
    diagram: 'diagram',
    asTable: 'The same as a table',
    saidBy: 'Who says so',
    status: 'Status',
    quote: 'Words',
    when: 'When',
    ourTranslation: 'our translation',
    archived: 'Archived copy',
    keptBy: 'Kept by',
    captured: (date: string): string => `captured ${date}`,
    statesFrom: (date: string): string => `states that it is in force from ${date}`,
    versionKinds: { CHANGE: 'the text changed', TECHNICAL: 'a technical change only' },
    fingerprint: 'Fingerprint of the text',
    address: 'Address',
    dateUnknown: 'date unknown',
    heldSince: (from: string): string => `in force since ${from}`,
    heldBetween: (from: string, until: string): string => `in force from ${from} to ${until}`,
    heldUntil: (until: string): string => `in force until ${until}`,
    decides: 'decides the status',
    why: 'Why this status',
    statusMeans: {
      DISPUTED: 'Voices that count say that it is so, and others that it is not.',
      DENIED: 'The one it is about, or who speaks for it, says that it is not so.',
      CONFIRMED: 'The one it is about confirms it, or states it and an independent voice says the same.',
      STATED: 'The one it is about says so itself. Nobody independent has confirmed it.',
      REPORTED: 'Somebody else reports it. The one it is about has not said so.',
      ALLEGED: 'It is alleged, or said by nobody who is named.',
      SPECULATED: 'It is a guess: nobody says that they know.',
      UNKNOWN: 'It is not known: those who speak of it say so, or nobody speaks of it.',
      RETRACTED: 'Who said it took it back.',
    },
    acts: {
      STATES: 'states',
      CONFIRMS: 'confirms',
      DENIES: 'denies',
      ALLEGES: 'alleges',
      SPECULATES: 'speculates',
      REPORTS_UNKNOWN: 'says it is not known',
      RETRACTS: 'takes it back',
    },
    actNegated: (act: string): string => `${act} that it is not so`,
    certainties: { CERTAIN: '', PROBABLE: 'probably', POSSIBLE: 'possibly', UNDERSPECIFIED: 'how sure is not said' },
    evidentialities: {
      PRIMARY_DOCUMENT: 'in its own document',
      DIRECT_QUOTE: 'in its own words',
      INDIRECT_SPEECH: 'as reported',
      HEARSAY: 'hearsay',
      INFERENCE: 'inferred',
      SELF_DECLARED: 'declared by itself',
      NONE: 'without evidence given',
    },
    allegedBy: (who: string): string => `alleged by ${who}`,
    guessedBy: (who: string): string => `guessed by ${who}`,
    deniedBy: (who: string): string => `denied by ${who}`,
    notSoSays: (who: string): string => `not so: ${who}`,
    unnamed: 'nobody who is named',
    /** What those who say that it is not known miss. */
    missing: {
      EVIDENCE: 'no evidence',
      CONFIRMATION: 'not confirmed',
      DETAIL: 'no further details',
      NOTHING_NAMED: 'not known',
    },
    caveat: (missing: string, who: string): string => `${missing}: ${who}`,
    contradiction: (subject: string): string => `${subject} contradicts itself`,
    more: (count: number): string => (count === 1 ? 'one more claim' : `${count} more claims`),
    pictureOf: 'Picture: its claims as a drawing of data, who says so, and use, each with its status.',
    moreClaims: (count: number): string =>
      count === 1 ? 'One more claim: see the whole list' : `${count} more claims: see the whole list`,
    onlyStatuses: (statuses: string, others: number, contested: string): string =>
      `Only claims that are ${statuses} are shown. ${others === 1 ? 'One other is' : `${others} others are`} not${contested === '' ? '' : `, among them ${contested}`}: see all.`,
    moreThan: (count: number): string => `More than ${count} claims: the most contested of them are here.`,
    noClaims: 'This record holds no such claim.',
    noneWithStatus: (statuses: string): string => `None of the claims here is ${statuses}.`,
    noJoins: 'No claim here says how one party is joined to another.',
    noUse: 'no use stated',
    noSuchHere: 'no claim in this record',
    noData: 'no data named',
    countOf: (count: number, word: string): string => `${count} ${word}`,
    pinnedAt: (date: string): string => `As the record stood on ${date}.`,
    changedSince: (count: number): string =>
      count === 1
        ? 'One claim has changed since this was published: see the current record.'
        : `${count} claims have changed since this was published: see the current record.`,
    seeCurrent: 'See the current record',
    takenOut: {
      RETRACTED: (date: string, claim: string): string => `${date}: taken back by who said it: ${claim}`,
      WITHDRAWN: (date: string, claim: string): string =>
        `${date}: an entry was taken out of this record, our mistake: ${claim}`,
      REMOVED: (date: string, claim: string): string => `${date}: removed from this record: ${claim}`,
    },
    moreTakenOut: 'More was taken back or out: see the whole list',
    lastChanged: (date: string): string => `Last changed ${date}.`,
    history: 'History',
    recordedThen: (statements: number, claims: number): string =>
      `${statements === 1 ? '1 statement' : `${statements} statements`} on ${claims === 1 ? '1 claim' : `${claims} claims`}`,
    takenOutThen: (statements: number): string =>
      statements === 1 ? '1 statement taken back or out' : `${statements} statements taken back or out`,
    seeThen: 'see the record of then',
    noneStands: 'No statement on it stands in this record any more.',
    neverSaid: 'Nobody says so in this record, and nobody denies it.',
    onlyUnknown: 'Nobody says that it is so or that it is not: see what is not known.',
    recorded: (date: string): string => `recorded ${date}`,
    relations: 'How it bears on other claims',
    relationsOfMany: 'How these claims bear on others',
    relationKinds: {
      SUPPORTS: 'supports',
      DISAGREES_WITH: 'disagrees with',
      QUALIFIES: 'qualifies',
      BASIS_FOR: 'is a basis for',
      DERIVED_FROM: 'was made of',
    },
    drift: 'What changed on the way',
    notKnown: 'What is not known',
    nothingUnknown: 'Nobody in this record says of it that it is not known.',
    cite: 'How to cite',
    citation: (title: string, at: string, address: string, read: string): string =>
      `Sanad, “${title}”, as recorded on ${at}, ${address} (read ${read}).`,
    embed: 'Embed this',
    export: 'As data',
    names: 'Also called',
    former: (name: string): string => `formerly ${name}`,
    elsewhere: 'Elsewhere',
    broader: 'Broader',
    narrower: 'Narrower',
    versions: 'Captured versions',
    incomplete: 'incomplete: what is absent from it is not known',
    publishedBy: 'Published by',
    publishedAt: 'Published',
    restsOn: 'Rests on',
    restsUnknown: 'What it rests on is not known.',
    sources: 'Sources',
    attribution: 'Attribution',
    timeline: 'Timeline',
    matrix: 'Data by use',
    graph: 'Drawing',
    network: 'Network',
    clockMeans: {
      SAID: 'when it was said',
      HOLDS: 'when it was in force, or holds',
      RECORDED: 'when this record learnt of it',
    },
    statusNow: 'The status beside a line is that of its claim today, with all that is known now.',
    statements: (count: number): string => (count === 1 ? 'one statement' : `${count} statements`),
    events: {
      ASSERTED: 'said',
      HELD_FROM: 'in force from then',
      HELD_UNTIL: 'in force until then',
      VALID_FROM: 'holds from then',
      VALID_TO: 'holds until then',
      RECORDED: 'recorded here',
      WITHDRAWN: 'taken out of this record: our mistake',
    },
    close: 'Close',
    language: 'Language',
    page: 'Page',
    playground: 'For developers: the API and its playground',
    notFound: 'There is nothing here',
    notFoundHelp: (slug: string): string => `Nothing in this record is called “${slug}”.`,
    near: 'Perhaps one of these',
    searchFor: (text: string): string => `Search for “${text}”`,
    notYet: 'Not yet recorded at that date',
    notYetSince: (slug: string, asked: string, first: string): string =>
      `On ${asked} this record held nothing called “${slug}”. It was first recorded on ${first}.`,
    gone: 'No longer in this record',
    goneWhen: (date: string): string => `Taken out of this record on ${date}.`,
    goneSaid: 'What it said, as it stood last',
    goneNoReason: 'The record gives no reason of its own for it.',
    goneNote: (note: string): string => `Note of the change that took it out: “${note}”.`,
    goneLast: (date: string): string => `See it as it stood last, as recorded on ${date}`,
    unavailable: 'The record cannot be read just now. Try again in a few seconds.',
    readOn: (site: string): string => `Read it whole at ${site}`,
    builder: {
      title: 'Embed in an article',
      what: 'What to show',
      thing: 'Its address or slug, such as claim/x-sells-user-data',
      whatHint: 'Words to search for, an address of this site, or several names to compare: X, Roll20',
      add: 'Add to the comparison: a company, a person',
      compareWithOthers: 'compare with others',
      compareNow: (names: string): string => `Compare ${names}`,
      foreign: (address: string, own: string): string =>
        `${address} is not an address of this site. Paste one that begins with ${own}, or a path such as /claim/x-sells-user-data.`,
      view: 'View',
      statuses: 'Only these statuses (all unless chosen)',
      limit: 'How many claims at most',
      theme: 'Theme',
      themes: { auto: 'as the reader’s device', light: 'light', dark: 'dark' },
      time: 'Time',
      live: 'Live: follows the record and says when it last changed',
      pinned: 'Pinned: stays as it is now, and says when the record has changed since',
      width: 'Width of the preview',
      preview: 'Preview',
      show: 'Show',
      snippets: 'Copy one of these',
      figure: 'Picture and script: works in feeds and mail, and without JavaScript',
      iframe: 'Frame alone',
      bare: 'Bare address: WordPress, Ghost and others with oEmbed',
      copy: 'Copy',
      copied: 'Copied',
      selected: 'Selected: press Ctrl+C or ⌘C',
      choose: 'Search first, then choose what to embed.',
      problem: (text: string): string => `Not understood: ${text}`,
    },
  },
}

export type Messages = typeof en

function verbPhrase(base: string, finite: string, negated: boolean, certainty: Certainty, plural: boolean): string {
  // "May not" could be read as "is not allowed to".
  if (negated) return [adverb(certainty), plural ? 'do not' : 'does not', base].filter(Boolean).join(' ')
  if (certainty === 'POSSIBLE') return `may ${base}`
  return [adverb(certainty), finite].filter(Boolean).join(' ')
}

const adverb = (certainty: Certainty): string =>
  certainty === 'POSSIBLE' ? 'possibly' : certainty === 'PROBABLE' ? 'probably' : ''
