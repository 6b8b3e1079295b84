import { describeOnNeo4j } from './on-neo4j.ts'
import { describeStore } from './store-contract.ts'

describeOnNeo4j('the store', describeStore)
