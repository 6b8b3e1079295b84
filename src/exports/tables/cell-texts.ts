import type { Assertion } from '../../domain/assertion.ts'
import type { Source } from '../../domain/source.ts'
import type { Messages } from '../../messages/en.ts'
import { claimantName, mentionsOf } from '../../sentences/claimant-name.ts'
import type { Names } from '../../sentences/names.ts'
import { titleOf } from '../../sentences/source-title.ts'

/** Stands between several values of one cell. */
const BETWEEN_VALUES = ' | '

/** Joins the values of one cell. Empty if all are, so that no cell has separators alone. */
export const joinedText = (values: readonly string[]): string =>
  values.some(Boolean) ? values.join(BETWEEN_VALUES) : ''

/** Returns the name of a claimant as sentences have it. */
export const claimantText = (assertion: Assertion, names: Names, messages: Messages): string =>
  claimantName(assertion, names, messages, mentionsOf(names, messages)).name

/** Returns the title of a source in the language of the messages. */
export const titleText = (source: Source, { tag }: Messages): string => titleOf(source, tag).value
