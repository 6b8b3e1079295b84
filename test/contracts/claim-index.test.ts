import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { describeClaimIndex } from './claim-index-contract.ts'

describeClaimIndex('the embedded engine', () => openEmbedded({ path: null, readTimeoutMs: 5000 }), {
  runs: 12,
  publications: 4,
  shares: 5,
})
