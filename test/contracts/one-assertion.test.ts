import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { describeOneAssertion } from './one-assertion-contract.ts'

describeOneAssertion('the embedded engine', () => openEmbedded({ path: null, readTimeoutMs: 5000 }))
