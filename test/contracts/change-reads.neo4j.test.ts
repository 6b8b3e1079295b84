import { describeChangeReads } from './change-reads-contract.ts'
import { describeOnNeo4j } from './on-neo4j.ts'

describeOnNeo4j('reads of changes', describeChangeReads)
