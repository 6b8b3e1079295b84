import { describeOnNeo4j } from './on-neo4j.ts'
import { describeRenames } from './rename-contract.ts'

describeOnNeo4j('renames', describeRenames)
