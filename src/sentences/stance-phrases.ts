import { type Assertion, tenseOf } from '../domain/assertion.ts'
import type { Messages } from '../messages/en.ts'
import { formatList } from '../text/languages.ts'
import type { Names } from './names.ts'
import { isRetold } from './retold.ts'
import { missingOf } from './utterance-words.ts'

/**
 * Returns the verb of a stance in singular or plural: "denies", "speculate", "states that it is not the case", "says that
 * there is no evidence for it yet".
 *
 * @param assertions all of one claimant and one stance. Several REPORTS_UNKNOWN are joined by the things that are missing.
 */
export function stancePhrases(
  assertions: readonly [Assertion, ...Assertion[]],
  plural: boolean,
  names: Names,
  messages: Messages,
): string {
  const [{ stance, polarity }] = assertions
  const { ui, tag } = messages
  const act = (plural ? ui.actsOfMany : ui.acts)[stance]
  if (stance === 'REPORTS_UNKNOWN') {
    const missing = missingOf(assertions, names, messages).map(messages.lacking)
    return `${act} ${formatList(missing, tag)}`
  }
  return polarity === 'NEGATES' && stance !== 'DENIES' ? ui.actNegated(act) : act
}

/** Returns the certainty in words: "as possible". Empty for REPORTS_UNKNOWN, which has no certainty. */
export const certaintyWords = ({ stance, certainty }: Assertion, { ui }: Messages): string =>
  stance === 'REPORTS_UNKNOWN' ? '' : ui.certaintiesOfActs[certainty]

/**
 * Returns certainty, future tense and evidentiality in words, without those that have no word.
 *
 * @param publishedBy publisher of the document of the assertion
 */
export function hedgeWords(assertion: Assertion, publishedBy: string | null, messages: Messages): readonly string[] {
  const { ui } = messages
  const { stance, evidentiality } = assertion
  const tense = tenseOf(assertion)
  const read = stance === 'REPORTS_UNKNOWN' && evidentiality === 'NONE' ? '' : ui.evidentialities[evidentiality]
  return [
    certaintyWords(assertion, messages),
    tense === 'FUTURE' ? ui.tenses[tense] : '',
    isRetold(assertion, publishedBy) ? ui.retoldElsewhere : read,
  ].filter((word) => word !== '')
}
