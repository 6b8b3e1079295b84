import { allInOrder } from './all-in-order.ts'
import { checkDays } from './check-days.ts'
import { checkNotEmpty } from './check-not-empty.ts'
import type { Status } from './claim-status-types.ts'
import type { ConceptKind } from './concept.ts'
import { currentSlugsIn, type FindCurrentSlug, resolveSlug, type SlugStore } from './current-slug.ts'
import { DomainError } from './errors.ts'
import type { GraphStore } from './graph-store.ts'
import { idsWithText } from './ids-with-text.ts'
import type { Predicate } from './predicate.ts'
import type { RevisionNumber } from './revision-number.ts'
import { type Slug, toSlug } from './slug.ts'
import type { Evidentiality, Polarity, Stance } from './stance.ts'
import { type StandingName, standingsOf } from './standing.ts'
import type { ClaimFilter, SaidBetween } from './store/claim-filter.ts'
import type { ThingKind } from './thing-kind.ts'

/**
 * A filter of claims as a request gives it: things by their slug or a former one, a text to search for. A claim must
 * match every given key; of a list, one value is enough. Null and absent mean no restriction.
 */
export interface ClaimQuery {
  /** One claim alone. */
  readonly claim?: string | null | undefined
  readonly story?: string | null | undefined
  readonly subject?: string | null | undefined
  readonly party?: string | null | undefined
  readonly about?: string | null | undefined
  readonly object?: string | null | undefined
  readonly claimant?: string | null | undefined
  readonly source?: string | null | undefined
  readonly notInSource?: string | null | undefined
  /** Narrower data categories count too. */
  readonly dataCategory?: string | null | undefined
  /** Narrower uses count too. */
  readonly use?: string | null | undefined
  readonly predicates?: readonly Predicate[] | null | undefined
  readonly statuses?: readonly Status[] | null | undefined
  /** Side of the status; UNKNOWN for a status on neither side or on both. */
  readonly polarity?: Polarity | null | undefined
  /** Statuses as URLs name them, each with its side: STATED does not include STATED_NOT. */
  readonly standings?: readonly StandingName[] | null | undefined
  readonly stances?: readonly Stance[] | null | undefined
  readonly evidentialities?: readonly Evidentiality[] | null | undefined
  /** Partial date. */
  readonly validOn?: string | null | undefined
  readonly assertedBetween?: SaidBetween | null | undefined
  readonly text?: string | null | undefined
}

/** The part of the port that a claim query reads. */
export type ClaimQueryStore = SlugStore & Pick<GraphStore, 'thingsWithTerms' | 'narrowerConcepts'>

export interface ClaimQueryOptions {
  readonly revision: RevisionNumber
  /** Stands before the name of a key in errors: `filter.` for `filter.claimant`; empty unless given. */
  readonly prefix?: string
  /** Finds current slugs; reads the store one slug at a time unless given. */
  readonly findSlug?: FindCurrentSlug
}

/** The kind of thing that each slug of a query names. */
const KIND_OF_KEY = {
  claim: 'Claim',
  story: 'Story',
  subject: 'Entity',
  party: 'Entity',
  about: 'Entity',
  object: 'Entity',
  claimant: 'Entity',
  source: 'Source',
  notInSource: 'Source',
} as const satisfies Partial<Record<keyof ClaimQuery, ThingKind>>

/**
 * Resolves a query to the filter that the store reads: former slugs become current ones, concepts are widened to the
 * narrower ones, and a text becomes the slugs of the claims that contain it.
 * @throws DomainError with the argument that has the fault: BAD_INPUT for a query that no database can satisfy,
 * NOT_FOUND for an unknown slug, LIMIT_EXCEEDED for a text that too many claims contain
 */
export async function resolveClaimQuery(
  store: ClaimQueryStore,
  query: ClaimQuery,
  { revision, prefix = '', findSlug = currentSlugsIn(store) }: ClaimQueryOptions,
): Promise<ClaimFilter> {
  const { predicates, statuses, polarity, stances, evidentialities, validOn, assertedBetween } = query
  const argument = (key: keyof ClaimQuery): string => `${prefix}${key}`
  checkNotEmpty({
    [argument('predicates')]: predicates,
    [argument('statuses')]: statuses,
    [argument('stances')]: stances,
    [argument('evidentialities')]: evidentialities,
  })
  const standings = standingsOf({ statuses, polarity, names: query.standings })
  if (standings?.length === 0) {
    const message = `${argument('polarity')}: no status of ${argument('statuses')} can have the polarity ${polarity}: leave one of the two out.`
    throw new DomainError('BAD_INPUT', message, { argument: argument('polarity') })
  }
  checkDays(argument('assertedBetween'), assertedBetween?.from, assertedBetween?.until)
  const slug = (key: keyof typeof KIND_OF_KEY): Promise<Slug | null> | null =>
    query[key] == null ? null : resolveSlug(findSlug, KIND_OF_KEY[key], query[key], revision, argument(key))
  const narrower = async (kind: ConceptKind, key: 'dataCategory' | 'use'): Promise<readonly Slug[] | null> => {
    const given = query[key]
    const known = given == null ? [] : await store.narrowerConcepts(kind, toSlug(given), revision)
    if (known.length > 0) return known
    const current = await resolveSlug(findSlug, kind, given, revision, argument(key))
    return current === null ? null : store.narrowerConcepts(kind, current, revision)
  }
  const [data, uses, found, claim, story, subject, party, about, object, claimant, source, notInSource] =
    await allInOrder([
      narrower('DataCategory', 'dataCategory'),
      narrower('Use', 'use'),
      idsWithText(store, 'Claim', query.text, revision, argument('text')),
      slug('claim'),
      slug('story'),
      slug('subject'),
      slug('party'),
      slug('about'),
      slug('object'),
      slug('claimant'),
      slug('source'),
      slug('notInSource'),
    ])
  const ids = claim === null ? found : (found ?? [claim]).filter((id) => id === claim)
  const things = { story, subject, party, about, object, claimant, source, notInSource, data, uses, ids }
  return {
    ...things,
    predicate: predicates,
    standings,
    stance: stances,
    evidentiality: evidentialities,
    validOn,
    assertedBetween,
  }
}
