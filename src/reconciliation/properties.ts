import type { Messages } from '../messages/en.ts'
import { kindOfType, type MatchedKind, type ThingType } from './thing-types.ts'

/** Properties of a thing itself. A query may compare them. */
export const OWN_PROPERTIES = [
  'kind',
  'names',
  'external-ids',
  'description',
  'url',
  'publisher',
  'published-at',
  'source-url',
  'licence',
  'headline',
  'sentence',
  'status',
  'subject',
  'stance',
  'polarity',
  'certainty',
  'claimant',
  'date',
  'quote',
  'source',
  'citation',
  'attribution',
] as const
export type OwnProperty = (typeof OWN_PROPERTIES)[number]

const NAMED: readonly MatchedKind[] = ['Entity', 'DataCategory', 'Use', 'Source']
const ALL: readonly MatchedKind[] = [...NAMED, 'Claim']
const CLAIM: readonly MatchedKind[] = ['Claim']
const SOURCE: readonly MatchedKind[] = ['Source']

const KINDS_OF_OWN: Readonly<Record<OwnProperty, readonly MatchedKind[]>> = {
  kind: ALL,
  names: NAMED,
  'external-ids': ['Entity', 'DataCategory', 'Use'],
  description: ['Entity', 'DataCategory', 'Use'],
  url: ALL,
  publisher: SOURCE,
  'published-at': SOURCE,
  'source-url': SOURCE,
  licence: SOURCE,
  headline: CLAIM,
  sentence: CLAIM,
  status: CLAIM,
  subject: CLAIM,
  stance: CLAIM,
  polarity: CLAIM,
  certainty: CLAIM,
  claimant: CLAIM,
  date: CLAIM,
  quote: CLAIM,
  source: CLAIM,
  citation: CLAIM,
  attribution: [...SOURCE, ...CLAIM],
}

/** Lists of claims of a thing: claims about it, claims on which it made an assertion, and claims that were read in it. */
export const CLAIM_LISTS = ['claims-about', 'says', 'claims-in'] as const
export type ClaimList = (typeof CLAIM_LISTS)[number]

const KINDS_OF_LIST: Readonly<Record<ClaimList, readonly MatchedKind[]>> = {
  'claims-about': ['Entity', 'DataCategory', 'Use'],
  says: ['Entity'],
  'claims-in': SOURCE,
}

/** Texts beside each claim of a list. The n-th value belongs to the n-th claim. */
export const CLAIM_PARTS = [
  'status',
  'stance',
  'polarity',
  'certainty',
  'claimant',
  'date',
  'quote',
  'source',
  'citation',
  'attribution',
  'sentence',
  'url',
] as const
export type ClaimPart = (typeof CLAIM_PARTS)[number]

/** A property with its id, for matching and for fetching. */
export type Property =
  | { readonly is: 'OWN'; readonly id: string; readonly own: OwnProperty }
  /** The claims of a list, or a text beside each of them. */
  | { readonly is: 'LIST'; readonly id: string; readonly list: ClaimList; readonly part: ClaimPart | null }

/** All properties, in the order in which they are proposed. */
export const PROPERTIES: readonly Property[] = [
  ...CLAIM_LISTS.flatMap((list): readonly Property[] => [
    { is: 'LIST', id: list, list, part: null },
    ...CLAIM_PARTS.map((part): Property => ({ is: 'LIST', id: `${list}.${part}`, list, part })),
  ]),
  ...OWN_PROPERTIES.map((own): Property => ({ is: 'OWN', id: own, own })),
]

const known = new Map(PROPERTIES.map((property) => [property.id, property]))

/** Returns the property with this id. Null for an unknown one. */
export const propertyWithId = (id: string): Property | null => known.get(id) ?? null

const kindsOf = (property: Property): readonly MatchedKind[] =>
  property.is === 'OWN' ? KINDS_OF_OWN[property.own] : KINDS_OF_LIST[property.list]

/** Returns the properties that things of a type can have; all of them for null. */
export const propertiesOfType = (type: ThingType | null): readonly Property[] =>
  type === null ? PROPERTIES : PROPERTIES.filter((property) => kindsOf(property).includes(kindOfType(type)))

/** Returns whether things of a kind can have a property. */
export const hasProperty = (kind: MatchedKind, property: Property): boolean => kindsOf(property).includes(kind)

/** Returns the name of a property for people: "Claims about it: status". */
export function nameOfProperty(property: Property, { ui }: Messages): string {
  const words = ui.reconciliation
  if (property.is === 'OWN') return words.properties[property.own]
  const list = words.lists[property.list]
  return property.part === null ? list : words.partOf(list, words.properties[property.part])
}

/** Returns the type of the values of a property. Null for texts. */
export const valueTypeOf = (property: Property): ThingType | null => {
  if (property.is === 'LIST') return property.part === null ? 'claim' : null
  if (property.own === 'publisher' || property.own === 'claimant') return 'entity'
  return property.own === 'source' ? 'source' : null
}
