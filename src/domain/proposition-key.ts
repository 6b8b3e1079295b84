import type { Claim } from './claim.ts'
import type { LocalizedText } from './name.ts'

/** Key of a proposition: equal for claims with the same proposition, in whatever order its lists are written. */
export const propositionKey = ({
  subject,
  predicate,
  data,
  uses,
  object,
  condition,
  validFrom,
  validTo,
}: Claim): string =>
  JSON.stringify([
    [subject.kind, subject.id],
    predicate,
    asSet(data),
    asSet(uses),
    object && (object.kind === 'Text' ? [object.kind, asWords(object.text)] : [object.kind, object.id]),
    condition && asWords(condition),
    validFrom,
    validTo,
  ])

const asSet = (ids: readonly string[]): readonly string[] => [...new Set(ids)].sort()
const asWords = (text: LocalizedText): readonly (readonly [string, string])[] =>
  Object.entries(text)
    .map(([language, words]) => [language, words.replace(/\s+/gu, ' ').trim()] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
