import { describeClaimIndex } from './claim-index-contract.ts'
import { describeOnNeo4j } from './on-neo4j.ts'

describeOnNeo4j('the claim index', (name, open) =>
  describeClaimIndex(name, open, { runs: 1, publications: 2, shares: 15 }),
)
