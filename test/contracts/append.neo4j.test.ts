import { describeAppend } from './append-contract.ts'
import { describeOnNeo4j } from './on-neo4j.ts'

describeOnNeo4j('append', (name, open) => describeAppend(name, open, { runs: 5 }))
