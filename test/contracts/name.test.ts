import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { describeNames } from './name-contract.ts'

describeNames('the embedded engine', () => openEmbedded({ path: null, readTimeoutMs: 5000 }))
