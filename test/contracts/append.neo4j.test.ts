import { describeAppend } from './append-contract.ts'
import { describeAppendSequences } from './append-sequence-contract.ts'
import { describeOnNeo4j } from './on-neo4j.ts'

describeOnNeo4j('append', describeAppend)
describeOnNeo4j('sequences of appends', (name, open) => describeAppendSequences(name, open, 3))
