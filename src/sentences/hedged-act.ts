import type { Assertion } from '../domain/assertion.ts'
import type { Messages } from '../messages/en.ts'
import { claimantName, mentionsOf } from './claimant-name.ts'
import type { Names } from './names.ts'
import { hedgeWords, stancePhrases } from './stance-phrases.ts'

/**
 * Returns the verb of an act with its hedges in brackets: "states (as possible; in future)".
 *
 * @param assertions as those of `stancePhrases`
 */
export function hedgedAct(assertions: readonly [Assertion, ...Assertion[]], names: Names, messages: Messages): string {
  const [assertion] = assertions
  const { plural } = claimantName(assertion, names, messages, mentionsOf(names, messages))
  const act = stancePhrases(assertions, plural, names, messages)
  const publishedBy = names.source(assertion.sourceId)?.publishedBy ?? null
  const hedges = hedgeWords(assertion, publishedBy, messages)
  return hedges.length === 0 ? act : `${act} (${hedges.join('; ')})`
}
