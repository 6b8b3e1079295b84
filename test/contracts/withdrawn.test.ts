import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { describeWithdrawn } from './withdrawn-contract.ts'

describeWithdrawn('the embedded engine', () => openEmbedded({ path: null, readTimeoutMs: 5000 }))
