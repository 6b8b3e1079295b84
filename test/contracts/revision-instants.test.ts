import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { describeRevisionInstants } from './revision-instants-contract.ts'

describeRevisionInstants('the embedded engine', () => openEmbedded({ path: null, readTimeoutMs: 5000 }))
