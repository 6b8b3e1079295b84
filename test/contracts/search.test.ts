import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { describeSearch } from './search-contract.ts'

describeSearch('the embedded engine', () => openEmbedded({ path: null, readTimeoutMs: 5000 }))
