/**
 * A value, or a promise of it. In a long list, a promise for each value takes more time than the rest of the execution.
 */
export type MaybePromise<T> = T | Promise<T>

/** Applies `next`, synchronously unless `value` is a promise. */
export const mapMaybePromise = <T, R>(value: MaybePromise<T>, next: (value: T) => MaybePromise<R>): MaybePromise<R> =>
  value instanceof Promise ? value.then(next) : next(value)

/** Returns all values, synchronously unless one of them is a promise. */
export const allOf = <T>(values: readonly MaybePromise<T>[]): MaybePromise<readonly T[]> => {
  const known = values.filter((value): value is T => !(value instanceof Promise))
  return known.length === values.length ? known : Promise.all(values)
}
