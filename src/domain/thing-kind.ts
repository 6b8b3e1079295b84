export const THING_KINDS = ['Entity', 'DataCategory', 'Use', 'Claim', 'Source', 'Story'] as const
export type ThingKind = (typeof THING_KINDS)[number]
