import { execute, parse } from 'graphql'
import { wordsOfTexts } from '../../../src/domain/folded-texts.ts'
import type { GraphStore } from '../../../src/domain/graph-store.ts'
import { schema } from '../../../src/graphql/schema.ts'
import { type Headline, headlineText } from '../../../src/sentences/headline.ts'
import type { Engine } from '../../../src/store/engines/engine.ts'
import { publicContext } from '../../graphql/public-context.ts'

export interface Named {
  readonly slug: string
  readonly name: string
}

export interface NaturalConcept extends Named {
  readonly broader: readonly string[]
}

export interface NaturalAssertion {
  readonly slug: string
  readonly stance: string
  readonly polarity: string
  readonly claimant: string | null
  /** The claimant, or the document where it names nobody; null for one who is only described. */
  readonly speaker: Reference | null
  readonly source: string
  readonly quote: string | null
}

/** Kinds as in the id of a node of the graph: `Claim:x-sells-user-data`. */
export type ThingKind = 'Entity' | 'Claim' | 'Source' | 'Use' | 'DataCategory'

export interface Reference {
  readonly kind: ThingKind
  readonly slug: string
}

export interface NaturalClaim {
  readonly slug: string
  readonly predicate: string
  readonly status: string
  /** Side of the status; null where it has none. */
  readonly polarity: string | null
  readonly sentence: string
  /** Text of the claim as a node of the graph. */
  readonly label: string
  /** Folded words of a search, each once. */
  readonly searchWords: readonly string[]
  readonly subject: Reference
  readonly object: Reference | null
  readonly data: readonly string[]
  readonly uses: readonly string[]
  readonly assertions: readonly NaturalAssertion[]
}

/** Content of a database as another author would model it: one object per thing, no revisions, one language. */
export interface NaturalData {
  readonly entities: readonly Named[]
  readonly sources: readonly Named[]
  readonly data: readonly NaturalConcept[]
  readonly uses: readonly NaturalConcept[]
  /** By slug. */
  readonly claims: readonly NaturalClaim[]
}

const PAGE = 100
const ANY = `__typename ... on Person { slug } ... on Organization { slug } ... on Service { slug } ... on Group { slug } ... on Source { slug }`
const CLAIM = `slug predicate status { value polarity } sentence { value }
  headline { proposition status by language } subject { ${ANY} }
  object { ${ANY} ... on Claim { slug } ... on Use { slug } } data { slug } uses { slug }
  assertions { slug stance polarity claimant { slug } claimantAsPrinted { value } source { slug } quote { exact } }`

interface Value {
  readonly value: string
}

interface ReadReference {
  readonly __typename: string
  readonly slug?: string
}

interface ReadClaim {
  readonly slug: string
  readonly predicate: string
  readonly status: Value & { readonly polarity: string | null }
  readonly sentence: Value
  readonly headline: Headline
  readonly subject: ReadReference
  readonly object: ReadReference | null
  readonly data: readonly { readonly slug: string }[]
  readonly uses: readonly { readonly slug: string }[]
  readonly assertions: readonly {
    readonly slug: string
    readonly stance: string
    readonly polarity: string
    readonly claimant: { readonly slug: string } | null
    readonly claimantAsPrinted: Value | null
    readonly source: { readonly slug: string }
    readonly quote: { readonly exact: string } | null
  }[]
}

interface ReadThing {
  readonly slug: string
  readonly name?: Value
  readonly title?: Value | null
  readonly broader?: readonly { readonly slug: string }[]
}

/**
 * Reads a whole database through the GraphQL API, so that peers have the same derived statuses and sentences.
 *
 * @param searchTexts indexed text of each claim by slug
 */
export async function readNaturalData(
  store: GraphStore,
  searchTexts: ReadonlyMap<string, string>,
): Promise<NaturalData> {
  const read: Reader = (text, variables) => readQuery(store, text, variables)
  const claims = await readList<ReadClaim>(read, 'claims', CLAIM)
  const concept = (thing: ReadThing): NaturalConcept => ({
    ...named(thing),
    broader: (thing.broader ?? []).map(({ slug }) => slug),
  })
  return {
    entities: (await readList<ReadThing>(read, 'entities', 'slug name { value }')).map(named),
    sources: (await readList<ReadThing>(read, 'sources', 'slug title { value }')).map(named),
    data: toThings(
      (await read('{ dataCategories { slug name { value } broader { slug } } }', {}))['dataCategories'],
    ).map(concept),
    uses: toThings((await read('{ uses { slug name { value } broader { slug } } }', {}))['uses']).map(concept),
    claims: claims
      .map((claim) => toClaim(claim, searchTexts.get(claim.slug) ?? ''))
      .sort((a, b) => (a.slug < b.slug ? -1 : 1)),
  }
}

type Reader = (text: string, variables: Readonly<Record<string, unknown>>) => Promise<Readonly<Record<string, unknown>>>

async function readQuery(
  store: GraphStore,
  text: string,
  variableValues: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const { data, errors } = await execute({
    schema,
    document: parse(text),
    contextValue: publicContext(store),
    variableValues,
  })
  if (errors?.[0]) throw errors[0]
  return data ?? {}
}

async function readList<T>(read: Reader, list: string, fields: string): Promise<readonly T[]> {
  const found: T[] = []
  const text = `query ($after: String) { ${list}(first: ${PAGE}, after: $after) {
    pageInfo { hasNextPage endCursor } nodes { ${fields} } } }`
  for (let after: string | null = null, hasNext = true; hasNext; ) {
    const { nodes, pageInfo }: Page<T> = toPage<T>((await read(text, { after }))[list])
    found.push(...nodes)
    after = pageInfo.endCursor
    hasNext = pageInfo.hasNextPage
  }
  return found
}

interface Page<T> {
  readonly nodes: readonly T[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

const toPage = <T>(value: unknown): Page<T> => value as Page<T>
const toThings = (value: unknown): readonly ReadThing[] => value as readonly ReadThing[]

const named = ({ slug, name, title }: ReadThing): Named => ({ slug, name: name?.value ?? title?.value ?? '' })

function toClaim(claim: ReadClaim, searchText: string): NaturalClaim {
  return {
    slug: claim.slug,
    predicate: claim.predicate,
    status: claim.status.value,
    polarity: claim.status.polarity,
    sentence: claim.sentence.value,
    label: headlineText(claim.headline),
    searchWords: [...new Set(wordsOfTexts(searchText))],
    subject: toReference(claim.subject) ?? { kind: 'Entity', slug: '' },
    object: toReference(claim.object),
    data: claim.data.map(({ slug }) => slug),
    uses: claim.uses.map(({ slug }) => slug),
    assertions: claim.assertions.map(({ slug, stance, polarity, claimant, claimantAsPrinted, source, quote }) => ({
      slug,
      stance,
      polarity,
      claimant: claimant?.slug ?? null,
      speaker: claimant
        ? { kind: 'Entity', slug: claimant.slug }
        : claimantAsPrinted
          ? null
          : { kind: 'Source', slug: source.slug },
      source: source.slug,
      quote: quote?.exact ?? null,
    })),
  }
}

function toReference(read: ReadReference | null): Reference | null {
  if (read?.slug === undefined) return null
  const kind = (['Claim', 'Use', 'Source'] as const).find((one) => one === read.__typename) ?? 'Entity'
  return { kind, slug: read.slug }
}

const SEARCH_TEXTS =
  'MATCH (s:ClaimState) WHERE s.searchText IS NOT NULL RETURN s.thing AS thing, s.searchText AS searchText'

/** Indexed text of each claim, from a database with one revision. */
export async function readSearchTexts(engine: Engine): Promise<ReadonlyMap<string, string>> {
  const found = await engine.run(SEARCH_TEXTS)
  return new Map(
    found.map(({ thing, searchText }) => [String(thing).slice(String(thing).indexOf(':') + 1), String(searchText)]),
  )
}
