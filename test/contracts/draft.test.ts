import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { describeDrafts, describeWalk } from './draft-contract.ts'

describeWalk()
describeDrafts('the embedded engine in memory', () => openEmbedded({ path: null, readTimeoutMs: 20_000 }))
