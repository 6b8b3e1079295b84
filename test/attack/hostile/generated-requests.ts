import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema } from 'graphql'
import { ROOT } from '../../bench/read-story.ts'
import { generatedDocument } from './generated-documents.ts'
import { generatedUrl } from './generated-urls.ts'
import { createRandom } from './random.ts'
import type { HostileRequest } from './request.ts'

/** Queries among ten requests. The rest are URLs of the site. */
const QUESTIONS_OF_TEN = 7

/** Requests by seed. Request n of a seed is independent of `count`. */
export function* generatedRequests(seed: number, count: number): Generator<HostileRequest> {
  const schema = buildSchema(readFileSync(join(ROOT, 'schema/schema.graphql'), 'utf8'))
  for (let i = 0; i < count; i += 1) {
    const random = createRandom(seed * 1_000_003 + i)
    const name = `number ${i} of seed ${seed}`
    yield i % 10 < QUESTIONS_OF_TEN ? generatedDocument(schema, random, name) : generatedUrl(random, name)
  }
}
