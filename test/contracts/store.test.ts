import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { describeStore } from './store-contract.ts'

describeStore('the embedded engine', () => openEmbedded({ path: null, readTimeoutMs: 5000 }))
