import type { Assertion } from '../../domain/assertion.ts'
import type { Claim } from '../../domain/claim.ts'
import { foldTexts, joinNames } from '../../domain/folded-texts.ts'
import type { ExternalId, LocalizedText, Name } from '../../domain/name.ts'
import type { SearchField } from '../../domain/store/search-candidate.ts'
import type { Properties } from './new-state.ts'
import type { NamedThing } from './thing-key.ts'

/** Texts by which a thing is found. They are indexed, and domain/search-rank.ts ranks and highlights them. */
export const fieldsOfNames = (names: readonly Name[], externalIds: readonly ExternalId[]): readonly SearchField[] => [
  ...names.map(({ kind, language, value }): SearchField => ({ field: kind, language, value })),
  ...externalIds.map(({ value }): SearchField => ({ field: 'EXTERNAL_ID', language: null, value })),
]

export const fieldsOfText = (field: SearchField['field'], text: LocalizedText | null): readonly SearchField[] =>
  Object.entries(text ?? {}).map(([language, value]) => ({ field, language, value }))

/** Texts of a claim: its own words, the things that it names and its claimants, since people search for "Musk biometric". */
export function fieldsOfClaim(
  claim: Claim,
  assertions: readonly Assertion[],
  namesOf: (thing: NamedThing) => readonly Name[],
): readonly SearchField[] {
  const { object } = claim
  const named: readonly NamedThing[] = [
    claim.subject,
    ...claim.data.map((id) => ({ kind: 'DataCategory', id })),
    ...claim.uses.map((id) => ({ kind: 'Use', id })),
    ...(object && object.kind !== 'Text' ? [object] : []),
  ]
  return [
    ...Object.entries(claim.wording ?? {}).map(
      ([language, { affirmed }]): SearchField => ({ field: 'WORDING', language, value: affirmed }),
    ),
    ...named.flatMap((thing) =>
      namesOf(thing).map(({ language, value }) => ({ field: 'ABOUT' as const, language, value })),
    ),
    ...assertions.flatMap((one) => claimantFields(one, namesOf)),
    ...fieldsOfText('CONDITION', claim.condition),
    ...fieldsOfText('OBJECT', object?.kind === 'Text' ? object.text : null),
    ...assertions.flatMap(({ quote }): readonly SearchField[] =>
      quote === null
        ? []
        : [
            { field: 'QUOTE', language: quote.language, value: quote.exact },
            ...quote.translations.map((t): SearchField => ({ field: 'TRANSLATION', ...t })),
          ],
    ),
  ].filter(isFirst)
}

function claimantFields(
  { claimantId, claimantAsPrinted }: Assertion,
  namesOf: (thing: NamedThing) => readonly Name[],
): readonly SearchField[] {
  const names = claimantId === null ? [] : namesOf({ kind: 'Entity', id: claimantId })
  const printed = claimantAsPrinted === null ? [] : [claimantAsPrinted, ...(claimantAsPrinted.translations ?? [])]
  return [...names, ...printed].map(({ language, value }) => ({ field: 'CLAIMANT', language, value }))
}

/**
 * Properties of a state for the text index, for the ranking and for readers, from the same fields. Slugs are indexed by
 * their words.
 *
 * @param slugs current and former slugs of the thing
 */
export function searchProperties(slugs: readonly string[], fields: readonly SearchField[]): Properties {
  const ofSlugs = slugs.map(
    (slug): SearchField => ({ field: 'SLUG', language: null, value: slug.replaceAll('-', ' ') }),
  )
  const all = [...fields, ...ofSlugs]
  const searchNames = joinNames(all)
  return {
    searchFields: JSON.stringify(all),
    searchText: foldTexts(all),
    ...(searchNames === '' ? {} : { searchNames }),
  }
}

/** Removes repeats: several assertions may quote the same sentence. */
const isFirst = (field: SearchField, index: number, all: readonly SearchField[]): boolean =>
  all.findIndex((other) => other.field === field.field && other.value === field.value) === index
