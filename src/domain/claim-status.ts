import { holdsOn } from '../text/partial-date.ts'
import { type Assertion, wasSaid } from './assertion.ts'
import type { Claim } from './claim.ts'
import type { ClaimRecord } from './claim-record.ts'
import type { ClaimStatus, Representative, Status } from './claim-status-types.ts'
import { PREDICATES } from './predicate.ts'
import type { Slug } from './slug.ts'
import { spokeFor } from './speaks-for.ts'
import type { Evidentiality, Stance } from './stance.ts'

export interface StatusMoment {
  /** Partial date. Only assertions that a versioned source contained on it count; null counts all. */
  readonly validOn: string | null
}

type SpeakerRole = 'first' | 'third' | 'nobody'
interface Heard {
  readonly assertion: Assertion
  readonly role: SpeakerRole
}

const COUNTING: ReadonlySet<Stance> = new Set(['STATES', 'CONFIRMS', 'DENIES', 'ALLEGES'])
const SAYING: ReadonlySet<Stance> = new Set(['STATES', 'CONFIRMS', 'DENIES'])
const SECOND_HAND: ReadonlySet<Evidentiality> = new Set(['HEARSAY', 'INFERENCE', 'NONE'])
/** Evidentialities in which a source quotes or retells somebody else, so its publisher is not the speaker. */
const IN_OTHERS_WORDS: ReadonlySet<Evidentiality> = new Set(['DIRECT_QUOTE', 'INDIRECT_SPEECH', 'HEARSAY'])

/** Derives the status by the status table: the first row that fits. Pure and total. */
export function claimStatus(claimRecord: ClaimRecord, moment: StatusMoment = { validOn: null }): ClaimStatus {
  const live = liveAssertions(claimRecord.assertions, moment)
  const heard = live.map((assertion) => ({ assertion, role: speakerRoleOf(assertion, claimRecord) }))
  const caveats = live.filter((a) => a.stance === 'REPORTS_UNKNOWN').map((a) => a.id)
  const counting = heard.filter(({ role, assertion }) => role !== 'nobody' && COUNTING.has(assertion.stance))
  const said = counting.filter(({ assertion }) => SAYING.has(assertion.stance))
  const first = said.filter(({ role }) => role === 'first')
  const contradictsItself = polarityOf(counting.filter(({ role }) => role === 'first')) === 'both'

  const answer = (status: Status, because: readonly Heard[]): ClaimStatus => {
    const polarity = polarityOf(because)
    return {
      status,
      polarity: polarity === 'both' ? null : polarity,
      because: because.map(({ assertion }) => assertion.id),
      caveats,
      contradictsItself,
    }
  }

  if (claimRecord.assertions.length === 0) return answer('UNKNOWN', [])
  if (live.length === 0) return answer(isTakenBack(claimRecord.assertions, moment) ? 'RETRACTED' : 'UNKNOWN', [])
  if (polarityOf(counting) === 'both') return answer('DISPUTED', counting)
  if (first.length > 0) {
    if (polarityOf(first) === 'NEGATES') {
      // A denial decides; the negating statements of the first party beside it are its word too, so all are named.
      const isDenied = first.some(({ assertion }) => assertion.stance === 'DENIES')
      return answer(isDenied ? 'DENIED' : 'STATED', first)
    }
    const confirming = first.filter(({ assertion }) => assertion.stance === 'CONFIRMS')
    const independent = said.filter((one) => isIndependent(one, first, claimRecord))
    if (confirming.length > 0 || independent.length > 0) return answer('CONFIRMED', [...first, ...independent])
    return answer('STATED', first)
  }
  if (said.length > 0) return answer('REPORTED', said)
  if (counting.length > 0) return answer('ALLEGED', counting)
  const hearsay = heard.filter(({ role, assertion }) => role === 'nobody' && COUNTING.has(assertion.stance))
  if (hearsay.length > 0) return answer('ALLEGED', hearsay)
  const guesses = heard.filter(({ assertion }) => assertion.stance === 'SPECULATES')
  if (guesses.length > 0) return answer('SPECULATED', guesses)
  return answer('UNKNOWN', [])
}

/**
 * Deciding assertions that count as a first party's because their speakers speak for it. The explanation of the status names
 * them, with the origin of that knowledge. Assertions of a party itself are left out.
 */
export function representatives(claimRecord: ClaimRecord, { because }: ClaimStatus): readonly Representative[] {
  const parties = partiesOf(claimRecord.claim, claimRecord.sources)
  return claimRecord.assertions.flatMap((assertion) => {
    const speakerId = speakerOf(assertion, claimRecord)
    if (!because.includes(assertion.id) || speakerId === null || parties.has(speakerId)) return []
    const { id: assertionId, assertedAt: day } = assertion
    const all = claimRecord.speaksFor[speakerId] ?? []
    const match = spokeFor(all, (id) => parties.has(id), day)
    if (match === 'NO') return []
    const partyIds = [...parties].filter((party) => spokeFor(all, (id) => id === party, day) === match)
    const periods = all.filter((one) => partyIds.includes(one.entityId) && spokeFor([one], () => true, day) === match)
    const why = match === 'CERTAIN' ? null : day === null ? 'DAY_UNKNOWN' : 'PERIOD_UNKNOWN'
    return [{ assertionId, speakerId, partyIds, why, periods }]
  })
}

/** Assertions that count: neither withdrawn nor retracted, and in their document on the day of `moment`. RETRACTS are left out. */
export function liveAssertions(assertions: readonly Assertion[], moment: StatusMoment): readonly Assertion[] {
  const standing = assertions.filter((a) => wasSaid(a) && wasHeld(a, moment.validOn))
  const ended = new Set(standing.filter((a) => a.stance === 'RETRACTS').map((a) => a.retracts))
  return standing.filter((a) => a.stance !== 'RETRACTS' && !ended.has(a.id))
}

/** Role of an assertion's speaker: a party or its speaker at that time, a third party, or nobody. */
export function speakerRoleOf(assertion: Assertion, claimRecord: AttributionContext): SpeakerRole {
  if (assertion.claimantId === null && assertion.evidentiality === 'HEARSAY') return 'nobody'
  return isFirstParty(speakerOf(assertion, claimRecord), assertion.assertedAt, claimRecord) ? 'first' : 'third'
}

/** Entity id of an assertion's speaker; null where nobody is known. */
export const speakerOf = (assertion: Assertion, claimRecord: AttributionContext): Slug | null =>
  speakerIn(assertion, publisherOf(assertion, claimRecord))

/** Speaker of an attribution. An unsigned document speaks for its publisher; a printed claimant such as "some users" does not. */
export function speakerIn(attribution: Attribution, publishedBy: Slug | null): Slug | null {
  return attribution.claimantId ?? (isDocumentsOwnWord(attribution) ? publishedBy : null)
}

/** Whether an unsigned document speaks for itself: it neither names nor quotes nor retells a claimant. */
export const isDocumentsOwnWord = ({ claimantId, claimantAsPrinted, evidentiality }: Attribution): boolean =>
  claimantId === null && claimantAsPrinted === null && !IN_OTHERS_WORDS.has(evidentiality)

export type Attribution = Pick<Assertion, 'claimantId' | 'evidentiality'> & { readonly claimantAsPrinted: unknown }

export type AttributionContext = Pick<ClaimRecord, 'claim' | 'speaksFor' | 'sources'>

const publisherOf = ({ sourceId }: Assertion, { sources }: AttributionContext): Slug | null =>
  sources[sourceId]?.publishedBy ?? null

/** Whether an entity is a party of the claim, or spoke for one on that day. */
function isFirstParty(entityId: Slug | null, day: string | null, claimRecord: AttributionContext): boolean {
  if (entityId === null) return false
  const parties = partiesOf(claimRecord.claim, claimRecord.sources)
  return parties.has(entityId) || spokeFor(claimRecord.speaksFor[entityId] ?? [], (id) => parties.has(id), day) !== 'NO'
}

/** Entity ids of the parties of a claim. A source is represented by its publisher. */
function partiesOf(claim: Claim, sources: ClaimRecord['sources']): ReadonlySet<Slug> {
  const parties = new Set<Slug>()
  const add = (kind: string, id: Slug): void => {
    const party = kind === 'Source' ? sources[id]?.publishedBy : kind === 'Entity' ? id : null
    if (party) parties.add(party)
  }
  add(claim.subject.kind, claim.subject.id)
  if (PREDICATES[claim.predicate].parties === 'SUBJECT_AND_OBJECT' && claim.object && claim.object.kind !== 'Text') {
    add(claim.object.kind, claim.object.id)
  }
  return parties
}

/**
 * Whether an assertion is independent of the first party's: their sources share no document, and the first party did not
 * publish the source. Two articles from one report count as one.
 */
function isIndependent(heard: Heard, first: readonly Heard[], claimRecord: ClaimRecord): boolean {
  const { assertion, role } = heard
  if (role !== 'third' || SECOND_HAND.has(assertion.evidentiality)) return false
  if (claimRecord.sources[assertion.sourceId]?.derivation !== 'KNOWN') return false
  if (isFirstParty(publisherOf(assertion, claimRecord), assertion.assertedAt, claimRecord)) return false
  const documents = new Set(first.flatMap((f) => lineage(f.assertion.sourceId, claimRecord)))
  return lineage(assertion.sourceId, claimRecord).every((id) => !documents.has(id))
}

const lineage = (sourceId: string, claimRecord: ClaimRecord): readonly string[] => [
  sourceId,
  ...(claimRecord.sources[sourceId]?.ancestors ?? []),
]

const wasHeld = (assertion: Assertion, validOn: string | null): boolean =>
  validOn === null ||
  (assertion.heldFrom === null && assertion.heldUntil === null) ||
  holdsOn(assertion.heldFrom, assertion.heldUntil, validOn) !== 'NO'

/** Whether a claimant retracted an assertion. A withdrawal by the newsroom is no retraction. */
const isTakenBack = (assertions: readonly Assertion[], moment: StatusMoment): boolean =>
  assertions.some((a) => a.stance === 'RETRACTS' && wasSaid(a) && wasHeld(a, moment.validOn))

function polarityOf(heard: readonly Heard[]): 'AFFIRMS' | 'NEGATES' | 'both' | null {
  const affirms = heard.some(({ assertion }) => assertion.polarity === 'AFFIRMS')
  const negates = heard.some(({ assertion }) => assertion.polarity === 'NEGATES')
  if (affirms && negates) return 'both'
  return affirms ? 'AFFIRMS' : negates ? 'NEGATES' : null
}
