import { foldText } from '../text/fold.ts'
import { type Evidence, matchIn } from './match-decision.ts'
import type { MatchQuery, PropertyCondition } from './match-query.ts'
import type { NameLookup } from './name-lookup.ts'
import { type NameScore, scoreName, toWantedName, type WantedName } from './name-score.ts'
import { ownValues } from './property-values.ts'
import { readThings, type ThingInWords } from './read-things.ts'
import type { Reader } from './reader.ts'
import { MAX_CLAIM_TEXT, mayBeClaim, type SimilarClaim, similarClaims } from './similar-claims.ts'
import { broaderType, idOfThing, MATCHED_KINDS, THING_TYPES, type ThingKey, type ThingType } from './thing-types.ts'
import { externalIdIn, isEqual, thingsIdentifiedBy } from './things-identified-by.ts'

/** Reasons of a score. */
export type FeatureId =
  | 'name_similarity'
  | 'exact_name'
  | 'same_core'
  | 'alias'
  | 'former_name'
  | 'identifier'
  | 'text_similarity'

export interface Feature {
  /** A reason, or a property of the query. */
  readonly id: FeatureId | `property:${string}`
  readonly value: number | boolean
}

export interface Candidate {
  readonly thing: ThingInWords
  /** From 0 to 100. */
  readonly score: number
  /** True for at most one candidate of a query. */
  readonly isMatch: boolean
  readonly features: readonly Feature[]
}

/** Number of things that are scored beyond the requested number of candidates. */
const SPARE = 2
/** Maximum number of claims that are scored for a text. */
const SCORED_CLAIMS = 7
/** Least score of a name or a text for a candidate. */
const MIN_SCORE = 40
const MIN_CLAIM_SCORE = 25
/** Factors of the score for a property that differs, and for one that is not known. */
const DIFFERENT = 0.6
const UNKNOWN = 0.95

/** Keys of the things that a query finds, before they are read. */
interface Found {
  readonly query: MatchQuery
  readonly wanted: readonly WantedName[]
  readonly keys: readonly ThingKey[]
  /** Ids of the things that an identifier of the query names. */
  readonly identified: ReadonlySet<string>
  readonly claims: ReadonlyMap<string, SimilarClaim>
}

/** Returns the candidates of each query, best first. All queries share their reads of the store. */
export async function matchQueries(
  queries: readonly MatchQuery[],
  names: NameLookup,
  reader: Reader,
): Promise<readonly (readonly Candidate[])[]> {
  const found: Found[] = []
  for (const query of queries) {
    found.push(await find(query, names, reader))
    await reader.pause()
  }
  const things = await readThings(
    found.flatMap(({ keys }) => keys),
    reader,
  )
  const candidates: (readonly Candidate[])[] = []
  for (const one of found) {
    candidates.push(candidatesOf(one, things, reader))
    await reader.pause()
  }
  return candidates
}

async function find(query: MatchQuery, names: NameLookup, reader: Reader): Promise<Found> {
  const { texts, ids, conditions } = query
  const types = acceptedTypes(query)
  const wanted = texts.map(toWantedName)
  const external = conditions
    .filter(({ property, quantifier }) => property.own === 'external-ids' && quantifier !== 'NONE')
    .flatMap(({ values }) => values)
  const identified: ThingKey[] = []
  for (const text of [...ids, ...texts, ...external]) identified.push(...(await thingsIdentifiedBy(text, reader)))
  const named = wanted.flatMap(({ spellings }) => names.find(spellings, types, query.limit + SPARE))
  const claims = new Map<string, SimilarClaim>()
  const isForClaims = query.types.includes('claim')
  if (types === null || types.has('claim')) {
    for (const text of texts.filter((one) => isForClaims || mayBeClaim(one))) {
      for (const claim of (await similarClaims(text, reader)).slice(0, SCORED_CLAIMS)) {
        const id = idOfThing({ kind: 'Claim', id: claim.id })
        if (claim.score > (claims.get(id)?.score ?? -1)) claims.set(id, claim)
      }
    }
  }
  const keys = [...identified, ...named, ...[...claims.values()].map(({ id }): ThingKey => ({ kind: 'Claim', id }))]
  return { query, wanted, keys, identified: new Set(identified.map(idOfThing)), claims }
}

/** Returns the narrowest types that a query accepts. Null for all. */
function acceptedTypes({ types, needsAllTypes }: MatchQuery): ReadonlySet<ThingType> | null {
  if (types.length === 0) return null
  const bears = (narrowest: ThingType, type: ThingType): boolean =>
    narrowest === type || broaderType(narrowest) === type
  return new Set(
    THING_TYPES.filter((narrowest) =>
      needsAllTypes ? types.every((type) => bears(narrowest, type)) : types.some((type) => bears(narrowest, type)),
    ),
  )
}

interface Scored extends Evidence {
  readonly thing: ThingInWords
  readonly features: readonly Feature[]
}

function candidatesOf(
  { query, wanted, keys, identified, claims }: Found,
  things: ReadonlyMap<string, ThingInWords>,
  reader: Reader,
): readonly Candidate[] {
  const types = acceptedTypes(query)
  const scored = new Map<string, Scored>()
  for (const key of keys) {
    const thing = things.get(idOfThing(key))
    const type = thing?.types[0]
    if (thing === undefined || type === undefined || (types !== null && !types.has(type))) continue
    if (scored.has(thing.id)) continue
    const isIdentified = identified.has(idOfThing(key)) || identified.has(thing.id)
    const one = score({ thing, isIdentified, claim: claims.get(thing.id) ?? null }, wanted, query, reader)
    if (one !== null) scored.set(thing.id, one)
  }
  const best = [...scored.values()].sort(byScore)
  const match = matchIn(best, wanted)
  return best
    .map(({ thing, score, features }, i) => ({ thing, score, features, isMatch: i === match }))
    .slice(0, query.limit)
}

const byScore = (a: Scored, b: Scored): number =>
  b.score - a.score ||
  MATCHED_KINDS.indexOf(a.thing.key.kind) - MATCHED_KINDS.indexOf(b.thing.key.kind) ||
  (a.thing.id < b.thing.id ? -1 : 1)

interface Known {
  readonly thing: ThingInWords
  readonly isIdentified: boolean
  readonly claim: SimilarClaim | null
}

function score(
  { thing, isIdentified, claim }: Known,
  wanted: readonly WantedName[],
  { conditions }: MatchQuery,
  reader: Reader,
): Scored | null {
  const name = bestName(thing, wanted)
  const text = claim?.score ?? 0
  if (!isIdentified && (name?.score ?? 0) < MIN_SCORE && text < MIN_CLAIM_SCORE) return null
  const results = conditions.map((condition) => ({ condition, result: compare(condition, thing, reader) }))
  if (results.some(({ condition, result }) => condition.isRequired && result !== true)) return null
  const factor = results.reduce(
    (product, { result }) => product * (result === true ? 1 : result === false ? DIFFERENT : UNKNOWN),
    1,
  )
  const features: readonly Feature[] = [
    ...(name === null ? [] : featuresOfName(name)),
    ...(claim === null ? [] : [{ id: 'text_similarity' as const, value: text }]),
    ...(isIdentified ? [{ id: 'identifier' as const, value: true }] : []),
    ...results.map(({ condition, result }) => ({
      id: `property:${condition.property.id}` as const,
      value: result === true,
    })),
  ]
  const base = isIdentified ? 100 : Math.max(name?.score ?? 0, text)
  return {
    thing,
    features: features.filter(({ id }, i) => features.findIndex((other) => other.id === id) === i),
    score: Math.round(base * factor),
    isIdentified,
    name,
    isSameText: claim?.isSame ?? false,
    isContradicted: results.some(({ result }) => result === false),
  }
}

const featuresOfName = (name: NameScore): readonly Feature[] => [
  { id: 'name_similarity', value: name.score },
  { id: 'exact_name', value: name.isExact },
  { id: 'same_core', value: name.isSameCore },
  { id: 'alias', value: name.namedAs === 'ALIAS' },
  { id: 'former_name', value: name.namedAs === 'FORMER' },
]

function bestName({ names }: ThingInWords, wanted: readonly WantedName[]): NameScore | null {
  let best: NameScore | null = null
  for (const one of wanted) {
    for (const name of names) {
      const scored = scoreName(one, name)
      if (best === null || scored.score > best.score) best = scored
    }
  }
  return best
}

/** Returns whether a thing fulfils a condition; null if it has no value of the property. */
function compare(
  { property, values, quantifier }: PropertyCondition,
  thing: ThingInWords,
  reader: Reader,
): boolean | null {
  const own = ownValues(property.own, thing, reader)
  const texts = new Set(
    own.flatMap((value) => {
      if (value.is === 'THING') return [value.id, foldText(value.name)]
      return value.is === 'TEXT' ? [foldText(value.text)] : []
    }),
  )
  if (property.own === 'kind') for (const type of thing.types) texts.add(type)
  if (texts.size === 0) return quantifier === 'NONE' ? true : null
  const has = (value: string): boolean => {
    if (property.own !== 'external-ids') return texts.has(value) || texts.has(foldText(value))
    const wanted = externalIdIn(value)
    return thing.externalIds.some(
      (one) => isEqual(one) && one.value === (wanted?.value ?? value) && one.scheme === (wanted?.scheme ?? one.scheme),
    )
  }
  if (quantifier === 'ALL') return values.every(has)
  return quantifier === 'ANY' ? values.some(has) : !values.some(has)
}

/** Returns the cost points of a batch. A text for which claims are searched costs several searches. */
export function pointsOfQueries(queries: readonly MatchQuery[]): number {
  const points = queries.map(({ texts, ids, types, conditions, limit }) => {
    const isForClaims = types.includes('claim')
    const searched =
      types.length === 0 || isForClaims
        ? texts.filter((text) => isForClaims || mayBeClaim(text.slice(0, MAX_CLAIM_TEXT)))
        : []
    const values = conditions.filter(({ property }) => property.own === 'external-ids').flatMap((one) => one.values)
    const external = [...texts, ...ids, ...values].filter((text) => externalIdIn(text.trim()) !== null)
    const named = Math.ceil((NAME_POINTS + limit / CANDIDATES_PER_POINT) * Math.max(1, texts.length))
    return named + CLAIM_POINTS * searched.length + EXTERNAL_ID_POINTS * external.length
  })
  return points.reduce((sum, one) => sum + one, 0)
}

const NAME_POINTS = 5
const CANDIDATES_PER_POINT = 5
const CLAIM_POINTS = 150
const EXTERNAL_ID_POINTS = 20
