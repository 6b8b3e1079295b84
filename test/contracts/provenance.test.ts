import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { describeProvenance } from './provenance-contract.ts'

describeProvenance('the embedded engine in memory', () => openEmbedded({ path: null, readTimeoutMs: 5000 }))
