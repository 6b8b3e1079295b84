import type { GraphStore } from '../domain/graph-store.ts'
import type { Messages } from '../messages/en.ts'
import { labelsOfClaims } from '../sentences/names-of-claims.ts'
import { sentenceOf } from '../sentences/sentence.ts'
import type { Subject } from './page-topic.ts'

/** What is told of a subject where its title stands alone: of a claim its whole hedged sentence, never the bare title. */
export async function subjectSummary(
  store: GraphStore,
  subject: Subject,
  messages: Messages,
  at: number,
): Promise<string> {
  const [claim] = subject.claims
  if (subject.kind !== 'claim' || !claim) return subject.summary
  return sentenceOf(claim, { validOn: null }, await labelsOfClaims(store, [claim], at), messages)
}
