import { describeOnNeo4j } from './on-neo4j.ts'
import { describeReadsWhilePublishing } from './read-while-publishing-contract.ts'

describeOnNeo4j('reads while a claim is edited', describeReadsWhilePublishing)
