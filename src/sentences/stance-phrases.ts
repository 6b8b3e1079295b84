import { type Assertion, tenseOf } from '../domain/assertion.ts'
import type { Messages } from '../messages/en.ts'
import { formatList } from '../text/languages.ts'
import type { Names } from './names.ts'
import { missingOf } from './sentence.ts'

/**
 * What somebody does with a claim, in short and in the number of who does it: "denies", "speculate", "states that it is
 * not so", "says that there is no evidence for it". Of one voice and one stance; only what is missing may be several.
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

/** How sure they put it. Who says that it is not known is neither sure nor unsure of it. */
export const certaintyWords = ({ stance, certainty }: Assertion, { ui }: Messages): string =>
  stance === 'REPORTS_UNKNOWN' ? '' : ui.certaintiesOfActs[certainty]

/** How sure they put it, whether of the future, and what they rest it on. */
export function hedgeWords(assertion: Assertion, messages: Messages): readonly string[] {
  const { ui } = messages
  const { stance, evidentiality } = assertion
  const tense = tenseOf(assertion)
  const isUnknown = stance === 'REPORTS_UNKNOWN'
  return [
    certaintyWords(assertion, messages),
    tense === 'FUTURE' ? ui.tenses[tense] : '',
    isUnknown && evidentiality === 'NONE' ? '' : ui.evidentialities[evidentiality],
  ].filter((word) => word !== '')
}
