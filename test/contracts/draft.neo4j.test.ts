import { describeDrafts } from './draft-contract.ts'
import { describeOnNeo4j } from './on-neo4j.ts'

/** Neo4j plans each statement anew for each query of the walk, so only a part of the queries is run. */
const EVERY = 4
describeOnNeo4j('drafts', (name, open) => describeDrafts(name, open, EVERY))
