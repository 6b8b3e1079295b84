import type { Status } from '../domain/claim-status-types.ts'
import type { Certainty, Evidentiality, Polarity, Stance, Tense } from '../domain/stance.ts'

/** A text of the API with its language. */
export interface TextData {
  readonly value: string
  readonly language?: string
}

/** Data of the fragment Evidence. */
export interface EvidenceData {
  readonly slug: string
  readonly stance: Stance
  readonly polarity: Polarity
  readonly certainty: Certainty
  readonly tense: Tense
  readonly evidentiality: Evidentiality
  readonly assertedAt: string | null
  readonly withdrawalReason: string | null
  readonly claimant: { readonly slug: string; readonly name: TextData } | null
  readonly claimantAsPrinted: TextData | null
  readonly quote: {
    readonly exact: string
    readonly language: string
    readonly translations: readonly Required<TextData>[]
  } | null
  readonly source: {
    readonly slug: string
    readonly title: TextData | null
    readonly titleIsDescription: boolean
    readonly url: string | null
    readonly attribution: string | null
  }
}

/** Data of the fragment Card. */
export interface ClaimData {
  readonly slug: string
  readonly headline: {
    readonly proposition: string
    readonly status: string
    readonly by: string
    readonly language: string
  }
  readonly status: {
    readonly value: Status
    readonly polarity: Polarity | null
    readonly decidedBy: readonly { readonly slug: string }[]
    readonly caveats: readonly { readonly slug: string }[]
  }
  readonly assertions: readonly EvidenceData[]
}

/** Data of a page of claims. */
export interface ClaimPageData {
  readonly nodes: readonly ClaimData[]
  readonly totalCount: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

/** Data of `REVISION`. */
export interface RevisionData {
  readonly revision: { readonly number: number; readonly recordedAt: string } | null
}

/** Field of the revision that a query reads. */
export const REVISION = 'revision(asOf: $asOf) { number recordedAt }'

/** Fields of one assertion with its words and its document. Queries that use it declare `$language`. */
export const EVIDENCE_FRAGMENT = `fragment Evidence on Assertion {
  slug stance polarity certainty tense evidentiality assertedAt withdrawalReason
  claimant { slug name(language: $language) { value } }
  claimantAsPrinted { value }
  quote { exact language translations { value language } }
  source { slug title(language: $language) { value } titleIsDescription url attribution }
}`

/** Fields of a claim that every result has. Queries that use it declare `$language`. */
export const CARD_FRAGMENT = `fragment Card on Claim {
  slug
  headline(language: $language) { proposition status by language }
  status { value polarity decidedBy { slug } caveats { slug } }
  assertions { ...Evidence }
}
${EVIDENCE_FRAGMENT}`

/** Fields of a page of claims. */
export const CLAIM_PAGE = '{ nodes { ...Card } totalCount pageInfo { hasNextPage endCursor } }'
