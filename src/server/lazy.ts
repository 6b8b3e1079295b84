export interface Lazy<T> {
  /** Returns the value; null until it is loaded. */
  readonly loaded: () => T | null
  readonly load: () => Promise<T>
}

/** Loads a value at the first call, and again at the call after a failed one. */
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
