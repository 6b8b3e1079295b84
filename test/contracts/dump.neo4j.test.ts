import { describeDump } from './dump-contract.ts'
import { describeOnNeo4j } from './on-neo4j.ts'

describeOnNeo4j('dumps', (name, open) => describeDump(name, open, { runs: 3, responses: false }))
