import type { Status } from '../../domain/claim-status-types.ts'
import type { Certainty, Polarity, Stance } from '../../domain/stance.ts'
import type { Messages } from '../../messages/en.ts'
import type { SourceTitle } from '../../sentences/source-title.ts'
import type { TextInLanguage } from '../../text/languages.ts'

/** What a widget shows, all words chosen and nothing escaped yet: made from the record by pure functions. */
export type View = GraphView | ClaimView | TimelineView | MatrixView | NetworkView

export interface ViewHeader {
  readonly messages: Messages
  readonly title: string
  /** One sentence. */
  readonly summary: string
  /** Path of the page that this is a part of, with its language: '/story/x-privacy-2023?lang=en'. */
  readonly permalink: string
  readonly notices: readonly Notice[]
  /** What the licences of the sources shown ask to be shown. */
  readonly attributions: readonly Attribution[]
  /** What is said where there is nothing to show; that the record holds no such claim, unless given. */
  readonly nothing?: string
}

export interface Attribution {
  readonly text: string
  /** BCP 47, as far as it is known. */
  readonly language: string | null
}

/** Something that a reader of an old article must be told: retracted, corrected, changed since. */
export interface Notice {
  readonly kind: 'CHANGED' | 'RETRACTED' | 'PINNED' | 'LIVE' | 'FILTERED' | 'LEFT_OUT'
  readonly text: string
  readonly href: string | null
}

/** Data category → claim card → use. Whom a claim is about stands in its card. */
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

/** From left to right: data to card, card to use. */
export interface ViewLink {
  readonly from: string
  readonly to: string
  /** Of the card that it touches. */
  readonly status: Status
}

export interface ClaimCard {
  /** 'Claim:x-sells-user-data'. */
  readonly id: string
  readonly slug: string
  readonly href: string
  readonly status: Status
  /** "denied"; one that negates says so: "reported not to". */
  readonly statusWord: string
  /** "Denied: X sells user data". */
  readonly title: string
  /** "X sells user data": never shown without the status. */
  readonly proposition: string
  /** The full hedged sentence. */
  readonly sentence: string
  /** The same without what status and remarks say, where they stand beside it. */
  readonly body: string
  /** Words in it that are quoted as they were printed, in their own languages. */
  readonly printed?: readonly TextInLanguage[]
  /** "— X; denied by Elon Musk": who says it in short, at most a line or two. */
  readonly claimants: string
  /** "no evidence: the article"; null where nobody says so. */
  readonly caveat: string | null
  /** "X contradicts itself"; null where it does not. */
  readonly contradiction: string | null
  /** Who may have spoken for a party, or not, and counts as if: a sentence for each. */
  readonly presumed?: readonly string[]
  /** The newsroom's own, apart from what anybody said; null where none holds. */
  readonly assessment: CardAssessment | null
  readonly utterances: readonly CardUtterance[]
}

/** The capture of a document that quoted words are from. */
export interface CardCapture {
  /** To its entry on the page of its document, where its fingerprint stands whole. */
  readonly href: string
  /** "captured 30 August 2023", "states that it is in force from 29 September 2023". */
  readonly words: readonly string[]
  /** Its beginning; null where the text has none. */
  readonly sha256: string | null
}

export interface CardAssessment {
  /** "Judgement of The desk, 4 March 2026: found to be contradicted". */
  readonly text: string
  readonly note: TextInLanguage | null
}

/** One assertion as a reader meets it: who, how, in which words, when, where. */
export interface CardUtterance {
  readonly id: string
  /** "denies", "states (as possible)". */
  readonly act: string
  readonly who: string
  /** What of it is quoted as it was printed. */
  readonly printed?: TextInLanguage | null
  readonly stance: Stance
  readonly polarity: Polarity
  readonly certainty: Certainty
  readonly quote: TextInLanguage | null
  readonly translation: TextInLanguage | null
  /** In words, as precise as it is known: "31 August 2023", "date unknown". */
  readonly when: string
  /** ISO partial date for <time>; null where unknown. */
  readonly date: string | null
  readonly source: {
    readonly title: SourceTitle
    readonly href: string
    readonly url: string | null
  }
  /** Which capture of the source the quote is from; null where none is recorded. */
  readonly capture: CardCapture | null
  /** The address is of the copy itself; null where only who keeps it is known. */
  readonly archive: { readonly name: string; readonly url: string | null } | null
  /** "these words are in force since 10 June 2022", whatever the capture states of itself; null where it says nothing more. */
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

export interface ViewDay {
  /** ISO partial date; null where unknown. */
  readonly date: string | null
  readonly when: string
  readonly groups: readonly ViewEventGroup[]
}

/** What happened on one day in one way, or what was said and in force on one day. */
export interface ViewEventGroup {
  readonly heads: readonly ViewEventHead[]
  /** That this record learnt of it, which says nothing of the world: closed until somebody wants to know. */
  readonly isRoutine: boolean
  readonly events: readonly ViewEvent[]
}

export interface ViewEventHead {
  readonly clock: 'SAID' | 'HOLDS' | 'RECORDED'
  /** "said", "in force from then", "recorded here". */
  readonly word: string
}

export interface ViewEvent {
  /** "Elon Musk denies that …", every hedge kept; "“X Privacy Policy” was captured". */
  readonly text: string
  /** Words in it that are in their own languages. */
  readonly printed: readonly TextInLanguage[]
  /** "claim: denied": of the claim as it stands in this record, not of the line nor of that day; null for what happened to a document. */
  readonly badge: { readonly status: Status; readonly word: string } | null
  readonly href: string
  /** What belongs to it: closed until somebody wants to know. */
  readonly parts: readonly { readonly words: string; readonly events: readonly ViewEvent[] }[]
}

export interface MatrixView {
  readonly kind: 'matrix'
  readonly header: ViewHeader
  readonly entities: readonly ViewNode[]
  /** Whether it is said where an entity has no claim: in a comparison that is what a reader came for. */
  readonly saysAbsent: boolean
  readonly rows: readonly (ViewNode & { readonly narrower: readonly ViewNode[] })[]
  readonly columns: readonly ViewNode[]
  readonly cells: readonly MatrixCell[]
}

export interface MatrixCell {
  readonly entity: string
  /** Ids of its row and its column. */
  readonly row: string
  readonly column: string
  /** The most contested first; never one merged status. */
  readonly counts: readonly { readonly status: Status; readonly word: string; readonly count: number }[]
  readonly claims: readonly {
    readonly proposition: string
    readonly statusWord: string
    readonly status: Status
    readonly href: string
  }[]
}

/** Entities and how they are joined; at most 60 nodes. */
export interface NetworkView {
  readonly kind: 'network'
  readonly header: ViewHeader
  readonly nodes: readonly ViewNode[]
  readonly edges: readonly NetworkEdge[]
  /** The claims of the edges, whole. */
  readonly cards: readonly ClaimCard[]
}

export interface NetworkEdge {
  readonly from: string
  readonly to: string
  /** "Elon Musk owns X (until 28 March 2025)": never shown without the status and who says so. */
  readonly label: string
  /** "— Bloomberg". */
  readonly claimants: string
  readonly status: Status
  readonly statusWord: string
  /** Of its claim in the list below. */
  readonly slug: string
}
