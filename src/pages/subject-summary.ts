import type { GraphStore } from '../domain/graph-store.ts'
import { labelsOfClaims } from '../domain/labels-of-claims.ts'
import { sentenceOf } from '../domain/sentence.ts'
import type { Messages } from '../messages/en.ts'
import type { Subject } from './subject.ts'

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
