import type { Rename } from '../domain/rename.ts'
import type { Slug } from '../domain/slug.ts'
import type { ThingKind } from '../domain/thing-kind.ts'
import type { Path } from './seed-problem.ts'
import type { SeedFile } from './seed-schema.ts'

/** A former slug of a thing, with its place in the seed. */
export interface WrittenRename extends Rename {
  readonly word: RenamedWord
  readonly path: Path
  /** Instant at which the thing was recorded; undefined if the thing states none. */
  readonly recordedAt: string | undefined
}

/** Keys of seeds for each kind of thing that may be renamed. */
const KINDS = {
  story: 'Story',
  entity: 'Entity',
  dataCategory: 'DataCategory',
  use: 'Use',
  source: 'Source',
  claim: 'Claim',
} as const satisfies Readonly<Record<string, ThingKind>>
export type RenamedWord = keyof typeof KINDS

/** All former slugs of a seed, with the things that had them. */
export function formerSlugsIn(content: SeedFile): readonly WrittenRename[] {
  const of = (word: RenamedWord, items: readonly Named[] = [], ...path: Path): readonly WrittenRename[] =>
    items.flatMap(({ id, formerly = [], recordedAt }, i) =>
      formerly.map((former, j) => {
        const place = word === 'story' ? path : [...path, i]
        return { kind: KINDS[word], word, former, slug: id, path: [...place, 'formerly', j], recordedAt }
      }),
    )
  return [
    ...of('story', content.story ? [content.story] : [], 'story'),
    ...of('entity', content.entities, 'entities'),
    ...of('dataCategory', content.dataCategories, 'dataCategories'),
    ...of('use', content.uses, 'uses'),
    ...of('source', content.sources, 'sources'),
    ...of('claim', content.claims, 'claims'),
  ]
}

interface Named {
  readonly id: Slug
  readonly formerly?: readonly Slug[] | undefined
  readonly recordedAt?: string | undefined
}
