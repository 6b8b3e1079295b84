import { afterAll, beforeAll } from 'vitest'
import { CONTRACT_DATASET, describeReconciliation } from './engine-contract.ts'
import { type StartedService, startService } from './started-service.ts'

let service: StartedService
beforeAll(async () => {
  service = await startService({ dataset: CONTRACT_DATASET })
})
afterAll(() => service.site.stop())
describeReconciliation('the embedded engine', () => service)
