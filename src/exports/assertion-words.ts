import type { Assertion } from '../domain/assertion.ts'
import type { ClaimDetails } from '../domain/claim-details.ts'
import type { Messages } from '../messages/en.ts'
import type { Names } from '../sentences/names.ts'
import { propositionOf } from '../sentences/proposition.ts'
import { entryWords, retractionWords } from '../sentences/sentence.ts'

/** Returns the clause of an assertion with its speaker: "Elon Musk denies that X sells user data". */
export const assertionWords = (
  assertion: Assertion,
  details: ClaimDetails,
  names: Names,
  messages: Messages,
): string =>
  assertion.stance === 'RETRACTS'
    ? retractionWords([assertion], details, names, messages, (options) =>
        propositionOf(details.claim, names, messages, options),
      )
    : entryWords(assertion, details, names, messages)
