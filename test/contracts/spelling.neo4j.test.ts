import { describeOnNeo4j } from './on-neo4j.ts'
import { describeSpellings } from './spelling-contract.ts'

describeOnNeo4j('spellings', (name, open) => describeSpellings(name, open, 10))
