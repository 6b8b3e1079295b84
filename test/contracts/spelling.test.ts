import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { describeSpellings } from './spelling-contract.ts'

describeSpellings('the embedded engine', () => openEmbedded({ path: null, readTimeoutMs: 5000 }), 40)
