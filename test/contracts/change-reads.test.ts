import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { describeChangeReads } from './change-reads-contract.ts'

describeChangeReads('the embedded engine', () => openEmbedded({ path: null, readTimeoutMs: 5000 }))
