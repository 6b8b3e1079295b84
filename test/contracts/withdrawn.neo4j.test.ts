import { describeOnNeo4j } from './on-neo4j.ts'
import { describeWithdrawn } from './withdrawn-contract.ts'

describeOnNeo4j('withdrawals', describeWithdrawn)
