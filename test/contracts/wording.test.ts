import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { describeWording } from './wording-contract.ts'

describeWording('the embedded engine', () => openEmbedded({ path: null, readTimeoutMs: 5000 }))
