import type { ClaimDetails } from './claim-details.ts'
import { liveAssertions, speakerRoleOf } from './claim-status.ts'
import { type ConceptTree, type PlacedConcept, withNarrower } from './concept-tree.ts'
import type { Slug } from './slug.ts'
import { contestKey, standingName } from './standing.ts'

/**
 * Chooses the claims of a picture by balance: for each kind of data and use, first the strongest word of the first party,
 * then the most contested claims, in turn. With a claim on which the first party is silent, the closest claim on which it
 * speaks is chosen too (`closestOwnWord`), if there is one. The same set of claims gives the same choice.
 *
 * @param limit maximum of chosen claims
 * @param categories kinds of data; a kind that it lacks has no narrower ones
 */
export function choosePicture(
  claims: readonly ClaimDetails[],
  limit: number,
  categories: ConceptTree<PlacedConcept>,
): readonly ClaimDetails[] {
  const sorted = [...claims].sort(byKey(contestOrder))
  const spoken = sorted.filter(hasOwnWord).sort(byKey(ownWordOrder))
  const chosen = new Set<ClaimDetails>()
  for (const details of inTurn(sorted)) {
    const answer = hasOwnWord(details) ? null : closestOwnWord(details, spoken, categories)
    const added = [...(answer === null ? [] : [answer]), details].filter((one) => !chosen.has(one))
    if (chosen.size + added.length > limit) continue
    for (const one of added) chosen.add(one)
  }
  return [...chosen]
}

/** Whether a first party, or its speaker, states, confirms or denies the claim. */
export const hasOwnWord = (details: ClaimDetails): boolean =>
  liveAssertions(details.assertions, { validOn: null }).some(
    (assertion) => SAYING.has(assertion.stance) && speakerRoleOf(assertion, details) === 'first',
  )

const SAYING: ReadonlySet<string> = new Set(['STATES', 'CONFIRMS', 'DENIES'])

/**
 * Returns the closest claim about the same subject, on the same or a narrower kind of data, on which its first party
 * speaks: one of the same predicate and use if there is one. Null without any.
 */
export function closestOwnWord(
  { claim }: ClaimDetails,
  spoken: readonly ClaimDetails[],
  categories: ConceptTree<PlacedConcept>,
): ClaimDetails | null {
  const kinds = new Set<string>(claim.data.flatMap((id) => [id, ...withNarrower(id, categories)]))
  const distance = (other: ClaimDetails): number =>
    4 * Number(other.claim.predicate !== claim.predicate) +
    2 * Number(!sharesOne(claim.uses, other.claim.uses)) +
    Number(!sharesOne(claim.data, other.claim.data))
  const [closest] = spoken
    .filter(
      ({ claim: other }) =>
        other.subject.kind === claim.subject.kind &&
        other.subject.id === claim.subject.id &&
        other.data.some((id) => kinds.has(id)),
    )
    .map((other) => ({ other, at: distance(other) }))
    .sort((a, b) => a.at - b.at)
  return closest?.other ?? null
}

/** True for lists with a common element, and for two empty lists. */
const sharesOne = (a: readonly Slug[], b: readonly Slug[]): boolean =>
  (a.length === 0 && b.length === 0) || a.some((id) => b.includes(id))

/** Returns the first claim of each kind of data and use, then the second of each. Kinds with data and use come first. */
function inTurn(sorted: readonly ClaimDetails[]): readonly ClaimDetails[] {
  const cells = new Map<string, ClaimDetails[]>()
  for (const details of sorted) {
    const { subject, data, uses, object } = details.claim
    const key = JSON.stringify([subject.id, data, uses, object?.kind === 'Use' ? object.id : null])
    cells.set(key, [...(cells.get(key) ?? []), details])
  }
  const queues = [...cells.values()]
    .map((queue) => {
      const own = queue.filter(hasOwnWord).sort(byKey(ownWordOrder)).slice(0, 1)
      return [...own, ...queue.filter((one) => !own.includes(one))]
    })
    .sort((a, b) => missing(a[0]) - missing(b[0]))
  const longest = Math.max(0, ...queues.map(({ length }) => length))
  return Array.from({ length: longest }, (_, turn) => queues.flatMap((queue) => queue[turn] ?? [])).flat()
}

/** Number of columns of a picture without a node for the claim: data, use. */
function missing(details: ClaimDetails | undefined): number {
  if (!details) return 0
  const { data, uses, object } = details.claim
  return 2 * Number(data.length === 0) + Number(uses.length === 0 && object === null)
}

const contestOrder = ({ status, claim }: ClaimDetails): string => `${contestKey(status)}|${claim.id}`

/** Strength of a first party's word: a confirmation, a statement, a denial, then claims that others contest. */
const OWN_WORDS: readonly string[] = ['CONFIRMED', 'STATED', 'STATED_NOT', 'DENIED', 'DISPUTED']

const ownWordOrder = ({ status, claim }: ClaimDetails): string => {
  const place = OWN_WORDS.indexOf(standingName(status))
  return `${place === -1 ? OWN_WORDS.length : place}|${claim.id}`
}

const byKey =
  (keyOf: (details: ClaimDetails) => string) =>
  (a: ClaimDetails, b: ClaimDetails): number => {
    const [left, right] = [keyOf(a), keyOf(b)]
    return left < right ? -1 : left > right ? 1 : 0
  }
