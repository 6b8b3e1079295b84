import { describeOnNeo4j } from './on-neo4j.ts'
import { describeRevisionInstants } from './revision-instants-contract.ts'

describeOnNeo4j('instants of revisions', describeRevisionInstants)
