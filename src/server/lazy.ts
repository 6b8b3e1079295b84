export interface Lazy<T> {
  /** Null until it has been loaded; for where a turn of the event loop counts. */
  readonly loaded: () => T | null
  readonly load: () => Promise<T>
}

/** Loads at the first call; one that fails is tried again at the next. */
export function lazy<T>(load: () => Promise<T>): Lazy<T> {
  let loading: Promise<T> | null = null
  let value: T | null = null
  return {
    loaded: () => value,
    load() {
      loading ??= load().then(
        (loaded) => (value = loaded),
        (error: unknown) => {
          loading = null
          throw error
        },
      )
      return loading
    },
  }
}
