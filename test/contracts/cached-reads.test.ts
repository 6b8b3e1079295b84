import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { describeCachedReads } from './cached-reads-contract.ts'

describeCachedReads('the embedded engine', () => openEmbedded({ path: null, readTimeoutMs: 5000 }), {
  runs: 4,
  publications: 6,
})
