import { describeMentions } from './mention-contract.ts'
import { describeOnNeo4j } from './on-neo4j.ts'

describeOnNeo4j('mentions', describeMentions)
