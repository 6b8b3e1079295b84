import type { Assertion } from '../../domain/assertion.ts'
import type { Source } from '../../domain/source.ts'
import type { Messages } from '../../messages/en.ts'
import { claimantName, mentionsOf } from '../../sentences/claimant-name.ts'
import type { Names } from '../../sentences/names.ts'
import { titleOf } from '../../sentences/source-title.ts'

/** Stands between several values of one cell. */
export const BETWEEN_VALUES = ' | '

/** A bar that would read as the one between values, with the backslashes before it. */
const BAR = /(?<=^| )\\*\|(?= |$)/g

/**
 * Joins the values of one cell. Empty if all are, so that no cell has bars alone. A bar of a value that stands between spaces
 * gets a backslash, so that the cell can be split at BETWEEN_VALUES again.
 */
export function joinedText(values: readonly string[]): string {
  if (!values.some(Boolean)) return ''
  return values
    .map((value) => (value.includes('|') ? value.replace(BAR, (bar) => `\\${bar}`) : value))
    .join(BETWEEN_VALUES)
}

/** Returns the name of a claimant as sentences have it. */
export const claimantText = (assertion: Assertion, names: Names, messages: Messages): string =>
  claimantName(assertion, names, messages, mentionsOf(names, messages)).name

/** Returns the title of a source in the language of the messages. */
export const titleText = (source: Source, { tag }: Messages): string => titleOf(source, tag).value

/** Returns the title of a source that a claim names, or its slug. */
export function namedTitle(id: string, names: Names, messages: Messages): string {
  const source = names.source(id)
  return source ? titleText(source, messages) : id
}
