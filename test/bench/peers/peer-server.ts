/** Process of one peer. Arguments: name of the peer, file with the data, folder of `installPeers`. Prints its URL. */
import { readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import neo4j from 'neo4j-driver'
import { CRUD_SCHEMA } from './crud-schema.ts'
import { createCypherSource } from './cypher-source.ts'
import { requireFrom } from './install-peers.ts'
import { createMapsSource } from './maps-source.ts'
import type { NaturalData } from './natural-data.ts'
import { createPeerYoga } from './shape.ts'
import { createSqliteSource } from './sqlite-source.ts'

const [name = '', file = '', packages = ''] = process.argv.slice(2)
const { NEO4J_URI = '', NEO4J_USER = 'neo4j', NEO4J_PASSWORD = '' } = process.env
const POOL = { maxConnectionPoolSize: 100 }

const parseData = (): NaturalData => JSON.parse(readFileSync(file, 'utf8'))

async function open(): Promise<RequestListener> {
  if (name === 'maps') return createPeerYoga(createMapsSource(parseData()))
  if (name === 'sqlite') {
    const Database = requireFrom(packages)('better-sqlite3')
    return createPeerYoga(createSqliteSource(new Database(':memory:'), parseData()))
  }
  if (name === 'cypher') {
    const options = { ...POOL, disableLosslessIntegers: true }
    const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD), options)
    return createPeerYoga(createCypherSource(driver, neo4j.int, neo4j.routing.READ))
  }
  return openCrud()
}

/** Packages of one folder: graphql compares its classes by identity, so no second copy may be loaded. */
async function openCrud(): Promise<RequestListener> {
  const load = requireFrom(packages)
  const { Neo4jGraphQL } = load('@neo4j/graphql')
  const { createYoga } = load('graphql-yoga')
  const bolt = load('neo4j-driver')
  const driver = bolt.driver(NEO4J_URI, bolt.auth.basic(NEO4J_USER, NEO4J_PASSWORD), POOL)
  const schema = await new Neo4jGraphQL({ typeDefs: CRUD_SCHEMA, driver }).getSchema()
  const context = () => ({ executionContext: driver, sessionConfig: { database: 'neo4j', defaultAccessMode: 'READ' } })
  return createYoga({ schema, logging: false, graphiql: false, landingPage: false, context })
}

const server = createServer(await open()).listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(JSON.stringify({ api: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/graphql` }))
})
process.once('SIGTERM', () => process.exit(0))
