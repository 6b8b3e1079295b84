import type { ClaimDetails } from '../domain/claim-details.ts'
import type { ClaimStatus } from '../domain/claim-status-types.ts'
import type { Messages } from '../messages/en.ts'
import { capitalised } from '../text/languages.ts'
import { headingOf } from './heading.ts'
import type { Names } from './names.ts'
import { statusWord } from './sentence.ts'

/** "Denied: X sells user data": short, and read alone in a tab, a link or a heading, so that the status goes with it. */
export const claimTitle = (details: ClaimDetails, names: Names, messages: Messages): string =>
  `${titleWord(details.status, messages)}: ${headingOf(details, names, messages)}`

/** The word of a status where a title begins with it. */
export const titleWord = (status: ClaimStatus, messages: Messages): string =>
  capitalised(statusWord(status, messages), messages.tag)
