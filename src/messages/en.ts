import { enUi } from './en-ui.ts'
import { byLineActEn, DENIED_AS_EN, reportingVerbEn } from './en-verbs.ts'
import { interrogativeEn, wordedEchoEn, wordedEn, wordedInterrogativeEn } from './en-wording.ts'
import type {
  Act,
  ByLineWords,
  Certainty,
  ClauseWords,
  DataPredicate,
  DayWords,
  MannerWords,
  Missing,
  OwnQuote,
  OwnWords,
  PropositionWords,
  QuotationWords,
  ReportingVerb,
  UtteranceWords,
  WordingTexts,
} from './words.ts'

interface Verb {
  readonly base: string
  readonly third: string
  readonly gerund: string
  readonly rest: (parts: PropositionWords) => string
}

const verb = (base: string, third: string, gerund: string, rest: Verb['rest']): Verb => ({ base, third, gerund, rest })
const to = ({ uses }: PropositionWords): string => (uses === '' ? '' : ` to ${uses}`)
const because = ({ object, objectKind }: PropositionWords): string =>
  objectKind === 'Claim' ? `because ${object}` : `because of ${object}`
const fromData = ({ data }: PropositionWords): string => (data === '' ? '' : ` from ${data}`)

/** Verb of each predicate and the words that follow it. */
const predicates = {
  COLLECTS: verb('collect', 'collects', 'collecting', (f) => f.data),
  PROCESSES: verb('process', 'processes', 'processing', (f) => f.data),
  USES_FOR: verb('use', 'uses', 'using', (f) => `${f.data}${to(f)}`),
  SHARES_WITH: verb('share', 'shares', 'sharing', (f) => `${f.data} with ${f.object}${to(f)}`),
  SELLS: verb('sell', 'sells', 'selling', (f) => f.data),
  OWNS: verb('own', 'owns', 'owning', (f) => f.object),
  LEADS: verb('lead', 'leads', 'leading', (f) => f.object),
  COLLABORATES_WITH: verb('collaborate', 'collaborates', 'collaborating', (f) => `with ${f.object}`),
  COMPETES_WITH: verb('compete', 'competes', 'competing', (f) => `with ${f.object}`),
  PURSUES: verb('pursue', 'pursues', 'pursuing', (f) => f.object),
  MOTIVATED_BY: verb('act', 'acts', 'acting', (f) => `${f.data === '' ? '' : `on ${f.data} `}${because(f)}`),
  PUBLISHES: verb('publish', 'publishes', 'publishing', (f) => f.object),
  REPORTS: verb('report', 'reports', 'reporting', (f) => `that ${f.object}`),
  EARNS: verb('earn', 'earns', 'earning', (f) => `${f.object}${fromData(f)}`),
  DESCRIBES: verb('hold', 'holds', 'holding', (f) => `that ${f.object}`),
} as const

/** PURSUES with a use takes "aims to compete", since a use is a verb phrase. */
const aims = verb('aim', 'aims', 'aiming', (f) => `to ${f.object}`)
const verbOf = (predicate: keyof typeof predicates, parts: PropositionWords): Verb =>
  predicate === 'PURSUES' && parts.objectKind === 'Use' ? aims : predicates[predicate]

const by = (from: string): string => (from === '' ? '' : ` by ${from}`)
/** Words before a clause: "there is no evidence that". */
const notKnown = ({ lacks, from }: Missing): string =>
  ({
    EVIDENCE: 'there is no evidence yet that',
    CONFIRMATION: `it is not yet confirmed${by(from)} that`,
    DETAIL: 'there are no further details yet on',
    NOTHING_NAMED: 'it is not yet known whether',
  })[lacks ?? 'NOTHING_NAMED']
/** Words in place of a clause that the sentence has said before: "there is no evidence for it". */
const notEither = ({ lacks, from }: Missing): string =>
  ({
    EVIDENCE: 'there is no evidence for it yet',
    CONFIRMATION: `it is not yet confirmed${by(from)}`,
    DETAIL: 'there are no further details on it yet',
    NOTHING_NAMED: 'it is not yet known',
  })[lacks ?? 'NOTHING_NAMED']

/** Words of a by-line: "no evidence yet". */
const inShort = ({ lacks, from }: Missing): string =>
  ({
    EVIDENCE: 'no evidence yet',
    CONFIRMATION: `not yet confirmed${by(from)}`,
    DETAIL: 'no further details yet',
    NOTHING_NAMED: 'not yet known',
  })[lacks ?? 'NOTHING_NAMED']

/** Nouns of the stances, for descents. */
const nouns = {
  STATES: 'statement',
  CONFIRMS: 'confirmation',
  DENIES: 'denial',
  ALLEGES: 'allegation',
  SPECULATES: 'guess',
  REPORTS_UNKNOWN: 'remark',
  RETRACTS: 'retraction',
}

/** Sentences in English. Every other language has the same shape, which the compiler checks. */
export const en = {
  tag: 'en',
  name: 'English',
  /** Value of `og:locale`: language and country. */
  locale: 'en_GB',
  direction: 'ltr' as 'ltr' | 'rtl',
  predicates: predicates as Readonly<Record<keyof typeof predicates, object>>,
  statuses: {
    DISPUTED: 'disputed',
    DENIED: 'denied',
    CONFIRMED: 'confirmed',
    STATED: 'stated',
    STATED_NOT: 'stated not to',
    REPORTED: 'reported',
    REPORTED_NOT: 'reported not to',
    ALLEGED: 'alleged',
    ALLEGED_NOT: 'alleged not to',
    SPECULATED: 'speculated',
    SPECULATED_NOT: 'speculated not to',
    UNKNOWN: 'not known',
    RETRACTED: 'taken back',
  },
  pronouns: { Person: '', Organization: 'it', Service: 'it', Group: 'they' },

  /** Returns "X may collect biometric data". */
  clause: (words: ClauseWords<keyof typeof predicates>): string => {
    const { subject, predicate, parts } = words
    const spoken = verbOf(predicate, parts)
    return `${subject} ${phraseOf(spoken, words)} ${spoken.rest(parts)}`
  },
  /** Returns an editor's clause with polarity, certainty and tense. Null if the clause has no verb that can take them. */
  worded: (wording: WordingTexts, manner: MannerWords): string | null => wordedEn(wording, manner),
  /** Returns the short form of an editor's clause. Null as for `worded`. */
  wordedEcho: (wording: WordingTexts, subject: string, manner: MannerWords): string | null =>
    wordedEchoEn(wording, subject, manner),
  /** Returns a clause as a question, without its mark: "Does X collect biometric data". */
  directInterrogative: (words: ClauseWords<keyof typeof predicates>): string => {
    const { subject, predicate, parts, plural } = words
    const spoken = verbOf(predicate, parts)
    return interrogativeEn(
      { subject, auxiliary: plural ? 'do' : 'does', after: `${spoken.base} ${spoken.rest(parts)}` },
      words,
    )
  },
  /** Returns an editor's clause as a question, without its mark. Null as for `worded`. */
  wordedInterrogative: (wording: WordingTexts, manner: MannerWords): string | null =>
    wordedInterrogativeEn(wording, manner),
  /** Returns the indirect question of missing details: "how X uses biometric data". */
  how: (clause: string): string => `how ${clause}`,
  whichData: (words: ClauseWords<DataPredicate>): string => {
    const { subject, predicate, parts } = words
    const spoken = verbOf(predicate, parts)
    return `which ${parts.data} ${subject} ${phraseOf(spoken, words)} ${spoken.rest({ ...parts, data: '' }).trim()}`.trim()
  },
  /** Returns the short form of a clause that the sentence has said before: "X does". */
  echo: ({ subject, negated, certainty, tense, plural }: ClauseWords<keyof typeof predicates>): string => {
    if (tense === 'FUTURE') return `${subject} ${willOrMay(negated, certainty)}`
    const does = plural ? 'do' : 'does'
    if (!negated && certainty === 'POSSIBLE') return `${subject} may`
    return `${subject} ${[adverb(certainty), negated ? `${does} not` : does].filter(Boolean).join(' ')}`
  },
  /**
   * Returns the words of a person about the same person, from the verb on: "denies owning X", "states an aim to
   * compete". They avoid a pronoun, which would guess a gender. Null if only a clause is exact: then the name comes
   * twice.
   */
  ofOneself: ({
    act,
    verb: reporting,
    predicate,
    parts,
    negated,
    certainty,
    tense,
  }: OwnWords<keyof typeof predicates>): string | null => {
    const spoken = verbOf(predicate, parts)
    if (negated || tense === 'FUTURE' || certainty === 'POSSIBLE' || certainty === 'PROBABLE') return null
    const says = reportingVerbEn(act, reporting, false)
    if (act === 'CONFIRMS' || (act === 'DENIES' && says === 'denies'))
      return `${says} ${spoken.gerund} ${spoken.rest(parts)}`
    if (act !== 'STATES') return null
    if (spoken === aims)
      return reporting === 'ASSURES' ? null : `${says === 'says' ? 'states' : says} an aim ${spoken.rest(parts)}`
    return predicate === 'DESCRIBES' ? `${says} ${spoken.rest(parts)}` : null
  },
  /** Returns the own documents after words about oneself: ", in a letter (2023)". */
  ownWithin: (within: string): string => `, in ${within}`,
  period: (from: string | null, until: string | null): string =>
    from && until ? `from ${from} to ${until}` : from ? `from ${from}` : `until ${until}`,

  /** Attributes the period to the database, since the claimant may not have named one. */
  dated: (period: string, origin: string): string => `This record dates it ${period} (${origin}).`,
  /** Origin of a fact, for brackets. */
  provenance: {
    own: 'newsroom’s own knowledge',
    judged: (newsroom: string, on: string): string => `judgement of ${newsroom}, ${on}`,
    documented: (title: string): string => `source: ${title}`,
  },

  /** Returns "Elon Musk denies that X does", "X says in its privacy policy that it may". */
  utterance: ({ who, plural, act, verb: reporting, within, clause, missing }: UtteranceWords): string => {
    const says = `${who} ${reportingVerbEn(act, reporting, plural)}${inDocument(within)}`
    if (act === 'REPORTS_UNKNOWN') {
      return `${says} ${missing.map((one, i) => `that ${i === 0 && clause !== '' ? `${notKnown(one)} ${clause}` : notEither(one)}`).join(', and ')}`
    }
    return `${says}${DENIED_AS_EN[act] ?? ''} that ${clause}`
  },
  /** True for verbs of a denial that take the negated clause: "gives an assurance that X does not". */
  deniesByNegation: (verb: ReportingVerb | null): boolean => verb === 'ASSURES',
  /** Returns the clause of hearsay without a named claimant. */
  hearsay: (printed: string | null, guess: boolean, clause: string): string =>
    `it is ${guess ? 'guessed' : 'said'} (${printed === null ? '' : `${printed}; `}no source named) that ${clause}`,
  /** Returns "in a post on X (31 August 2023), Elon Musk wrote: “…”". */
  quotation: ({ who, within, quote, isTranslated, isFromOthers }: QuotationWords): string =>
    `in ${within}, ${who} wrote${isFromOthers ? ', as quoted elsewhere' : ''}: ${quote}${isTranslated ? ' (translated)' : ''}`,
  /** Returns a document's name with the claimant's own name as a pronoun: "its privacy policy", "a post on X". */
  ownDocument: (title: string, owner: string, kind: 'Person' | 'Organization' | 'Service' | 'Group'): string => {
    // A title may call a person by the family name: "Musk's post".
    const names = kind === 'Person' ? [owner, owner.split(' ').at(-1) ?? owner] : [owner]
    const called = names.find((name) => title.startsWith(`${name}'s `) || title.startsWith(`${name}’s `))
    if (called === undefined) return title
    const rest = title.slice(called.length + 3)
    const own = { Person: /^[aeiou]/iu.test(rest) ? 'an' : 'a', Organization: 'its', Service: 'its', Group: 'their' }
    return `${own[kind]} ${rest}`
  },
  /** Returns the day of a document or of its words: "in force since 29 September 2023". Empty if none is known. */
  days: ({ since, until, inForce, on, isOfWords }: DayWords): string => {
    const past = until === null ? '' : `no longer stated after ${until}`
    if (since !== null) return `${inForce ? 'in force ' : ''}since ${since}${past === '' ? '' : `, ${past}`}`
    if (past !== '') return past
    return on === null ? '' : isOfWords ? `said on ${on}` : on
  },
  according: (source: string): string => `, according to ${source}`,
  /** Returns the attribution chain of a source: the first intermediary, then the others. */
  handedDown: (first: string, others: string): string =>
    `, citing ${first}${others === '' ? '' : ` by way of ${others}`}`,
  /** Returns "its article, as retold elsewhere,", with the comma before the verb or the clause. */
  retold: (words: string): string => `${words}, as retold elsewhere,`,
  sameSource: (kind: string): string => kind.replace(/^the /, 'that '),
  noLongerStated: (until: string): string => ` (no longer stated after ${until})`,
  /** Returns " (“…”; until 9 June 2022: “…”)". */
  ownQuotes: (quotes: readonly OwnQuote[]): string =>
    ` (${quotes
      .map(({ quote, isTranslated, until }) => {
        const words = `${quote}${isTranslated ? ' (translated)' : ''}`
        return until === null ? words : `until ${until}: ${words}`
      })
      .join('; ')})`,
  disputed: (rest: string): string => `Disputed: ${rest}`,
  contradictsItself: (subject: string): string => `Those who speak for ${subject} contradict each other.`,
  /** Said after it: how the words of one side changed on their way. */
  drifted: (drift: string): string => `But in our comparison, words changed on the way: ${drift}`,
  unspoken: (clause: string): string => `no statement is recorded on whether ${clause}`,
  takenBack: (who: string, act: Act, clause: string): string => {
    const acts = {
      STATES: 'the statement that',
      REPORTS: 'the report that',
      CONFIRMS: 'the confirmation that',
      DENIES: 'the denial that',
      DENIES_AS_PROBABLE: 'the denial, as likely rather than certain, that',
      DENIES_AS_POSSIBLE: 'the denial, as possible rather than certain, that',
      ALLEGES: 'the allegation that',
      SPECULATES: 'the guess that',
      REPORTS_UNKNOWN: 'what was said on whether',
    }
    return `${who} took back ${acts[act]} ${clause}`
  },
  withdrawn: (clause: string): string => `no statement on whether ${clause} stands in this record any more`,
  notDocumented: (clause: string, day: string): string =>
    `no document in this record states for ${day} whether ${clause}`,

  /** Words of by-lines, which stand beside a proposition: "X states it; Elon Musk denies it". */
  byLine: {
    /** Pronouns of a subject whom others speak of; the proposition above has named it. Empty if the name is repeated. */
    pronouns: { Person: '', Organization: 'it', Service: 'it', Group: 'they' },
    clause: ({ who, plural, within, act, verb: reporting, echo, isSame }: ByLineWords): string =>
      `${who}${within === null ? '' : `, ${within} says,`} ${byLineActEn(act, reporting, plural, { echo, isSame })}`,
    /** After the word of a status: "Stated by X". */
    agents: (who: string): string => `by ${who}`,
    /** @param echo null if the first clause of the by-line says the proposition as it stands above */
    nobody: (documents: string, echo: string | null, isGuess: boolean): string =>
      `${echo === null ? '' : `it is ${isGuess ? 'guessed' : 'said'} that ${echo}, `}no source named${documents === '' ? '' : ` (${documents})`}`,
    /** @param reporters null if the by-line has named those who report it */
    unknown: (missing: readonly Missing[], reporters: string | null): string =>
      reporters === null ? missing.map(inShort).join('; ') : `${missing.map(inShort).join(' and ')} (${reporters})`,
    retold: (who: string): string => `${who} (as retold elsewhere)`,
    others: (count: number): string => (count === 1 ? 'one other' : `${count} others`),
    otherDocuments: (count: number): string => (count === 1 ? 'one other document' : `${count} other documents`),
  },

  /** Joins those of whom none did something: "confirmed by X or Elon Musk". Empty for nobody. */
  noneOf: (called: readonly string[]): string =>
    called.length < 2 ? (called[0] ?? '') : `${called.slice(0, -1).join(', ')} or ${called.at(-1)}`,
  /** Words of a descent: "most people, the article says; the earliest wording found …". */
  descent: {
    document: (kind: string): string => kind,
    /** Words of a group or of nobody, as a document has them. */
    said: (who: string, document: string, judged: boolean, origins: string): string =>
      `${who}, ${document} says; the earliest wording found${judged ? ', in our judgement,' : ''} is ${origins}.`,
    /** Words of a claimant with a name, as somebody else's document has them. They may have changed on their way. */
    attributed: (who: string, document: string, judged: boolean, origins: string): string =>
      `the words that ${document} attributes to ${who} go back, as far as we could find${judged ? ' and in our judgement' : ''}, to ${origins}.`,
    /** Words of the document itself. */
    own: (judged: boolean, origins: string): string =>
      `the earliest wording found${judged ? ', in our judgement,' : ''} is ${origins}.`,
    ofWriter: (stance: Stance, where: string, isRetold: boolean): string =>
      `one writer’s ${nouns[stance]} in ${where}${isRetold ? ', known from a retelling only' : ''}`,
    ofRelatedClaim: (origin: string): string => `${origin}, about a related claim`,
    /** Line below words without a day. */
    goesBackTo: (origin: string, judged: boolean): string =>
      `${judged ? 'in our judgement, ' : ''}these words go back to ${origin}.`,
    inOwnDocument: (stance: Stance, who: string, document: string): string =>
      `${withArticle(nouns[stance])} by ${who} (${document})`,
    retold: (stance: Stance, who: string, where: string): string =>
      `${withArticle(nouns[stance])} by ${who}, as ${where} retells it`,
  },

  /** Returns "that there is no evidence for it", after a clause that was said before. */
  lacking: (one: Missing): string => `that ${notEither(one)}`,
  quoted: (text: string): string => `“${text}”`,
  nameless: 'a source not named',
  group: (printed: string, name: string): string => `${printed} (${name})`,
  sources: {
    ARTICLE: 'the article',
    POLICY: 'the document',
    POST: 'the post',
    FILING: 'the filing',
    DATASET: 'the data set',
    OTHER: 'the source',
  },
  ui: enUi,
}

export type Messages = typeof en

const inDocument = (within: string): string => (within === '' ? '' : ` in ${within}`)

type Stance = 'STATES' | 'CONFIRMS' | 'DENIES' | 'ALLEGES' | 'SPECULATES' | 'REPORTS_UNKNOWN' | 'RETRACTS'
const withArticle = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`

type Manner = Pick<ClauseWords<string>, 'negated' | 'certainty' | 'plural'>

const phraseOf = (spoken: Verb, manner: Manner & Pick<ClauseWords<string>, 'tense'>): string =>
  manner.tense === 'FUTURE' ? futurePhrase(spoken, manner) : verbPhrase(spoken, manner)

function verbPhrase({ base, third }: Verb, { negated, certainty, plural }: Manner): string {
  // "May not" could be read as "is not allowed to".
  if (negated) return [adverb(certainty), plural ? 'do not' : 'does not', base].filter(Boolean).join(' ')
  if (certainty === 'POSSIBLE') return `may ${base}`
  return [adverb(certainty), plural ? base : third].filter(Boolean).join(' ')
}

const futurePhrase = ({ base }: Verb, { negated, certainty }: Manner): string =>
  `${willOrMay(negated, certainty)} ${base}`

/** "May" alone would read as present. */
const willOrMay = (negated: boolean, certainty: Certainty): string =>
  certainty === 'POSSIBLE' && !negated
    ? 'may in future'
    : ['will', adverb(certainty), negated ? 'not' : ''].filter(Boolean).join(' ')

const adverb = (certainty: Certainty): string =>
  certainty === 'POSSIBLE' ? 'possibly' : certainty === 'PROBABLE' ? 'probably' : ''
