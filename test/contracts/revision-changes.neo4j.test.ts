import { describeOnNeo4j } from './on-neo4j.ts'
import { describeRevisionChanges } from './revision-changes-contract.ts'

describeOnNeo4j('changed and touched things', (name, open) => describeRevisionChanges(name, open, 3))
