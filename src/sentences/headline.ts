import type { ClaimDetails } from '../domain/claim-details.ts'
import { claimStatus, liveAssertions, type StatusMoment } from '../domain/claim-status.ts'
import { messagesIn } from '../messages/all-messages.ts'
import type { Messages } from '../messages/en.ts'
import { capitalised } from '../text/languages.ts'
import { type Beside, byLine, type Manner } from './by-line.ts'
import type { Names } from './names.ts'
import { directInterrogativeOf, propositionOf } from './proposition.ts'
import { statusWord } from './sentence.ts'
import { sharedHedges } from './shared-hedges.ts'
import { createWordsCache } from './words-cache.ts'

export interface HeadlineOptions {
  /** Day whose assertions count. All assertions count unless given. */
  readonly moment?: StatusMoment
  /** Maximum of parties that the by-line names, from 1. Three unless given. */
  readonly maxNamed?: number | undefined
  /** False for a by-line without the words of documents, where the page has them in full. True unless given. */
  readonly hasQuotes?: boolean
  /** Document and words that stand beside the by-line. */
  readonly beside?: Beside | undefined
}

const ALWAYS: StatusMoment = { validOn: null }

/** A claim in words of one language. The three parts belong together on every surface; none is ever empty. */
export interface Headline {
  /** Proposition with the hedges and the polarity that its deciding assertions share: "X will collect …". */
  readonly proposition: string
  /** Word of the status, capitalised: "Disputed". */
  readonly status: string
  /** Claimants, each with a stance on the proposition: "X states it; Elon Musk denies it". */
  readonly by: string
  /** The same for use after the status: "by X". Null if the status is not the verb of the first claimants. */
  readonly agents: string | null
}

/**
 * Returns status and by-line for a line that has both, as "Stated" and "by X", or "Disputed:" and "X states it; Elon Musk
 * denies it", so that no verb repeats the status.
 */
export const statusWithBy = ({ status, by, agents }: Headline): { readonly status: string; readonly by: string } =>
  agents === null ? { status: `${status}:`, by } : { status, by: agents }

/**
 * Returns the headline of a claim. The proposition is negated if live assertions negate it and none affirms or denies it. It
 * stays positive beside a denial, which "Denied" and "denies it" express.
 */
export function headline(
  details: ClaimDetails,
  names: Names,
  messages: Messages,
  { moment = ALWAYS, ...form }: HeadlineOptions = {},
): Headline {
  const make = (): Headline => makeHeadline(details, names, messages, moment, form)
  const isUsual = form.maxNamed === undefined && form.hasQuotes === undefined && form.beside === undefined
  return moment.validOn === null && isUsual ? cachedHeadline(details, names, messages, make) : make()
}

/** A page shows the headline of a claim in several places. */
const cachedHeadline = createWordsCache<Headline>()

function makeHeadline(
  details: ClaimDetails,
  names: Names,
  messages: Messages,
  moment: StatusMoment,
  form: Omit<HeadlineOptions, 'moment'>,
): Headline {
  const status = moment.validOn === null ? details.status : claimStatus(details, moment)
  const judged = status === details.status ? details : { ...details, status }
  const manner = mannerOf(judged, moment)
  const word = manner.negated ? messages.statuses[status.status] : statusWord(status, messages)
  return {
    proposition: propositionOf(details.claim, names, messages, { dated: true, ...manner }),
    status: capitalised(word, messages.tag),
    ...byLine(judged, { moment, manner, ...form }, names, messages),
  }
}

/** Returns the proposition of a headline as a question; null if the proposition is negated. */
export function headlineInterrogative(details: ClaimDetails, names: Names, messages: Messages): string | null {
  const { negated, ...manner } = mannerOf(details, ALWAYS)
  return negated ? null : directInterrogativeOf(details.claim, names, messages, manner)
}

/** A headline with the language of its words (BCP 47). */
export interface HeadlineIn extends Headline {
  readonly language: string
}

/** Returns the headline in the wanted language (BCP 47), or in English if Sanad has no messages for it. */
export function headlineIn(wanted: string, details: ClaimDetails, names: Names, moment: StatusMoment): HeadlineIn {
  const messages = messagesIn(wanted)
  return { ...headline(details, names, messages, { moment }), language: messages.tag }
}

/**
 * Returns the headline as one line for titles: "Denied: X sells user data – Elon Musk denies it". The status comes first,
 * since hosts cut titles at the end.
 */
export const headlineText = ({ proposition, status, by }: Omit<Headline, 'agents'>): string =>
  `${status}: ${proposition} – ${by}`

/** Returns polarity and hedges of the proposition. Shared hedges of negations are kept if the proposition is negated. */
function mannerOf(details: ClaimDetails, moment: StatusMoment): Manner {
  const sided = liveAssertions(details.assertions, moment).filter(({ polarity }) => polarity !== 'UNKNOWN')
  const negated =
    sided.length > 0 && sided.every(({ polarity, stance }) => polarity === 'NEGATES' && stance !== 'DENIES')
  return { negated, ...sharedHedges(details, negated) }
}
