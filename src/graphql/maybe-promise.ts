/** At once where it is known, a promise where it has to be asked for: a promise for each row costs more than GraphQL. */
export type Soon<T> = T | Promise<T>

export const andThen = <T, R>(soon: Soon<T>, next: (value: T) => Soon<R>): Soon<R> =>
  soon instanceof Promise ? soon.then(next) : next(soon)
