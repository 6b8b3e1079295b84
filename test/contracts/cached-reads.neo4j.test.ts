import { describeCachedReads } from './cached-reads-contract.ts'
import { describeOnNeo4j } from './on-neo4j.ts'

describeOnNeo4j('cached reads', (name, open) => describeCachedReads(name, open, { runs: 1, publications: 2 }))
