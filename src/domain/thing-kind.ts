export const THING_KINDS = ['Entity', 'DataCategory', 'Use', 'Claim', 'Source', 'Story'] as const
export type ThingKind = (typeof THING_KINDS)[number]

/** First part of the path of a thing's page. Articles link to these paths, so they never change. */
export const PATH_OF_KIND = {
  Entity: 'entity',
  DataCategory: 'data',
  Use: 'use',
  Claim: 'claim',
  Source: 'source',
  Story: 'story',
} as const satisfies Readonly<Record<ThingKind, string>>
export type PathKind = (typeof PATH_OF_KIND)[ThingKind]
export const PATH_KINDS: readonly PathKind[] = Object.values(PATH_OF_KIND)

/** Kind of thing that a path is of. */
export const KIND_OF_PATH: { readonly [K in ThingKind as (typeof PATH_OF_KIND)[K]]: K } = {
  entity: 'Entity',
  data: 'DataCategory',
  use: 'Use',
  claim: 'Claim',
  source: 'Source',
  story: 'Story',
}
