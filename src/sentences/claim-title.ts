import type { ClaimDetails } from '../domain/claim-details.ts'
import type { ClaimStatus } from '../domain/claim-status-types.ts'
import type { Messages } from '../messages/en.ts'
import { capitalised } from '../text/languages.ts'
import { headingOf } from './heading.ts'
import type { Names } from './names.ts'
import { statusWord } from './sentence.ts'

/**
 * Returns the status and the heading of a claim: "Denied: X sells user data". Tabs, links and headings show it alone,
 * so the status is part of it.
 */
export const claimTitle = (details: ClaimDetails, names: Names, messages: Messages): string =>
  `${titleWord(details.status, messages)}: ${headingOf(details, names, messages)}`

/** Returns the word of a status, capitalised for the beginning of a title. */
export const titleWord = (status: ClaimStatus, messages: Messages): string =>
  capitalised(statusWord(status, messages), messages.tag)
