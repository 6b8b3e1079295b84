import { afterAll, beforeAll } from 'vitest'
import { describeOnNeo4j } from '../contracts/on-neo4j.ts'
import { CONTRACT_DATASET, describeReconciliation } from './engine-contract.ts'
import { type StartedService, startService } from './started-service.ts'

const { NEO4J_URI = '', NEO4J_USER = 'neo4j', NEO4J_PASSWORD = '' } = process.env

describeOnNeo4j('reconciliation', (name, open) => {
  let service: StartedService
  beforeAll(async () => {
    // It empties the database.
    await (await open()).close()
    service = await startService({
      dataset: CONTRACT_DATASET,
      location: { neo4jUri: NEO4J_URI, neo4jUser: NEO4J_USER, neo4jPassword: NEO4J_PASSWORD },
      // Planning the first statements of an emptied database takes long.
      maxWaitMs: 20_000,
    })
  }, 120_000)
  afterAll(() => service.site.stop())
  describeReconciliation(name, () => service)
})
