import type { Certainty, Polarity, Stance } from '../../domain/stance.ts'
import type { StandingName } from '../../domain/standing.ts'
import type { Messages } from '../../messages/en.ts'
import type { Headline } from '../../sentences/headline.ts'
import type { SourceTitle } from '../../sentences/source-title.ts'
import type { TextInLanguage } from '../../text/languages.ts'

/** Content of a widget: all words are chosen, nothing is escaped yet. Pure functions make it from the results of the store. */
export type View = GraphView | ClaimView | TimelineView | MatrixView | NetworkView

/** Parts that every view has. */
export interface ViewHeader {
  readonly messages: Messages
  readonly title: string
  /** One sentence. */
  readonly summary: string
  /** Path of the page with the view, with its language: '/story/x-privacy-2023?lang=en'. */
  readonly permalink: string
  readonly notices: readonly Notice[]
  /** Credits that the licences of the shown sources require. */
  readonly attributions: readonly Attribution[]
  /** Text of an empty view; `messages.ui.noClaims` by default. */
  readonly nothing?: string
}

export interface Attribution {
  readonly text: string
  /** BCP 47; null if unknown. */
  readonly language: string | null
}

/** Line above a widget, with a link or without: retracted, changed since, as of a date, filtered, left out. */
export interface Notice {
  readonly kind: 'CHANGED' | 'RETRACTED' | 'PINNED' | 'LIVE' | 'FILTERED' | 'LEFT_OUT'
  readonly text: string
  readonly href: string | null
}

/** Picture of claims: a band of what is collected, then data, claim card and use in one row each. */
export interface GraphView {
  readonly kind: 'graph'
  readonly header: ViewHeader
  /** Every claim of the picture once, in its order. */
  readonly cards: readonly ClaimCard[]
  /** Claims of collection without a use; null without any. */
  readonly band: PictureBand | null
  readonly groups: readonly PictureGroup[]
  /** Statuses of all claims of the topic, each with a link that filters; empty for no strip. */
  readonly strip: readonly StripCell[]
  /** Links to other views of the topic; null for none. */
  readonly tabs: PictureTabs | null
}

export interface PictureBand {
  /** "X collects", or "Collects" for several subjects. */
  readonly title: string
  /** Headings of the two columns. Empty for a column without a card, and both if a column mixes the two kinds. */
  readonly heads: readonly [own: string, others: string]
  /** "as X's privacy policy puts it", where all cards of a column quote one document; null otherwise. */
  readonly sources: readonly [own: string | null, others: string | null]
  /** The word of the subject beside what others say of the same data. */
  readonly rows: readonly (readonly [own: ClaimCard | null, other: ClaimCard | null])[]
}

/** Rows that share their nodes on the right: uses, or what the subject does with the data. */
export interface PictureGroup {
  readonly rows: readonly { readonly card: ClaimCard; readonly data: readonly ViewNode[] }[]
  readonly ends: readonly ViewNode[]
}

export interface StripCell {
  readonly status: StandingName
  readonly word: string
  readonly count: number
  /** Filtered view. */
  readonly href: string
  readonly isChosen: boolean
}

export interface PictureTabs {
  readonly links: readonly { readonly text: string; readonly href: string }[]
  /** "12 of 41 claims." */
  readonly shown: string
  /** Link to all claims: "See all 41 claims". */
  readonly all: { readonly text: string; readonly href: string }
}

export interface ViewNode {
  /** Unique in the view: 'DataCategory:biometric'. */
  readonly id: string
  readonly label: string
  readonly href: string
}

export interface ClaimCard {
  /** 'Claim:x-sells-user-data'. */
  readonly id: string
  readonly slug: string
  readonly href: string
  readonly status: StandingName
  /** Proposition, status and by-line. No surface shows one of them without the others. */
  readonly headline: Headline
  /** "Denied: X sells user data". */
  readonly title: string
  /** Hedged sentence, from `sentenceOf`, without the words of status and annotations, which stand beside it. */
  readonly body: string
  /** Printed words that the sentence quotes, in their own languages. */
  readonly printed?: readonly TextInLanguage[]
  /** Contradiction between words of the first party, with the drift behind it; null without one. */
  readonly contradiction: string | null
  /** One sentence for each speaker who counts as a party's although that is uncertain. */
  readonly presumed?: readonly string[]
  /** One sentence for each descent of words: "Most people, the article says; the earliest wording found …". */
  readonly descents?: readonly string[]
  /** Newest assessment of the newsroom; null without one. */
  readonly assessment: CardAssessment | null
  /** Words that stand on the card itself: of a deciding assertion, in the language of the reader. Null without any. */
  readonly lead: CardLead | null
  /** Names, and the condition of the claim, that no line breaks where they fit. */
  readonly unbroken: readonly string[]
  /**
   * By-lines that do not repeat the words and the document of `lead`, each with fewer names than the one before. The first that
   * fits is shown.
   */
  readonly shorter?: readonly string[]
  readonly utterances: readonly CardUtterance[]
}

export interface CardLead {
  /** Assertion that the words are of. */
  readonly id: string
  /** Null if no words are quoted. */
  readonly quote: TextInLanguage | null
  readonly isTranslated: boolean
  /** Short name of the document: "X's privacy policy". */
  readonly source: string
  /** Page of the document. */
  readonly href: string
  /** "31 August 2023", "in force since 29 September 2023", "no date". */
  readonly when: string
  /** "31 Aug 2023", "since 29 Sept 2023", "no date"; empty if the name of the document has the day. */
  readonly whenInShort: string
}

/** Capture of a document that has a quote. */
export interface CardCapture {
  /** Link to the capture on the page of its source, which has the complete hash. */
  readonly href: string
  /** "captured 30 August 2023", "states that it is in force from 29 September 2023". */
  readonly words: readonly string[]
  /** First digits of the hash; null if the capture has none. */
  readonly sha256: string | null
}

export interface CardAssessment {
  /** "Assessment by The desk, 4 March 2026: contradicted". */
  readonly text: string
  readonly note: TextInLanguage | null
}

/** One assertion for display: claimant, verb, quote, day, source. */
export interface CardUtterance {
  readonly id: string
  /** "denies", "states (as possible)". */
  readonly act: string
  readonly who: string
  /** Printed name that `who` quotes. */
  readonly printed?: TextInLanguage | null
  readonly stance: Stance
  readonly polarity: Polarity
  readonly certainty: Certainty
  readonly quote: TextInLanguage | null
  readonly translation: TextInLanguage | null
  /** Day in words, at its own precision: "31 August 2023", "date unknown". */
  readonly when: string
  /** ISO partial date for <time>; null if unknown. */
  readonly date: string | null
  readonly source: {
    readonly title: SourceTitle
    readonly href: string
    readonly url: string | null
  }
  /** Capture of the source that has the quote; null if none is recorded. */
  readonly capture: CardCapture | null
  /** Archive of the source. `url` is the archived copy; null if only the archive is known. */
  readonly archive: { readonly name: string; readonly url: string | null } | null
  /**
   * "these words are in force since 10 June 2022", independent of the capture; null without `heldFrom` and `heldUntil`.
   */
  readonly documentedPeriod: string | null
  readonly decides: boolean
}

export interface ClaimView {
  readonly kind: 'claim'
  readonly header: ViewHeader
  readonly card: ClaimCard
}

export interface TimelineView {
  readonly kind: 'timeline'
  readonly header: ViewHeader
  /** Days with their events, numbered from 1, oldest first. */
  readonly days: readonly ViewDay[]
  /** Events for which the source gives no date. */
  readonly undated: readonly ViewEventGroup[]
  /** Marks of the drawing, in the order of the days. */
  readonly marks: readonly TimelineMark[]
}

/** A mark on the axis. */
export interface TimelineMark {
  readonly kind: MarkKind
  /** Place of the day in the list, from 1. */
  readonly number: number
  /** Partial date. */
  readonly from: string
  /** Partial date on which a period ends. Null if it goes on, or for a mark without a period. */
  readonly until: string | null
  /** Speakers, or the title of the document. */
  readonly label: string
}

/** Said, in force, captured, recorded here. A period in force is a bar. */
export type MarkKind = 'SAID' | 'HOLDS' | 'CAPTURED' | 'RECORDED'

/** Events of days, without those inside of other events. */
export const eventsOf = (groups: readonly ViewEventGroup[]): readonly ViewEvent[] =>
  groups.flatMap(({ events }) => events)

export interface ViewDay {
  /** Place in the list, from 1. The drawing has the same number. */
  readonly number: number
  /** ISO day, month or year. */
  readonly date: string
  readonly when: string
  readonly groups: readonly ViewEventGroup[]
}

/** Events of one kind on one day, or those said and in force on the same day. */
export interface ViewEventGroup {
  readonly heads: readonly ViewEventHead[]
  /** True for events of recording, which a closed element contains. */
  readonly isRoutine: boolean
  readonly events: readonly ViewEvent[]
}

export interface ViewEventHead {
  readonly mark: MarkKind
  /** "said", "in force from then", "recorded here". */
  readonly word: string
}

export interface ViewEvent {
  /** Hedged clause "Elon Musk denies that …", or "“X Privacy Policy” was captured". */
  readonly text: string
  /** Words in the text that are in other languages. */
  readonly printed: readonly TextInLanguage[]
  /** Standing whose signs show the act of the speaker. Null for events without a speaker. */
  readonly act: StandingName | null
  /** Name of the speaker, at the beginning of the text; empty if the text begins with something else. */
  readonly speaker: string
  /** Short title of the document; null if the text names it. */
  readonly source: { readonly title: string; readonly href: string } | null
  /**
   * For an event without a speaker: status of the claim at the revision, not on the day of the event. Null for all others:
   * their sentence has the speaker's stance, which may differ from the status.
   */
  readonly badge: { readonly status: StandingName; readonly word: string } | null
  /** By-line after the status; empty without a badge. */
  readonly by: string
  readonly href: string
  /** Events that belong to this one, in closed elements. */
  readonly parts: readonly { readonly words: string; readonly events: readonly ViewEvent[] }[]
}

export interface MatrixView {
  readonly kind: 'matrix'
  readonly header: ViewHeader
  readonly entities: readonly ViewNode[]
  /** True if it says for which rows an entity has no claim, as in a comparison. */
  readonly saysAbsent: boolean
  readonly rows: readonly MatrixRow[]
  readonly columns: readonly ViewNode[]
  readonly cells: readonly MatrixCell[]
}

export interface MatrixRow extends ViewNode {
  /** True for a category below the one of an earlier row. */
  readonly isNarrower: boolean
}

export interface MatrixCell {
  readonly entity: string
  /** Id of the row; `column` has that of the column. */
  readonly row: string
  readonly column: string
  /** Counts by status, the most contested first. A cell never merges statuses. */
  readonly counts: readonly { readonly status: StandingName; readonly word: string; readonly count: number }[]
  readonly claims: readonly {
    readonly headline: Headline
    /** Name of the use, in the column of several uses; empty elsewhere. */
    readonly use: string
    readonly status: StandingName
    readonly href: string
  }[]
}

/** People and companies, and what they say of each other. */
export interface NetworkView {
  readonly kind: 'network'
  readonly header: ViewHeader
  /** Speakers and those they speak of, the one in most claims first. */
  readonly nodes: readonly NetworkNode[]
  /** Acts of speakers, in the order of a drawing. */
  readonly edges: readonly NetworkEdge[]
}

export interface NetworkNode extends ViewNode {
  /** "spoken of in 34 claims"; empty for one that only speaks. */
  readonly note: string
}

/** All that one speaker says of one party with one act. */
export interface NetworkEdge {
  /** Unique in the view: 'edge-1'. */
  readonly id: string
  /** Id of the speaker. Equal to `to` for what a party says of itself. */
  readonly from: string
  /** Id of the party that is spoken of. */
  readonly to: string
  /** Standing whose signs show the act. */
  readonly act: StandingName
  /** "denies"; for a group the words of the source for it: "“most people”". */
  readonly verb: string
  /** The proposition, or the number of claims. */
  readonly words: string
  /** True if it is about one claim. */
  readonly isOfOne: boolean
  /** The statements, each with its words and its document. */
  readonly statements: readonly ViewEvent[]
}
