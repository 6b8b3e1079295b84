import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { describeRevisionChanges } from './revision-changes-contract.ts'

describeRevisionChanges('the embedded engine', () => openEmbedded({ path: null, readTimeoutMs: 5000 }), 20)
