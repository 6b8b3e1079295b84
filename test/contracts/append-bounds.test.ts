import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { describeAppendBounds } from './append-bounds-contract.ts'

describeAppendBounds('the embedded engine', () => openEmbedded({ path: null, readTimeoutMs: 5000 }))
