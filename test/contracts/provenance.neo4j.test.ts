import { describeOnNeo4j } from './on-neo4j.ts'
import { describeProvenance } from './provenance-contract.ts'

describeOnNeo4j('provenances', describeProvenance)
