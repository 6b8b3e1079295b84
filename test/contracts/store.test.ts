import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { onDisk } from './on-disk.ts'
import { describeStore } from './store-contract.ts'

describeStore('the embedded engine in memory', () => openEmbedded({ path: null, readTimeoutMs: 5000 }))
describeStore('the embedded engine on disk', onDisk())
