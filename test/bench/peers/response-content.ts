import { foldText } from '../../../src/text/fold.ts'
import type { NaturalData } from './natural-data.ts'
import { CATEGORY_BY_CYPHER, QUESTION, type QuestionName } from './questions.ts'
import type { Variables } from './variable-sets.ts'

/** Shapes of a response: Sanad's schema and its likes, the one that @neo4j/graphql makes, and its `@cypher` field. */
export type Shape = 'sanad' | 'crud' | 'crud-cypher'

/** JSON object of a response, read without a schema. */
type Json = Readonly<Record<string, unknown>>

/**
 * Returns the content of a response in one form, so that equal content is an equal value.
 *
 * Order counts where a question has one: claims of a list. Engines rank a search differently: of a search with one hit
 * the slug counts; of one with many hits their number, and that each is a hit.
 *
 * @throws Error where the response has errors or another shape
 */
export function contentOf(question: QuestionName, shape: Shape, body: string, set: Variables, hits: Hits): unknown {
  const parsed = toJson(JSON.parse(body))
  if (parsed['errors'] !== undefined) throw new Error(`errors in the response: ${body.slice(0, 300)}`)
  const data = toJson(parsed['data'])
  if (question === 'card') return cardOf(shape, data)
  if (question === 'neighbourhood') return shape === 'sanad' ? graphOf(toJson(data['graph'])) : crudGraphOf(data)
  if (question !== 'search' && question !== 'rare-search') return listOf(shape, data)
  const found = shape === 'sanad' ? list(toJson(data['search'])['nodes']) : edgesOf(toJson(data['searchClaims']))
  const slugs = found.map(({ slug }) => String(slug))
  if (question === 'rare-search') return slugs
  return { count: new Set(slugs).size, others: slugs.filter((slug) => !hits(slug, String(set['text']))) }
}

/** Whether a claim has every word of a search, or a beginning of it. */
export type Hits = (slug: string, text: string) => boolean

export function createHits({ claims }: NaturalData): Hits {
  const wordsOf = new Map(claims.map(({ slug, searchWords }) => [slug, searchWords]))
  return (slug, text) =>
    foldText(text)
      .split(' ')
      .every((term) =>
        (wordsOf.get(slug) ?? []).some((word) => (term.length === 1 ? word === term : word.startsWith(term))),
      )
}

/** Body of a request for a contender of the shape. */
export function bodyOf(question: QuestionName, shape: Shape, set: Variables): string {
  const { text, crud, toCrud } = QUESTION[question]
  if (shape === 'sanad') return JSON.stringify({ query: text, variables: set })
  return JSON.stringify({ query: shape === 'crud' ? crud : CATEGORY_BY_CYPHER, variables: toCrud(set) })
}

function cardOf(shape: Shape, data: Json): unknown {
  const entity = shape === 'sanad' ? toJson(data['entity']) : toJson(list(data['entities'])[0])
  const claims = shape === 'sanad' ? toJson(entity['claims'])['nodes'] : entity['claimsAsSubject']
  return { ...named(entity), claims: list(claims).map(claimOf) }
}

function listOf(shape: Shape, data: Json): unknown {
  if (shape === 'sanad') {
    const { totalCount, nodes } = toJson(data['claims'])
    return { total: totalCount, claims: list(nodes).map(claimOf) }
  }
  if (shape === 'crud-cypher') {
    const category = toJson(list(data['dataCategories'])[0])
    return { total: category['countWithNarrower'], claims: list(category['claimsWithNarrower']).map(claimOf) }
  }
  const connection = toJson(data['claimsConnection'])
  const total = toJson(toJson(connection['aggregate'])['count'])['nodes']
  return { total, claims: edgesOf(connection).map(claimOf) }
}

const FIELDS = ['slug', 'predicate', 'status', 'sentence'] as const

function claimOf(claim: Json): unknown {
  const { data, uses, assertions } = claim
  return {
    ...Object.fromEntries(FIELDS.map((field) => [field, plain(claim[field])])),
    data: sorted(list(data).map(named)),
    ...(uses === undefined ? {} : { uses: sorted(list(uses).map(named)) }),
    ...(assertions === undefined ? {} : { assertions: sorted(list(assertions).map(assertionOf)) }),
  }
}

function assertionOf({ slug, stance, claimant, source, quote }: Json): unknown {
  const [by, document] = [only(claimant), only(source)]
  const words = typeof quote === 'string' ? quote : (only(quote)?.['exact'] ?? null)
  return {
    slug,
    stance,
    claimant: plain(by?.['name']),
    source: plain(document?.['title'] ?? document?.['name']),
    words,
  }
}

const named = ({ slug, name }: Json): Json => ({ slug, name: plain(name) })

interface Collected {
  readonly nodes: Map<string, unknown>
  readonly edges: Json[]
}

function graphOf(graph: Json): unknown {
  const root = String(list(graph['nodes'])[0]?.['id'])
  const nodes = list(graph['nodes']).map(
    ({ id, label, status }) => [String(id), [plain(label), status ?? null]] as const,
  )
  return nearOf(root, {
    nodes: new Map(nodes),
    edges: list(graph['edges']).map(({ from, to, role, stance, polarity }) => edge(from, to, role, stance, polarity)),
  })
}

const edge = (from: unknown, to: unknown, role: unknown, stance: unknown = null, polarity: unknown = null): Json => ({
  from,
  to,
  role,
  stance: stance ?? null,
  polarity: polarity ?? null,
})

const CRUD_EDGES = [
  ['subject', 'Entity', 'SUBJECT'],
  ['subjectSource', 'Source', 'SUBJECT'],
  ['objectEntity', 'Entity', 'OBJECT'],
  ['objectUse', 'Use', 'OBJECT'],
  ['objectClaim', 'Claim', 'OBJECT'],
  ['objectSource', 'Source', 'OBJECT'],
  ['data', 'DataCategory', 'DATA'],
  ['uses', 'Use', 'USE'],
] as const

function crudGraphOf(data: Json): unknown {
  const entity = toJson(list(data['entities'])[0])
  const collected: Collected = { nodes: new Map(), edges: [] }
  const add = (kind: string, thing: Json): string => {
    const id = `${kind}:${thing['slug']}`
    collected.nodes.set(id, [thing['name'] ?? thing['label'], thing['status'] ?? null])
    return id
  }
  const root = add('Entity', entity)
  const fromAssertions = list(entity['assertions']).flatMap(({ claim }) => list(claim))
  for (const claim of [...list(entity['claimsAsSubject']), ...list(entity['claimsAsObject']), ...fromAssertions]) {
    const from = add('Claim', claim)
    for (const [field, kind, role] of CRUD_EDGES)
      for (const thing of list(claim[field]))
        collected.edges.push(edge(from, add(kind, thing), role, null, claim['polarity']))
    for (const other of list(claim['aboutIt']))
      collected.edges.push(edge(add('Claim', other), from, 'OBJECT', null, other['polarity']))
    for (const { claimant, claimantSource, stance, polarity } of list(claim['assertions'])) {
      const said = (to: string): number => collected.edges.push(edge(from, to, 'CLAIMANT', stance, polarity))
      for (const one of list(claimant)) said(add('Entity', one))
      for (const one of list(claimantSource)) said(add('Source', one))
    }
  }
  return nearOf(root, collected)
}

/**
 * Claims next to the root, and all that they name. Sanad alone also has edges between things two steps away, which are
 * left out of the comparison.
 */
function nearOf(root: string, { nodes, edges }: Collected): unknown {
  const near = new Set(edges.filter(({ to }) => to === root).map(({ from }) => from))
  const among = edges.filter(({ from, to }) => near.has(from) || near.has(to))
  const ids = [...new Set([root, ...among.flatMap(({ from, to }) => [String(from), String(to)])])].sort()
  return {
    nodes: ids.map((id) => [id, nodes.get(id) ?? null]),
    edges: [...new Set(among.map((e) => JSON.stringify(e)))].sort(),
  }
}

const edgesOf = (connection: Json): readonly Json[] => list(connection['edges']).map(({ node }) => toJson(node))
const toJson = (value: unknown): Json => (value ?? {}) as Json
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
const list = (value: unknown): readonly Json[] => (isList(value) ? value.map(toJson) : [])
/** A thing, or the only one of a list; null for none. */
const only = (value: unknown): Json | null => (isList(value) ? (list(value)[0] ?? null) : value ? toJson(value) : null)
/** A text, or the text in `{ value }`. */
const plain = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'value' in value ? value.value : (value ?? null)
const sorted = (values: readonly unknown[]): readonly unknown[] =>
  [...values].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
