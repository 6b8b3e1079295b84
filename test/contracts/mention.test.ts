import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { describeMentions } from './mention-contract.ts'

describeMentions('the embedded engine', () => openEmbedded({ path: null, readTimeoutMs: 5000 }))
