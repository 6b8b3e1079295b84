import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { Messages } from '../../messages/en.ts'
import { headline } from '../../sentences/headline.ts'
import type { Names } from '../../sentences/names.ts'

/** Returns by-lines with ever fewer names: at most 2, then 1, and the count of the others. */
export const shorterByLines = (details: ClaimDetails, names: Names, messages: Messages): readonly string[] =>
  [2, 1].map((maxNamed) => headline(details, names, messages, { maxNamed }).by)
