import { describeNames } from './name-contract.ts'
import { describeOnNeo4j } from './on-neo4j.ts'

describeOnNeo4j('names in many scripts', describeNames)
