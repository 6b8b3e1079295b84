import { describeOnNeo4j } from './on-neo4j.ts'
import { describeWording } from './wording-contract.ts'

describeOnNeo4j('wordings', describeWording)
