/** All labels of identity nodes. A label in a statement comes from this list, never from input. */
export const IDENTITY_LABELS = ['Entity', 'DataCategory', 'Use', 'Source', 'Claim', 'Story', 'ExternalId'] as const
export type IdentityLabel = (typeof IDENTITY_LABELS)[number]
/** Labels of identity nodes with states; external ids have none. */
export type ThingLabel = Exclude<IdentityLabel, 'ExternalId'>

export const STATE_LABELS = [
  'EntityState',
  'ConceptState',
  'SourceState',
  'StoryState',
  'ClaimState',
  'Assertion',
  'ClaimRelation',
  'Assessment',
  'FormerSlug',
] as const
export type StateLabel = (typeof STATE_LABELS)[number]

export const EDGE_TYPES = [
  'SPEAKS_FOR',
  'BROADER',
  'DERIVED_FROM',
  'DOCUMENTED_IN',
  'PUBLISHED_BY',
  'SELECTS',
  'ABOUT',
  'IN_SOURCE',
  'BY',
  'VIA',
  'AWAITS',
  'FROM_CLAIM',
  'TO_CLAIM',
  'ASSESSES',
  'HAS_SUBJECT',
  'CONCERNS',
  'FOR',
  'HAS_OBJECT',
  'MENTIONS',
  'KNOWN_AS',
] as const
export type EdgeType = (typeof EDGE_TYPES)[number]
