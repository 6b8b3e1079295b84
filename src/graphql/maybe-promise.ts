/** At once where it is known, a promise where it has to be asked for: a promise for each row costs more than GraphQL. */
export type MaybePromise<T> = T | Promise<T>

export const mapMaybePromise = <T, R>(value: MaybePromise<T>, next: (value: T) => MaybePromise<R>): MaybePromise<R> =>
  value instanceof Promise ? value.then(next) : next(value)
