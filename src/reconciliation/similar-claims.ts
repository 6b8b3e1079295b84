import type { ClaimDetails } from '../domain/claim-details.ts'
import type { Slug } from '../domain/slug.ts'
import { MAX_FOUND } from '../domain/store/search-candidate.ts'
import { MESSAGES } from '../messages/all-messages.ts'
import type { Names } from '../sentences/names.ts'
import { namesOfClaims } from '../sentences/names-of-claims.ts'
import { propositionOf } from '../sentences/proposition.ts'
import { sentenceOf } from '../sentences/sentence.ts'
import { foldText } from '../text/fold.ts'
import { queryTerms, searchTerms, termsWithoutStopWords } from '../text/search-text.ts'
import { similarityTo } from '../text/similarity.ts'
import type { Reader } from './reader.ts'

/** A claim with words similar to a text. */
export interface SimilarClaim {
  readonly id: Slug
  /** From 0 to 100. */
  readonly score: number
  /** Whether the text is the proposition itself, in the words of Sanad or of an editor. */
  readonly isSame: boolean
}

/** Length to which texts are compared, in UTF-16 units. */
export const MAX_CLAIM_TEXT = 1000
/** Least number of words of a text for which claims are searched if the query names no type. */
const MIN_WORDS = 4
const FOUND_BY_TERM = 50
const COMPARED = 20

/** Returns whether a text may be a proposition and no name. */
export const mayBeClaim = (text: string): boolean => !IS_NAME.test(text) && queryTerms(text).length >= MIN_WORDS

/** Up to three words of Latin letters and digits, as most names are. */
const IS_NAME = /^[a-z0-9]* ?[a-z0-9]* ?[a-z0-9]*$/i

/**
 * Returns the claims whose propositions, wordings or sentences are most similar to a text, best first. Claims are found by each
 * word of the text; rare words count more.
 */
export async function similarClaims(text: string, reader: Reader): Promise<readonly SimilarClaim[]> {
  const { store, revision, messages } = reader
  const wanted = text.slice(0, MAX_CLAIM_TEXT)
  const terms = termsWithoutStopWords(wanted) ?? searchTerms(wanted)
  const weights = new Map<Slug, number>()
  for (const term of terms) {
    const request = { terms: [term], language: messages.tag, kinds: ['Claim' as const], limit: FOUND_BY_TERM }
    const { things, total } = await store.search(request, revision)
    const weight = Math.log((MAX_FOUND + 1) / Math.max(1, total)) + 0.1
    for (const { id } of things) weights.set(id, (weights.get(id) ?? 0) + weight)
    await reader.pause()
  }
  const best = [...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, COMPARED)
  const found = await store.claims(
    best.map(([id]) => id),
    revision,
  )
  const claims = found.flatMap((details) => details ?? [])
  const names = await namesOfClaims(store, claims, revision)
  const likeness = similarityTo(wanted)
  const same = normalized(wanted)
  const scored: SimilarClaim[] = []
  for (const details of claims) {
    const propositions = propositionsOf(details, names)
    const texts = [...propositions, ...MESSAGES.map((one) => sentenceOf(details, { validOn: null }, names, one))]
    const score = Math.round(100 * Math.max(...texts.map(likeness)))
    scored.push({ id: details.claim.id, score, isSame: propositions.some((one) => normalized(one) === same) })
    await reader.pause()
  }
  return scored.sort((a, b) => Number(b.isSame) - Number(a.isSame) || b.score - a.score || (a.id < b.id ? -1 : 1))
}

const propositionsOf = ({ claim }: ClaimDetails, names: Names): readonly string[] => [
  ...MESSAGES.map((messages) => propositionOf(claim, names, messages)),
  ...Object.values(claim.wording ?? {}).map(({ affirmed }) => affirmed),
]

/** Folds a text, and removes the punctuation at its end. */
const normalized = (text: string): string => foldText(text).replace(/[\s.!?…]+$/u, '')
