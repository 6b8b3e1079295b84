import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { describeRenames } from './rename-contract.ts'

describeRenames('the embedded engine', () => openEmbedded({ path: null, readTimeoutMs: 5000 }))
