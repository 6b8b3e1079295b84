import { describeOnNeo4j } from './on-neo4j.ts'
import { describeOneAssertion } from './one-assertion-contract.ts'

describeOnNeo4j('withdrawals', describeOneAssertion)
