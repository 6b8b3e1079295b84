import type { Slug } from '../../src/domain/slug.ts'

/** A type in which plain texts may stand for slugs, so that tests can write literals. */
export type PlainSlugs<T> = T extends Slug
  ? string
  : T extends string | number | boolean | null | undefined
    ? T
    : T extends readonly (infer I)[]
      ? readonly PlainSlugs<I>[]
      : T extends object
        ? { readonly [K in keyof T]: PlainSlugs<T[K]> }
        : T

/** Takes the plain texts for slugs. */
export const withSlugs = <T>(value: PlainSlugs<T>): T => value as T
