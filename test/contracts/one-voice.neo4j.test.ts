import { describeOnNeo4j } from './on-neo4j.ts'
import { describeOneVoice } from './one-voice-contract.ts'

describeOnNeo4j('withdrawals', describeOneVoice)
