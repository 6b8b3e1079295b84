import { foldText } from '../../../src/text/fold.ts'
import type { NaturalClaim, NaturalConcept, NaturalData, ThingKind } from './natural-data.ts'
import type { ClaimAnswer, EdgeAnswer, NamedAnswer, NodeAnswer, PeerFilter, PeerSource } from './shape.ts'

/** All data in Maps of one process: about the least work that a GraphQL server can have. */
export function createMapsSource(data: NaturalData): PeerSource {
  const names = namesOf(data)
  const claimOf = new Map(data.claims.map((claim) => [claim.slug, claim]))
  const answers = new Map(data.claims.map((claim) => [claim.slug, toAnswer(claim, names)]))
  const answer = ({ slug }: NaturalClaim): ClaimAnswer => answers.get(slug) ?? missing(slug)
  const bySubject = groupBy(data.claims, ({ subject }) => [subject.slug])
  const byObject = groupBy(data.claims, ({ object }) => (object ? [`${object.kind}:${object.slug}`] : []))
  const byClaimant = groupBy(data.claims, ({ assertions }) => assertions.flatMap(({ claimant }) => claimant ?? []))
  const byData = groupBy(data.claims, (claim) => claim.data)
  const byStatus = groupBy(data.claims, ({ status }) => [status])
  const byWord = groupBy(data.claims, ({ searchWords }) => searchWords)
  const vocabulary = [...byWord.keys()].sort()
  const narrower = groupBy(data.data, ({ broader }) => broader)

  function matching({ subject, statuses, dataCategory }: PeerFilter): readonly NaturalClaim[] {
    if (subject) return (bySubject.get(subject) ?? []).filter(({ status }) => statuses?.includes(status) ?? true)
    if (dataCategory) return inOrder([...below(dataCategory, narrower)].flatMap((slug) => byData.get(slug) ?? []))
    if (statuses) return inOrder(statuses.flatMap((status) => byStatus.get(status) ?? []))
    return data.claims
  }

  function withTerm(term: string): ReadonlySet<NaturalClaim> {
    // A single letter is a name, and matches itself alone.
    if (term.length === 1) return new Set(byWord.get(term))
    const found = new Set<NaturalClaim>()
    for (let index = firstFrom(vocabulary, term); vocabulary[index]?.startsWith(term); index += 1)
      for (const claim of byWord.get(vocabulary[index] ?? '') ?? []) found.add(claim)
    return found
  }

  return {
    entity(slug, first) {
      const name = names.get(`Entity:${slug}`)
      if (name === undefined) return null
      return { slug, name: { value: name }, claims: { nodes: (bySubject.get(slug) ?? []).slice(0, first).map(answer) } }
    },
    claims(filter, first) {
      const found = matching(filter)
      return { totalCount: found.length, nodes: found.slice(0, first).map(answer) }
    },
    search(text, first) {
      const [head = new Set<NaturalClaim>(), ...rest] = foldText(text).split(' ').map(withTerm)
      const found = [...head].filter((claim) => rest.every((others) => others.has(claim)))
      return { nodes: inOrder(found).slice(0, first) }
    },
    graph(root, limit) {
      const near = inOrder([
        ...(bySubject.get(root) ?? []),
        ...(byObject.get(`Entity:${root}`) ?? []),
        ...(byClaimant.get(root) ?? []),
      ])
      const edges = near.flatMap((claim) => [
        ...edgesOf(claim),
        ...(byObject.get(`Claim:${claim.slug}`) ?? []).filter((other) => !near.includes(other)).map(edgeAbout(claim)),
      ])
      const ids = new Set([`Entity:${root}`, ...edges.flatMap(({ from, to }) => [from, to])])
      const nodes = [...ids].map((id): NodeAnswer => {
        const kind = toKind(id.slice(0, id.indexOf(':')))
        const status = kind === 'Claim' ? (claimOf.get(id.slice('Claim:'.length))?.status ?? null) : null
        return { id, kind, label: { value: names.get(id) ?? '' }, status }
      })
      return { complete: ids.size <= limit, nodes, edges }
    },
  }
}

const toKind = (text: string): ThingKind => text as ThingKind

function edgesOf(claim: NaturalClaim): readonly EdgeAnswer[] {
  const from = `Claim:${claim.slug}`
  const edge = (role: string, to: string): EdgeAnswer => ({ from, to, role, stance: null, polarity: claim.polarity })
  return [
    edge('SUBJECT', `${claim.subject.kind}:${claim.subject.slug}`),
    ...(claim.object ? [edge('OBJECT', `${claim.object.kind}:${claim.object.slug}`)] : []),
    ...claim.data.map((slug) => edge('DATA', `DataCategory:${slug}`)),
    ...claim.uses.map((slug) => edge('USE', `Use:${slug}`)),
    ...claim.assertions.flatMap(({ speaker, stance, polarity }) =>
      speaker ? [{ from, to: `${speaker.kind}:${speaker.slug}`, role: 'CLAIMANT', stance, polarity }] : [],
    ),
  ]
}

const edgeAbout =
  ({ slug }: NaturalClaim) =>
  (other: NaturalClaim): EdgeAnswer => ({
    from: `Claim:${other.slug}`,
    to: `Claim:${slug}`,
    role: 'OBJECT',
    stance: null,
    polarity: other.polarity,
  })

/** Names by id, such as `Entity:x`. */
function namesOf(data: NaturalData): ReadonlyMap<string, string> {
  const list = (kind: ThingKind, things: readonly { slug: string; name: string }[]): readonly [string, string][] =>
    things.map(({ slug, name }) => [`${kind}:${slug}`, name])
  return new Map([
    ...list('Entity', data.entities),
    ...list('Source', data.sources),
    ...list('DataCategory', data.data),
    ...list('Use', data.uses),
    ...list(
      'Claim',
      data.claims.map(({ slug, label }) => ({ slug, name: label })),
    ),
  ])
}

function toAnswer(claim: NaturalClaim, names: ReadonlyMap<string, string>): ClaimAnswer {
  const text = (id: string) => ({ value: names.get(id) ?? '' })
  const named =
    (kind: ThingKind) =>
    (slug: string): NamedAnswer => ({ slug, name: text(`${kind}:${slug}`) })
  return {
    slug: claim.slug,
    predicate: claim.predicate,
    status: { value: claim.status },
    sentence: { value: claim.sentence },
    data: claim.data.map(named('DataCategory')),
    uses: claim.uses.map(named('Use')),
    assertions: claim.assertions.map(({ slug, stance, claimant, source, quote }) => ({
      slug,
      stance,
      claimant: claimant === null ? null : { name: text(`Entity:${claimant}`) },
      source: { title: text(`Source:${source}`) },
      quote: quote === null ? null : { exact: quote },
    })),
  }
}

function below(slug: string, narrower: ReadonlyMap<string, readonly NaturalConcept[]>): ReadonlySet<string> {
  const found = new Set([slug])
  for (const one of found) for (const child of narrower.get(one) ?? []) found.add(child.slug)
  return found
}

/** Each claim once, by slug. */
const inOrder = (claims: readonly NaturalClaim[]): readonly NaturalClaim[] =>
  [...new Set(claims)].sort((a, b) => (a.slug < b.slug ? -1 : 1))

function groupBy<T>(things: readonly T[], keysOf: (thing: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const thing of things) {
    for (const key of new Set(keysOf(thing))) {
      const group = groups.get(key)
      if (group) group.push(thing)
      else groups.set(key, [thing])
    }
  }
  return groups
}

/** Index of the first word that is not before the term. */
function firstFrom(sorted: readonly string[], term: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < term) low = middle + 1
    else high = middle
  }
  return low
}

function missing(slug: string): never {
  throw new Error(`${slug} is no claim.`)
}
