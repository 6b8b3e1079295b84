import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { describeAppend } from './append-contract.ts'
import { describeAppendSequences } from './append-sequence-contract.ts'

const open = () => openEmbedded({ path: null, readTimeoutMs: 5000 })
describeAppend('the embedded engine', open)
describeAppendSequences('the embedded engine', open, 25)
