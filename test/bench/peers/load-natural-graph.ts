import neo4j from 'neo4j-driver'
import type { NaturalData, Reference, ThingKind } from './natural-data.ts'

export interface Neo4jAddress {
  readonly uri: string
  readonly user: string
  readonly password: string
}

const KINDS: readonly ThingKind[] = ['Entity', 'Claim', 'Source', 'Use', 'DataCategory']
const BATCH = 1000

/** Writes the data as a natural property graph beside Sanad's own nodes, with the indexes that its questions need. */
export async function loadNaturalGraph({ uri, user, password }: Neo4jAddress, data: NaturalData): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password))
  const run = (text: string, parameters = {}) => driver.executeQuery(text, parameters, { database: 'neo4j' })
  const batch = async (text: string, things: readonly object[]): Promise<void> => {
    for (let from = 0; from < things.length; from += BATCH)
      await run(`UNWIND $things AS t ${text}`, { things: things.slice(from, from + BATCH) })
  }
  const connect = (from: string, type: string, to: string, pairs: readonly object[]): Promise<void> =>
    batch(
      `MATCH (a:Peer${from} {slug: t.from}) MATCH (b:Peer${to} {slug: t.to}) CREATE (a)-[:PEER_${type}]->(b)`,
      pairs,
    )
  const pairsOf = (kind: ThingKind, reference: (claim: NaturalData['claims'][number]) => Reference | null) =>
    data.claims.flatMap((claim) => {
      const to = reference(claim)
      return to?.kind === kind ? [{ from: claim.slug, to: to.slug }] : []
    })
  try {
    for (const kind of [...KINDS, 'Assertion'])
      await run(`CREATE CONSTRAINT peer_${kind} IF NOT EXISTS FOR (n:Peer${kind}) REQUIRE n.slug IS UNIQUE`)
    await run('CREATE INDEX peer_claim_status IF NOT EXISTS FOR (n:PeerClaim) ON (n.status)')
    await run(
      "CREATE FULLTEXT INDEX peer_claim_text IF NOT EXISTS FOR (n:PeerClaim) ON EACH [n.searchText] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}",
    )
    await batch('CREATE (n:PeerEntity) SET n = t', data.entities)
    await batch('CREATE (n:PeerSource) SET n = t', data.sources)
    await batch('CREATE (n:PeerDataCategory {slug: t.slug, name: t.name})', data.data)
    await batch('CREATE (n:PeerUse {slug: t.slug, name: t.name})', data.uses)
    await batch(
      'CREATE (n:PeerClaim) SET n = t',
      data.claims.map(({ slug, predicate, status, polarity, sentence, label, searchWords }) => {
        return { slug, predicate, status, polarity, sentence, label, searchText: searchWords.join(' ') }
      }),
    )
    const assertions = data.claims.flatMap((claim) => claim.assertions.map((one) => ({ ...one, claim: claim.slug })))
    await batch(
      'CREATE (n:PeerAssertion {slug: t.slug, stance: t.stance, polarity: t.polarity, quote: t.quote})',
      assertions,
    )
    for (const [kind, concepts] of [
      ['DataCategory', data.data],
      ['Use', data.uses],
    ] as const) {
      const pairs = concepts.flatMap(({ slug, broader }) => broader.map((to) => ({ from: slug, to })))
      await connect(kind, 'BROADER', kind, pairs)
    }
    const listed = (key: 'data' | 'uses') =>
      data.claims.flatMap((claim) => claim[key].map((to) => ({ from: claim.slug, to })))
    await connect('Claim', 'DATA', 'DataCategory', listed('data'))
    await connect('Claim', 'USE', 'Use', listed('uses'))
    for (const kind of KINDS) {
      await connect(
        'Claim',
        'SUBJECT',
        kind,
        pairsOf(kind, ({ subject }) => subject),
      )
      await connect(
        'Claim',
        'OBJECT',
        kind,
        pairsOf(kind, ({ object }) => object),
      )
    }
    await connect(
      'Assertion',
      'ABOUT',
      'Claim',
      assertions.map(({ slug, claim }) => ({ from: slug, to: claim })),
    )
    for (const kind of ['Entity', 'Source'] as const) {
      const said = assertions.filter(({ speaker }) => speaker?.kind === kind)
      await connect(
        'Assertion',
        'BY',
        kind,
        said.map(({ slug, speaker }) => ({ from: slug, to: speaker?.slug })),
      )
    }
    await connect(
      'Assertion',
      'IN',
      'Source',
      assertions.map(({ slug, source }) => ({ from: slug, to: source })),
    )
    await run('CALL db.awaitIndexes(60)')
    await run('CALL db.prepareForReplanning()')
  } finally {
    await driver.close()
  }
}

/** Deletes the nodes of a natural graph, and nothing of Sanad's. */
export async function removeNaturalGraph({ uri, user, password }: Neo4jAddress): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password))
  try {
    for (const kind of [...KINDS, 'Assertion']) {
      for (let deleted = BATCH; deleted === BATCH; ) {
        const text = `MATCH (n:Peer${kind}) WITH n LIMIT ${BATCH} DETACH DELETE n RETURN count(*) AS deleted`
        const { records } = await driver.executeQuery(text, {}, { database: 'neo4j' })
        deleted = Number(records[0]?.get('deleted'))
      }
    }
  } finally {
    await driver.close()
  }
}
