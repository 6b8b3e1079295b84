import { describeAppendBounds } from './append-bounds-contract.ts'
import { describeOnNeo4j } from './on-neo4j.ts'

describeOnNeo4j('bounds of append', describeAppendBounds)
