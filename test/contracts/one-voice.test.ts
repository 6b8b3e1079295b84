import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { describeOneVoice } from './one-voice-contract.ts'

describeOneVoice('the embedded engine', () => openEmbedded({ path: null, readTimeoutMs: 5000 }))
