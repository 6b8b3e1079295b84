import type { Certainty, Polarity, Stance } from '../../domain/stance.ts'
import type { StandingName } from '../../domain/standing.ts'
import type { Messages } from '../../messages/en.ts'
import type { Headline } from '../../sentences/headline.ts'
import type { SourceTitle } from '../../sentences/source-title.ts'
import type { TextInLanguage } from '../../text/languages.ts'

/** Data of a widget: all words are chosen, nothing is escaped yet. Pure functions make it from the store's results. */
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

/** Columns of data categories, claim cards and uses. The card names the subject of its claim. */
export interface GraphView {
  readonly kind: 'graph'
  readonly header: ViewHeader
  readonly data: readonly ViewNode[]
  readonly cards: readonly ClaimCard[]
  readonly uses: readonly ViewNode[]
  readonly links: readonly ViewLink[]
}

export interface ViewNode {
  /** Unique in the view: 'DataCategory:biometric'. */
  readonly id: string
  readonly label: string
  readonly href: string
}

/** Line from left to right: data to card, or card to use. Both ends are ids of nodes. */
export interface ViewLink {
  readonly from: string
  readonly to: string
  /** Status of the claim at one end. */
  readonly status: StandingName
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
  readonly utterances: readonly CardUtterance[]
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
  /** "Judgement of The desk, 4 March 2026: found to be contradicted". */
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
  readonly days: readonly ViewDay[]
}

/** Events of days, without those inside of other events. */
export const eventsOf = (days: readonly ViewDay[]): readonly ViewEvent[] =>
  days.flatMap(({ groups }) => groups.flatMap(({ events }) => events))

export interface ViewDay {
  /** ISO day, month or year; null if unknown. */
  readonly date: string | null
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
  readonly clock: 'SAID' | 'HOLDS' | 'RECORDED'
  /** "said", "in force from then", "recorded here". */
  readonly word: string
}

export interface ViewEvent {
  /** Hedged sentence "Elon Musk denies that …", or "“X Privacy Policy” was captured". */
  readonly text: string
  /** Words in the text that are in other languages. */
  readonly printed: readonly TextInLanguage[]
  /**
   * Status of a claim that nobody speaks of in this event, at the revision, not on the day of the event. Null for events of
   * documents, and for assertions: their sentence has the speaker's stance, which may differ from the status.
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
  /** True if cells of an entity without claims say so, as in a comparison. */
  readonly saysAbsent: boolean
  readonly rows: readonly (ViewNode & { readonly narrower: readonly ViewNode[] })[]
  readonly columns: readonly ViewNode[]
  readonly cells: readonly MatrixCell[]
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
    readonly status: StandingName
    readonly href: string
  }[]
}

/** Entities and the claims that join them. At most 60 nodes. */
export interface NetworkView {
  readonly kind: 'network'
  readonly header: ViewHeader
  readonly nodes: readonly ViewNode[]
  readonly edges: readonly NetworkEdge[]
  /** Cards of the claims that are edges. */
  readonly cards: readonly ClaimCard[]
}

export interface NetworkEdge {
  readonly from: string
  readonly to: string
  readonly headline: Headline
  readonly status: StandingName
  /** Slug of the claim, for its place in the list below. */
  readonly slug: string
}
