import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { describeAppend } from './append-contract.ts'

describeAppend('the embedded engine', () => openEmbedded({ path: null, readTimeoutMs: 5000 }))
