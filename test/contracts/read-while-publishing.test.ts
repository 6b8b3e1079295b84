import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { describeReadsWhilePublishing } from './read-while-publishing-contract.ts'

describeReadsWhilePublishing('the embedded engine', () => openEmbedded({ path: null, readTimeoutMs: 5000 }))
