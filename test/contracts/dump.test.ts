import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { describeDump } from './dump-contract.ts'

describeDump('the embedded engine', () => openEmbedded({ path: null, readTimeoutMs: 5000 }), {
  runs: 20,
  responses: true,
})
