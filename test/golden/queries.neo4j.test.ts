import { describeOnNeo4j } from '../contracts/on-neo4j.ts'
import { describeGoldenQueries } from './golden-queries.ts'

describeOnNeo4j('the golden queries', describeGoldenQueries)
