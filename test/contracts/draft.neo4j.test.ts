import { describeDrafts } from './draft-contract.ts'
import { describeOnNeo4j } from './on-neo4j.ts'

/** Neo4j plans each statement anew for each query of the walk, so a part of the queries has to do. */
const EVERY = 4
describeOnNeo4j('drafts', (name, open) => describeDrafts(name, open, EVERY))
