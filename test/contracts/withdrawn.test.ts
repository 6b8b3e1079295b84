import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { onDisk } from './on-disk.ts'
import { describeWithdrawn } from './withdrawn-contract.ts'

describeWithdrawn('the embedded engine in memory', () => openEmbedded({ path: null, readTimeoutMs: 5000 }))
describeWithdrawn('the embedded engine on disk', onDisk())
