import type { GraphStore } from '../domain/graph-store.ts'
import type { RevisionNumber } from '../domain/revision-number.ts'
import type { Messages } from '../messages/en.ts'
import { namesOfClaims } from '../sentences/names-of-claims.ts'
import { sentenceOf } from '../sentences/sentence.ts'
import type { PageTopic } from './page-topic.ts'

/** Summary of a topic for places with its title alone. That of a claim is its full hedged sentence. */
export async function topicSummary(
  store: GraphStore,
  topic: PageTopic,
  messages: Messages,
  revision: RevisionNumber,
): Promise<string> {
  const [claim] = topic.claims
  if (topic.kind !== 'claim' || !claim) return topic.summary
  return sentenceOf(claim, { validOn: null }, await namesOfClaims(store, [claim], revision), messages)
}
