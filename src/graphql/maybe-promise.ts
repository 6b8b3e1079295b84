/**
 * A value that is there, or a promise of it. A promise for each value of a long list costs more time than GraphQL
 * itself.
 */
export type MaybePromise<T> = T | Promise<T>

/** Applies `next` synchronously if the value is there. */
export const mapMaybePromise = <T, R>(value: MaybePromise<T>, next: (value: T) => MaybePromise<R>): MaybePromise<R> =>
  value instanceof Promise ? value.then(next) : next(value)

/** Returns all values, synchronously if each of them is there. */
export const allOf = <T>(values: readonly MaybePromise<T>[]): MaybePromise<readonly T[]> => {
  const there = values.filter((value): value is T => !(value instanceof Promise))
  return there.length === values.length ? there : Promise.all(values)
}
