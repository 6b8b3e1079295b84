import type { Status } from '../domain/claim-status-types.ts'
import type { Certainty, Polarity, Stance } from '../domain/stance.ts'
import type { Messages } from '../messages/en.ts'
import type { TextInLanguage } from '../text/languages.ts'

/** What a widget shows, all words chosen and nothing escaped yet: made from the record by pure functions. */
export type View = GraphView | ClaimView | TimelineView | MatrixView | NetworkView

export interface ViewFrame {
  readonly messages: Messages
  readonly title: string
  /** One sentence. */
  readonly summary: string
  /** Path of the page that this is a part of, with its language: '/story/x-privacy-2023?lang=en'. */
  readonly permalink: string
  readonly notices: readonly Notice[]
  /** What the licences of the sources shown ask to be shown. */
  readonly attributions: readonly Attribution[]
}

export interface Attribution {
  readonly text: string
  /** BCP 47, as far as it is known. */
  readonly language: string | null
}

/** Something that a reader of an old article must be told: retracted, corrected, changed since. */
export interface Notice {
  readonly kind: 'CHANGED' | 'RETRACTED' | 'PINNED' | 'LIVE' | 'LEFT_OUT'
  readonly text: string
  readonly href: string | null
}

/** Data category → claim card → use. Whom a claim is about stands in its card. */
export interface GraphView {
  readonly kind: 'graph'
  readonly frame: ViewFrame
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
  /** "X sells user data": never shown without the status. */
  readonly proposition: string
  /** The full hedged sentence. */
  readonly sentence: string
  /** Words in it that are quoted as they were printed, in their own languages. */
  readonly printed?: readonly TextInLanguage[]
  /** "— X; denied by Elon Musk": who says it in short, at most a line or two. */
  readonly claimants: string
  /** "not known or not proven, the article says"; null where nobody says so. */
  readonly caveat: string | null
  /** "X contradicts itself"; null where it does not. */
  readonly contradiction: string | null
  readonly utterances: readonly CardUtterance[]
}

/** One assertion as a reader meets it: who, how, in which words, when, where. */
export interface CardUtterance {
  readonly id: string
  /** "denies", "states (may)". */
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
    readonly title: string
    readonly language?: string | null
    readonly href: string
    readonly url: string | null
  }
  /** The address is of the copy itself; null where only who keeps it is known. */
  readonly archive: { readonly name: string; readonly url: string | null } | null
  /** "held 29 September 2023 – …", "no longer stated since …"; null where it says nothing more. */
  readonly held: string | null
  readonly decides: boolean
}

export interface ClaimView {
  readonly kind: 'claim'
  readonly frame: ViewFrame
  readonly card: ClaimCard
}

export interface TimelineView {
  readonly kind: 'timeline'
  readonly frame: ViewFrame
  readonly events: readonly ViewEvent[]
}

export interface ViewEvent {
  readonly clock: 'SAID' | 'HOLDS' | 'RECORDED'
  /** "said", "in force", "recorded". */
  readonly clockWord: string
  readonly date: string | null
  readonly when: string
  /** "Elon Musk denies that …". */
  readonly text: string
  readonly status: Status
  readonly statusWord: string
  readonly href: string
}

export interface MatrixView {
  readonly kind: 'matrix'
  readonly frame: ViewFrame
  readonly entities: readonly ViewNode[]
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
  readonly frame: ViewFrame
  readonly nodes: readonly ViewNode[]
  readonly edges: readonly NetworkEdge[]
}

export interface NetworkEdge {
  readonly from: string
  readonly to: string
  /** "owns (until 28 March 2025)", with the status word. */
  readonly label: string
  readonly status: Status
  readonly statusWord: string
  readonly href: string
}
