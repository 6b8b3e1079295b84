import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { describeGoldenQueries } from './golden-queries.ts'

describeGoldenQueries('the embedded engine', () => openEmbedded({ path: null, readTimeoutMs: 5000 }))
