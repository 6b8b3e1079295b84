import { describeOnNeo4j } from './on-neo4j.ts'
import { describeSearch } from './search-contract.ts'

describeOnNeo4j('search', describeSearch)
